import { and, asc, eq, gt, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import { account } from '#accounts/schema.ts';
import { changed } from '#ballots/changed.server.ts';
import { clock } from '#ballots/clock.server.ts';
import { mayVoteIn } from '#ballots/closing.server.ts';
import { ballot, vote } from '#ballots/schema.ts';
import { group, membership } from '#groups/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { config } from '#platform/config.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { requestJob, type Job } from '#platform/jobs.server.ts';
import { post } from '#platform/mail.server.ts';
import { Temporal } from 'temporal-polyfill';

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

/** Voting began, so open pages look again. */
async function announce(ballotId: string): Promise<void> {
  const [found] = await database()
    .select({ groupId: ballot.groupId })
    .from(ballot)
    .where(eq(ballot.id, ballotId));
  if (found) await publish(changed(found.groupId));
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
export const lettersOf = (ballotId: string) => `${reminding}:${ballotId}:`;

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
  const text = letterText({ ...reminded, ballotId, ...here! });
  for (const { id, email } of await silent(tx, reminded.groupId, ballotId)) {
    const subject = `${here!.name}: your vote is still open for “${oneLine(reminded.title)}”`;
    const once = `${lettersOf(ballotId)}${id}`;
    await post(tx, { recipient: email, subject, text, once, until: reminded.closesAt });
  }
  await publish(changed(reminded.groupId), tx);
  return true;
}

/** Who may vote and has not. */
async function silent(tx: Transaction, groupId: string, ballotId: string) {
  const voted = tx.select({ id: vote.accountId }).from(vote).where(eq(vote.ballotId, ballotId));
  return tx
    .select({ id: account.id, email: account.email })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(and(mayVoteIn(groupId), sql`not ${inArray(account.id, voted)}`))
    .orderBy(account.id);
}

interface About {
  title: string;
  closesAt: Date;
  ballotId: string;
  name: string;
  slug: string;
  timezone: string;
}

function letterText({ title, closesAt, ballotId, name, slug, timezone }: About): string {
  const { origin, port } = config();
  const address = `${origin ?? `http://localhost:${port}`}/g/${slug}/ballots/${ballotId}`;
  const until = Temporal.Instant.fromEpochMilliseconds(closesAt.getTime()).toZonedDateTimeISO(timezone);
  const clock = until.toLocaleString('en-GB', {
    ...{ weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
    timeZoneName: 'short'
  } as Intl.DateTimeFormatOptions);
  return [
    `${name} decides: ${oneLine(title)}`,
    `You have not voted yet. The ballot is open until ${clock}; it takes less than a minute.`,
    address,
    'What you vote stays secret. This is the only reminder about this ballot.'
  ].join('\n\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
