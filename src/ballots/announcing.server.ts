import { eq } from 'drizzle-orm';
import { ballot } from '#ballots/schema.ts';
import { group } from '#groups/schema.ts';
import type { Transaction } from '#platform/database.server.ts';
import * as webhooks from '#webhooks/webhooks.server.ts';

/** Tells the group's webhooks that voting has begun, once however often it is asked for. */
export async function announceOpening(tx: Transaction, ballotId: string): Promise<void> {
  const found = await about(tx, ballotId);
  if (!found) return;
  const { groupId, title, path, closesAt } = found;
  const facts = { ballotId, closesAt: closesAt.toISOString() };
  await webhooks.tell(tx, groupId, {
    type: 'ballot.opened',
    title,
    path,
    facts,
    once: `ballot.opened:${ballotId}`
  });
}

/** The same for its end. @param chosen titles of what it chose, which is all that is told of its result */
export async function announceClosing(
  tx: Transaction,
  ballotId: string,
  chosen: readonly string[]
): Promise<void> {
  const found = await about(tx, ballotId);
  if (!found) return;
  const { groupId, title, path } = found;
  await webhooks.tell(tx, groupId, { type: 'ballot.closed', title, path, facts: { ballotId, chosen } });
}

async function about(tx: Transaction, ballotId: string) {
  const [found] = await tx
    .select({ groupId: ballot.groupId, title: ballot.title, closesAt: ballot.closesAt, slug: group.slug })
    .from(ballot)
    .innerJoin(group, eq(group.id, ballot.groupId))
    .where(eq(ballot.id, ballotId));
  return found && { ...found, path: `/g/${found.slug}/ballots/${ballotId}` };
}
