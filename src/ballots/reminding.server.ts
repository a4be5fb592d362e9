import { and, asc, eq, gt, isNull, lte, or, type SQL } from 'drizzle-orm';
import { announceOpening } from '#ballots/announcing.server.ts';
import { changed } from '#ballots/changed.server.ts';
import { clock } from '#ballots/clock.server.ts';
import { ballot, vote } from '#ballots/schema.ts';
import * as groups from '#groups/groups.server.ts';
import { permissions } from '#groups/permissions.ts';
import { group } from '#groups/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { homeAddress } from '#platform/config.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { requestJob, type Job } from '#platform/jobs.server.ts';
import { oneLine } from '#platform/lettershown.ts';
import { recall } from '#platform/mail.server.ts';
import { writtenMoment } from '#ui/moment.ts';

const reminding = 'ballot.remind';
const opening = 'ballot.opened';

/** What ballots do by themselves; closing is the meetings' work, because winners go onto an agenda. */
export const jobs: readonly Job[] = [
  { name: reminding, cron: '* * * * *', run: () => remindDue() },
  { name: opening, run: ({ ballotId }) => announce(String(ballotId)) }
];

/** Asks for what a ballot does between its making and its closing. */
export async function requestSteps(
  tx: Transaction,
  { id, opensAt, remindsAt }: { id: string; opensAt: Date | null; remindsAt: Date | null }
): Promise<void> {
  if (opensAt) await requestJob(opening, { ballotId: id }, { at: opensAt, within: tx, key: id });
  if (remindsAt) await requestJob(reminding, {}, { at: remindsAt, within: tx, key: id });
}

/** Voting began, so open pages look again and webhooks are told. */
async function announce(ballotId: string): Promise<void> {
  await transaction(async (tx) => {
    const [found] = await tx
      .select({ groupId: ballot.groupId })
      .from(ballot)
      .where(and(eq(ballot.id, ballotId), isNull(ballot.closedAt)));
    if (!found) return;
    await announceOpening(tx, ballotId);
    await publish(changed(found.groupId), tx);
  });
}

/** Reminds those who have not voted, of every open ballot whose moment for it has come. */
export async function remindDue(at: Date | undefined = undefined): Promise<void> {
  const now = at ?? (await clock());
  const due = await database()
    .select({ id: ballot.id })
    .from(ballot)
    .where(isDue(now))
    .orderBy(asc(ballot.remindsAt));
  for (const { id } of due) await transaction((tx) => remind(tx, id, now));
}

function isDue(now: Date) {
  return and(lte(ballot.remindsAt, now), isNull(ballot.remindedAt), isVotable(now));
}

function isVotable(now: Date) {
  return and(
    isNull(ballot.closedAt),
    gt(ballot.closesAt, now),
    or(isNull(ballot.opensAt), lte(ballot.opensAt, now))
  );
}

/** What the letters of a ballot are called, so that none is written twice; the account's id follows. */
const lettersOf = (ballotId: string) => `${reminding}:${ballotId}:`;

/**
 * Stops the letters of a reminder that have not gone out; by hand those people can be reminded again.
 * @returns whether there were any
 */
export async function callReminderBack(tx: Transaction, ballotId: string): Promise<boolean> {
  if ((await recall(tx, lettersOf(ballotId))) === 0) return false;
  await tx.update(ballot).set({ remindsAt: null, remindedAt: null }).where(eq(ballot.id, ballotId));
  return true;
}

/** Reminds of a ballot whose moment for it has come. */
async function remind(tx: Transaction, ballotId: string, now: Date): Promise<void> {
  await remindIf(tx, ballotId, isDue(now), now);
}

/**
 * Reminds those who have not voted now, unless they were reminded before.
 * @returns whether voting is open, and they were not reminded before
 */
export async function remindNow(tx: Transaction, ballotId: string, now: Date): Promise<boolean> {
  return remindIf(tx, ballotId, and(isNull(ballot.remindedAt), isVotable(now)), now);
}

/** However many try, one of them writes the letters; and a person gets one, whatever happens. */
async function remindIf(
  tx: Transaction,
  ballotId: string,
  state: SQL | undefined,
  now: Date
): Promise<boolean> {
  const [reminded] = await tx
    .update(ballot)
    .set({ remindedAt: now })
    .where(and(eq(ballot.id, ballotId), state))
    .returning({ groupId: ballot.groupId, title: ballot.title, closesAt: ballot.closesAt });
  if (!reminded) return false;
  const [here] = await tx
    .select({ name: group.name, slug: group.slug, timezone: group.timezone })
    .from(group)
    .where(eq(group.id, reminded.groupId));
  const subject = `${here!.name}: your vote is still open for “${oneLine(reminded.title)}”`;
  for (const reader of await silent(tx, reminded.groupId, ballotId)) {
    const text = letterText({ ...reminded, ballotId, ...here! }, reader.zone);
    const once = `${lettersOf(ballotId)}${reader.accountId}`;
    await groups.write(tx, reader, { subject, text, once, until: reminded.closesAt }, now);
  }
  await publish(changed(reminded.groupId), tx);
  return true;
}

/** Who may vote, has not, and wants to be reminded. */
async function silent(tx: Transaction, groupId: string, ballotId: string): Promise<groups.Reader[]> {
  const voted = await tx.select({ id: vote.accountId }).from(vote).where(eq(vote.ballotId, ballotId));
  const ids = new Set(voted.map(({ id }) => id));
  const readers = await groups.readers(tx, groupId, 'vote', permissions['ballot.vote']);
  return readers.filter(({ accountId }) => !ids.has(accountId));
}

interface About {
  title: string;
  closesAt: Date;
  ballotId: string;
  name: string;
  slug: string;
  timezone: string;
}

function letterText({ title, closesAt, ballotId, name, slug, timezone }: About, zone: string | null): string {
  const until = writtenMoment(closesAt, timezone, zone);
  return [
    `${name} decides: ${oneLine(title)}`,
    `You have not voted yet. The ballot is open until ${until}; it takes less than a minute.`,
    `Vote now: ${homeAddress()}/g/${slug}/ballots/${ballotId}`,
    'What you vote stays secret. This is the only reminder about this ballot.'
  ].join('\n\n');
}
