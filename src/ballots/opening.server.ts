import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import type { Opening } from '#ballots/ballots.ts';
import { allow } from '#groups/permissions.ts';
import type { Rules } from '#ballots/rules.ts';
import { closingFault, fewestOptions, mostOptions } from '#ballots/forms.ts';
import { announceOpening } from '#ballots/announcing.server.ts';
import { changed } from '#ballots/changed.server.ts';
import { clock } from '#ballots/clock.server.ts';
import { howManyMayVote } from '#ballots/closing.server.ts';
import { requestSteps } from '#ballots/reminding.server.ts';
import { ballot, option } from '#ballots/schema.ts';
import type { Member } from '#groups/groups.ts';
import { publish } from '#platform/bus.server.ts';
import { transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import * as queues from '#queue/queue.server.ts';
import { nomination } from '#queue/schema.ts';
import { Conflict, Invalid, NotFound } from '../failures.ts';

/**
 * Opens a ballot on nominations that wait in the group's queue, at once or at a moment to come.
 * @throws Invalid for too few or too many options, times that do not follow each other, a quorum nobody can reach,
 *   rules that leave nothing to decide
 * @throws Conflict when one of them left the queue meanwhile
 */
export async function open(
  member: Member,
  opening: Opening,
  within: Transaction | undefined = undefined
): Promise<{ id: string }> {
  allow(member, 'ballot.open');
  const opener = { groupId: member.groupId, openedBy: member.accountId };
  return within ? openIn(within, opener, opening) : transaction((tx) => openIn(tx, opener, opening));
}

/** Whose ballot it is; nobody's when the group's rhythm opens it. */
export interface Opener {
  groupId: string;
  openedBy: string | null;
}

/** Opens a ballot for whoever asked before, within their transaction. The same failures as `open`. */
export async function openIn(
  tx: Transaction,
  { groupId, openedBy }: Opener,
  opening: Opening
): Promise<{ id: string }> {
  const chosen = [...new Set(opening.nominationIds)];
  const { rules = { method: 'approval' }, seats = 1, closesAt, quorum, title } = opening;
  const now = await clock(tx);
  const faults = {
    ...optionsFault(chosen),
    ...timesFault(opening, now),
    ...rulesFault(rules, seats, chosen.length)
  };
  if (Object.keys(faults).length > 0) throw new Invalid(faults);
  const eligible = await howManyMayVote(tx, groupId);
  if (quorum > eligible)
    throw new Invalid({ quorum: `Nobody could reach that: ${eligible} people may vote in this group.` });
  await holdWaiting(tx, groupId, chosen);
  const id = newId();
  const { method, ...settings } = rules;
  const opensAt = opening.opensAt && opening.opensAt > now ? opening.opensAt : null;
  const remindsAt = reminderOf(opening, opensAt ?? now);
  await tx
    .insert(ballot)
    .values({ id, groupId, title, method, settings, seats, openedBy, opensAt, closesAt, remindsAt, quorum });
  const offers = await queues.firstOffers(tx, chosen);
  await tx.insert(option).values(
    chosen.map((nominationId, position) => ({
      ...{ ballotId: id, nominationId, position },
      leadOfferedBy: offers.get(nominationId) ?? null
    }))
  );
  await queues.holdUntil(tx, chosen, closesAt);
  await requestSteps(tx, { id, opensAt, remindsAt });
  if (!opensAt) await announceOpening(tx, id);
  await publish(changed(groupId), tx);
  return { id };
}

function optionsFault({ length }: string[]): Record<string, string> {
  if (length < fewestOptions)
    return { nomination: 'Choose at least two proposals: with one there is nothing to decide.' };
  if (length > mostOptions) return { nomination: `Choose at most ${mostOptions} proposals.` };
  return {};
}

function timesFault({ opensAt, closesAt }: Opening, now: Date): Record<string, string> {
  const fault = closingFault(closesAt, now);
  if (fault) return { closesAt: fault };
  if (opensAt && !(opensAt < closesAt))
    return { opensAt: 'It would open only when it closes. Choose an earlier time.' };
  return {};
}

function rulesFault(rules: Rules, seats: number, options: number): Record<string, string> {
  const faults: Record<string, string> = {};
  if (!Number.isInteger(seats) || seats < 1) faults.seats = 'At least one has to win.';
  else if (seats >= options)
    faults.seats = `With ${options} options at most ${options - 1} can win, or there is nothing to decide.`;
  if (rules.method === 'dots' && rules.most > rules.budget)
    faults.most = `More than the ${rules.budget} dots that everyone has.`;
  return faults;
}

/** None when its moment would come before the ballot opens: a reminder nobody needs. */
function reminderOf({ remindsAt }: Opening, opensAt: Date): Date | null {
  return remindsAt && remindsAt > opensAt ? remindsAt : null;
}

async function holdWaiting(tx: Transaction, groupId: string, nominationIds: string[]): Promise<void> {
  const held = await tx
    .select({ id: nomination.id })
    .from(nomination)
    .where(
      and(
        inArray(nomination.id, nominationIds),
        eq(nomination.groupId, groupId),
        isNull(nomination.withdrawnAt),
        isNull(nomination.chosenAt)
      )
    )
    .orderBy(nomination.id)
    .for('no key update', { of: nomination });
  if (held.length === nominationIds.length) return;
  const sentence = 'One of these proposals left the queue meanwhile. Look through the list again.';
  throw new Conflict(sentence, { nomination: sentence });
}

/**
 * Lets voting begin now instead of later. Whoever comes second changes nothing.
 * @throws NotFound when there is no such ballot in the group
 */
export async function openNow(member: Member, ballotId: string): Promise<void> {
  allow(member, 'ballot.open');
  await transaction(async (tx) => {
    const now = await clock(tx);
    const here = and(eq(ballot.id, ballotId), eq(ballot.groupId, member.groupId));
    const opened = await tx
      .update(ballot)
      .set({ opensAt: now })
      .where(and(here, gt(ballot.opensAt, now), isNull(ballot.closedAt)))
      .returning({ title: ballot.title });
    if (opened[0]) {
      await accounts.record(tx, member, 'ballot.open', { about: `${opened[0].title}, earlier than planned` });
      await announceOpening(tx, ballotId);
      await publish(changed(member.groupId), tx);
    } else if ((await tx.select({ id: ballot.id }).from(ballot).where(here)).length === 0)
      throw new NotFound('This ballot');
  });
}
