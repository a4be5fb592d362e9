import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import type { Account } from '#accounts/accounts.ts';
import { account } from '#accounts/schema.ts';
import * as groups from '#groups/groups.server.ts';
import { invitation } from '#groups/schema.ts';
import { agendaItem, meeting } from '#meetings/schema.ts';
import { actionItem, noteMention } from '#notes/schema.ts';
import { referencesIn } from '#platform/catalogue.server.ts';
import { database, driver, transaction, type Transaction } from '#platform/database.server.ts';
import { log } from '#platform/log.server.ts';
import { Conflict } from '../failures.ts';

/**
 * Asks for one's account to be deleted in two weeks; signing in before calls it off.
 * @returns when
 * @throws Conflict for the last owner of a group, or the last operator, who must hand over first
 */
export async function askForDeletion(who: Account): Promise<Date> {
  return transaction(async (tx) => {
    const alone = await groups.ownedAlone(tx, who.id);
    if (alone.length > 0)
      throw new Conflict(
        `You are the only owner of ${new Intl.ListFormat('en').format(alone)}. Make somebody else an owner, or delete the group, first.`
      );
    if (who.isOperator && (await isLastOperator(tx, who)))
      throw new Conflict('Nobody else runs this place. Make somebody else an operator first.');
    return accounts.askForDeletion(tx, who);
  });
}

async function isLastOperator(tx: Transaction, who: Account): Promise<boolean> {
  const operators = await tx
    .select({ id: account.id })
    .from(account)
    .where(
      and(
        sql`${account.operatorSince} is not null`,
        isNull(account.deletionDueAt),
        isNull(account.suspendedAt)
      )
    )
    .for('update');
  return operators.every(({ id }) => id === who.id);
}

/** Deletes the accounts whose time to come back is over. Safe to run twice, or by two: each is deleted once. */
export async function deleteDue(now = new Date()): Promise<void> {
  const faults: unknown[] = [];
  for (const id of await accounts.deletionsDue(now))
    await transaction((tx) => forget(tx, id, now)).catch((cause) => faults.push(cause));
  if (faults.length > 0) throw new AggregateError(faults, 'Some accounts could not be deleted.');
}

/**
 * Whether a row goes with the account it names is said by its reference in the schema: `cascade` takes it along (votes,
 * interest, reading, settings), `set null` leaves it without the name, and what has neither was made for the group
 * and stays, by someone who left.
 */
async function forget(tx: Transaction, accountId: string, now: Date): Promise<void> {
  const was = await accounts.erase(tx, accountId, now);
  if (!was) return;
  await handBack(tx, accountId, now);
  for (const { table, column, to, onDelete } of await referencesIn(driver())) {
    if (to !== 'account' || onDelete === 'stay') continue;
    const [rows, reference] = [sql.identifier(table), sql.identifier(column)];
    await tx.execute(
      onDelete === 'cascade'
        ? sql`delete from ${rows} where ${reference} = ${accountId}`
        : sql`update ${rows} set ${reference} = null where ${reference} = ${accountId}`
    );
  }
  log().info({ account: accountId }, 'an account was deleted');
}

/** What waits for them waits for them no longer. */
async function handBack(tx: Transaction, accountId: string, now: Date): Promise<void> {
  const toCome = database().select({ id: meeting.id }).from(meeting).where(gt(meeting.startsAt, now));
  await tx
    .update(agendaItem)
    .set({ leadId: null, leadDraw: null })
    .where(and(eq(agendaItem.leadId, accountId), inArray(agendaItem.meetingId, toCome)));
  await tx
    .update(actionItem)
    .set({ assigneeId: null })
    .where(and(eq(actionItem.assigneeId, accountId), isNull(actionItem.doneAt)));
  await tx.delete(noteMention).where(eq(noteMention.accountId, accountId));
  await tx
    .update(invitation)
    .set({ revokedAt: now })
    .where(and(eq(invitation.createdBy, accountId), isNull(invitation.revokedAt)));
}
