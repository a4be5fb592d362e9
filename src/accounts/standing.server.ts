import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { record } from '#accounts/auditing.server.ts';
import { tellOwner } from '#accounts/notices.server.ts';
import { account } from '#accounts/schema.ts';
import { transaction } from '#platform/database.server.ts';
import { Forbidden } from '../failures.ts';

/** Of accounts that may be used: neither suspended nor about to be deleted. */
export const isOpen = and(
  isNull(account.suspendedAt),
  isNull(account.deletionDueAt),
  isNull(account.deletedAt)
);

/**
 * Lets somebody in whose account may be used. A deletion they had asked for is off: they have come back.
 * @throws Forbidden while it is suspended, and when it was deleted meanwhile
 */
export async function mustBeOpen(accountId: string): Promise<void> {
  await transaction(async (tx) => {
    // The row is the lock: of a deletion and a return at once, the first one counts.
    const [found] = await tx
      .select({ suspendedAt: account.suspendedAt, deletedAt: account.deletedAt })
      .from(account)
      .where(eq(account.id, accountId))
      .for('update');
    if (!found || found.deletedAt) throw new Forbidden('This account was deleted.');
    if (found.suspendedAt)
      throw new Forbidden('This account is suspended. Ask the people who run this place why.');
    const returned = await tx
      .update(account)
      .set({ deletionDueAt: null })
      .where(and(eq(account.id, accountId), isNotNull(account.deletionDueAt)))
      .returning({ id: account.id });
    if (returned.length === 0) return;
    await record(tx, { accountId }, 'account.keep');
    await tellOwner(tx, accountId, 'You have signed in, so your account will not be deleted.');
  });
}
