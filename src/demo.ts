import { eq } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import type { Account } from '#accounts/accounts.ts';
import { account } from '#accounts/schema.ts';
import * as ballots from '#ballots/ballots.server.ts';
import * as groups from '#groups/groups.server.ts';
import type { Member } from '#groups/groups.ts';
import { group } from '#groups/schema.ts';
import * as meetings from '#meetings/meetings.server.ts';
import type { Role } from '#groups/permissions.ts';
import { usualCycle } from '#meetings/cycle.ts';
import { weekdays } from '#meetings/rhythm.ts';
import * as feed from '#papers/feed.server.ts';
import { database } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { nomination } from '#queue/schema.ts';
import { writeNote } from './demo/note.ts';
import { daysFromNow, keepPaper } from './demo/paper.ts';
import { discussed, summaries, waiting, type Person, type SamplePaper } from './demo/samples.ts';

const name = 'Grokking club';
const slug = 'grokking-club';
const timezone = 'Europe/Berlin';
const password = 'read together, weekly';

const signIn = [
  `Sample group "${name}". Sign in as an organiser: grace@example.org, or as a member: alan@example.org`,
  `(also ada@, its owner; emmy@, a member; kurt@, a guest). The password of all of them: ${password}`
];

type Cast = Record<Person, Member>;

/** Fills a new installation with a sample group in full swing. @returns lines that say how to sign in */
export async function stage(): Promise<string[]> {
  const [known] = await database().select({ id: group.id }).from(group).where(eq(group.slug, slug));
  if (known) return signIn;
  const cast = await gather();
  await feed.loadSample(await person('Ada'));
  await lookBack(cast);
  const nominationIds = await fillQueue(cast);
  await lookAhead(cast, nominationIds.slice(0, 4));
  await tendQueue(cast, nominationIds);
  return signIn;
}

async function gather(): Promise<Cast> {
  const ada = await person('Ada');
  const at = await groups.found(ada, { name, timezone });
  const owner = await groups.enter(ada, at);
  const joined = async (who: string, role: Role) => {
    const joiner = await person(who);
    const code = await groups.invite(owner, { role, days: 7, maxUses: 1 });
    return groups.enter(joiner, await groups.join(joiner, code));
  };
  return {
    ada: owner,
    grace: await joined('Grace', 'organiser'),
    emmy: await joined('Emmy', 'member'),
    alan: await joined('Alan', 'member'),
    kurt: await joined('Kurt', 'guest')
  };
}

/** An interrupted start leaves accounts behind, which the next one takes up. */
async function person(who: string): Promise<Account> {
  const email = `${who.toLowerCase()}@example.org`;
  const [known] = await database()
    .select({ id: account.id, operatorSince: account.operatorSince })
    .from(account)
    .where(eq(account.email, email));
  if (!known) return accounts.register({ name: who, email, password });
  return { id: known.id, name: who, email, isOperator: known.operatorSince !== null };
}

/** Two meetings behind us, the last one with a note. */
async function lookBack(cast: Cast): Promise<void> {
  for (const [index, sample] of discussed.entries()) {
    const { date } = meetings.wallClock(daysFromNow(-9 + 7 * index), timezone);
    const { id } = await meetings.arrange(cast.grace, { ...hour, date });
    await meetings.addToAgenda(cast.grace, id, await propose(cast, sample));
    if (index === discussed.length - 1) await writeNote(id);
    await hold(cast, id, sample);
  }
}

/** What became of a meeting: who was there, what its paper says, and its closing. */
async function hold(cast: Cast, id: string, { by, arxivId, interested }: SamplePaper): Promise<void> {
  const [item] = (await meetings.view(cast.grace, id)).agenda;
  if (!item) return;
  for (const one of new Set([by, ...interested, 'grace' as const]))
    await meetings.attend(cast.grace, id, { accountId: cast[one].accountId, there: true });
  for (const one of interested) await meetings.setReading(cast[one], item.id, 'read');
  const text = summaries[arxivId];
  if (text) await meetings.summarise(cast[by], item.id, { text, basedOn: '' });
  await meetings.close(cast.grace, id, { [item.id]: 'discussed' });
}

const hour = {
  title: 'Weekly meeting',
  time: '18:00',
  duration: 60,
  place: 'Room 2.14'
};

async function fillQueue(cast: Cast): Promise<string[]> {
  const made: string[] = [];
  for (const sample of waiting) made.push(await propose(cast, sample));
  return made;
}

async function propose(
  cast: Cast,
  { by, pitch, daysAgo, interested, ...sample }: SamplePaper
): Promise<string> {
  const { nominationId } = await queue.nominate(cast[by], await keepPaper(sample), pitch);
  for (const one of interested) await queue.showInterest(cast[one], nominationId);
  await database()
    .update(nomination)
    .set({ createdAt: daysFromNow(-daysAgo) })
    .where(eq(nomination.id, nominationId));
  return nominationId;
}

/** A thread, what has been read, a proposal in need of a lead, and one moved to a queue of its own. */
async function tendQueue(cast: Cast, nominationIds: readonly string[]): Promise<void> {
  const [first, second, third] = nominationIds;
  const last = nominationIds.at(-1);
  if (!first || !second || !third || !last) return;
  await queue.comment(
    cast.ada,
    first,
    'Do the curves hold for **other** weight decays, say $\\lambda = 0.1$?'
  );
  await queue.comment(cast.emmy, first, 'Figure 4 has two of them. I would like to go through it slowly.');
  await queue.setReading(cast.emmy, first, 'read');
  await queue.setReading(cast.alan, first, 'skimmed');
  await queue.setReading(cast.grace, second, 'to-read');
  await queue.lookForLead(cast.grace, third);
  await queue.moveTo(cast.grace, last, await queue.makeQueue(cast.grace, 'Long reads'));
}

/** The rhythm, and a ballot for the next meeting that the organiser and one member have yet to vote on. */
async function lookAhead(cast: Cast, nominationIds: string[]): Promise<void> {
  const inFiveDays = new Date(`${meetings.wallClock(daysFromNow(5), timezone).date}T12:00Z`);
  const weekday = weekdays[(inFiveDays.getUTCDay() + 6) % 7]!.value;
  const startsOn = meetings.wallClock(new Date(), timezone).date;
  await meetings.setRhythm(cast.grace, { ...hour, every: 'weekly', weekday, startsOn });
  await meetings.setCycle(cast.grace, usualCycle);
  const next = await meetings.next(cast.grace);
  const closesAt = ballots.closingTime(
    ballots.defaultClosing(timezone, new Date(), next?.startsAt),
    timezone
  );
  const title = 'What do we discuss next?';
  const { id } = await meetings.askGroup(cast.grace, { title, nominationIds, closesAt, quorum: 2 });
  await ballots.cast(cast.ada, id, [nominationIds[0]!, nominationIds[2]!]);
  await ballots.cast(cast.emmy, id, [nominationIds[0]!, nominationIds[1]!]);
}
