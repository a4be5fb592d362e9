import { eq, sql } from 'drizzle-orm';
import { note, noteCitation } from '#notes/schema.ts';
import type { Transaction } from '#platform/database.server.ts';

/** Gives a paper the notes on another, and those that cite it. Their texts go on naming it as they do. */
export async function handOver(tx: Transaction, goes: string, stays: string): Promise<void> {
  await tx.update(note).set({ paperId: stays }).where(eq(note.paperId, goes));
  await tx.execute(sql`
    insert into ${noteCitation} (note_id, cited_id)
    select note_id, ${stays} from ${noteCitation} where cited_id = ${goes} on conflict do nothing`);
  await tx.delete(noteCitation).where(eq(noteCitation.citedId, goes));
}
