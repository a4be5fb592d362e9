import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Vote } from '#ballots/ballots.ts';
import { allow } from '#groups/permissions.ts';
import { changed, tellOfVotes } from '#ballots/changed.server.ts';
import { faultsIn } from '#ballots/forms.ts';
import { kept } from '#ballots/frozen.ts';
import { noneOfThese, type Marks, type Rules } from '#ballots/rules.ts';
import { ballot, option, vote } from '#ballots/schema.ts';
import type { Member } from '#groups/groups.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { spend, type Limit } from '#platform/limits.server.ts';
import * as queue from '#queue/queue.server.ts';
import { Conflict, Invalid, NotFound } from '../failures.ts';

/** Votes of one account: nobody changes their mind every two seconds. */
const votesCast: Limit = {
  name: 'votes',
  times: 300,
  seconds: 10 * 60,
  says: 'You have voted very often just now. Your last vote counts.'
};

/**
 * Votes, or votes anew, until the ballot closes. Marks are read by the ballot's rules; without any they say "none of
 * these".
 * @param given marks, or for an approval ballot simply the ids one approves of
 * @throws Invalid for marks beyond the rules, by field (`mark.<id>`, `marks` for all of them)
 * @throws Conflict when it is not open yet, or closed meanwhile; what was voted before still counts
 */
export async function cast(
  member: Member,
  ballotId: string,
  given: Marks | readonly string[]
): Promise<void> {
  allow(member, 'ballot.vote');
  await spend(votesCast, member.accountId);
  const marks = Array.isArray(given) ? Object.fromEntries(given.map((id) => [id, 1])) : (given as Marks);
  const { rules, optionIds } = await standing(member, ballotId);
  checkMarks(marks, rules, optionIds);
  if (!(await put(member, ballotId, kept(marks, rules.method)))) await explainRefusal(member, ballotId);
  tellOfVotes(member.groupId);
}

/** The database's clock, as `clock` has it, read with the row. */
const clockNow = sql<Date>`clock_timestamp()`.mapWith(ballot.createdAt);

const within = ({ groupId }: Member, ballotId: string) =>
  and(eq(ballot.id, ballotId), eq(ballot.groupId, groupId));

/** A ballot's rules and options, which stay as they were when it was made. @throws NotFound */
async function standing(member: Member, ballotId: string): Promise<{ rules: Rules; optionIds: string[] }> {
  const [found] = await database()
    .select({
      method: ballot.method,
      settings: ballot.settings,
      optionIds: sql<
        string[]
      >`array(select ${option.nominationId} from ${option} where ${option.ballotId} = ${ballot.id})`
    })
    .from(ballot)
    .where(within(member, ballotId));
  if (!found) throw new NotFound('This ballot');
  return { rules: { method: found.method, ...found.settings } as Rules, optionIds: found.optionIds };
}

/**
 * Writes a vote if the ballot is open, in one statement, since a whole group may vote in the same second. It shares the
 * ballot's row, which keeps a closing waiting until the vote is in; a vote that comes after a closing began waits for
 * it, looks at the row again, and finds it closed.
 */
async function put({ accountId, groupId }: Member, ballotId: string, choice: Vote): Promise<boolean> {
  const written = await database().execute(sql`
    with open as (
      select ${ballot.id} from ${ballot}
      where ${ballot.id} = ${ballotId} and ${ballot.groupId} = ${groupId} and ${ballot.closedAt} is null
        and ${ballot.closesAt} > clock_timestamp()
        and (${ballot.opensAt} is null or ${ballot.opensAt} <= clock_timestamp())
      for share
    )
    insert into ${vote} (ballot_id, account_id, choice)
    select id, ${accountId}, ${JSON.stringify(choice)}::jsonb from open
    on conflict (ballot_id, account_id) do update set choice = excluded.choice
    returning ballot_id`);
  return written.length > 0;
}

async function explainRefusal(member: Member, ballotId: string): Promise<never> {
  const [found] = await database()
    .select({
      closedAt: ballot.closedAt,
      isToCome: sql<boolean>`coalesce(${ballot.opensAt} > ${clockNow}, false)`
    })
    .from(ballot)
    .where(within(member, ballotId));
  if (!found) throw new NotFound('This ballot');
  if (!found.closedAt && found.isToCome)
    throw new Conflict('This ballot is not open yet. Your vote was not counted; come back when it opens.');
  throw new Conflict('This ballot closed before your vote arrived, so your vote changed nothing.');
}

function checkMarks(marks: Marks, rules: Rules, optionIds: string[]): void {
  const standing = new Set([...optionIds, noneOfThese]);
  if (!Object.keys(marks).every((id) => standing.has(id)))
    throw new Invalid({ marks: 'One of your choices does not stand on this ballot.' });
  const faults = faultsIn(marks, rules);
  if (Object.keys(faults).length > 0) throw new Invalid(faults);
}

/**
 * Offers to lead an option if it is chosen, which goes before others in a tie; or takes the offer back.
 * @throws Conflict when somebody else offers it already, or the ballot has closed
 */
export async function offerToLead(
  member: Member,
  ballotId: string,
  nominationId: string,
  offers: boolean
): Promise<void> {
  allow(member, 'agenda.lead');
  await transaction(async (tx) => {
    await holdNotClosed(tx, member, ballotId);
    const isIt = and(eq(option.ballotId, ballotId), eq(option.nominationId, nominationId));
    const mine = eq(option.leadOfferedBy, member.accountId);
    const [changedRow] = await tx
      .update(option)
      .set({ leadOfferedBy: offers ? member.accountId : null })
      .where(and(isIt, offers ? isNull(option.leadOfferedBy) : mine))
      .returning({ id: option.nominationId });
    if (!changedRow) await explainOffer(tx, isIt, member, offers);
    // Otherwise what was offered in the queue before would still count.
    if (!offers) await queue.takeOfferBack(tx, nominationId, member.accountId);
    await publish(changed(member.groupId), tx);
  });
}

/** Says why an offer changed nothing, unless all is as asked already. */
async function explainOffer(
  tx: Transaction,
  isIt: ReturnType<typeof and>,
  { accountId }: Member,
  offers: boolean
): Promise<void> {
  const [found] = await tx.select({ by: option.leadOfferedBy }).from(option).where(isIt);
  if (!found) throw new NotFound('This option');
  if (offers && found.by !== accountId)
    throw new Conflict('Somebody else offered to lead this meanwhile. Thank you all the same.');
}

async function holdNotClosed(tx: Transaction, member: Member, ballotId: string): Promise<void> {
  const [found] = await tx
    .select({ closesAt: ballot.closesAt, closedAt: ballot.closedAt, now: clockNow })
    .from(ballot)
    .where(within(member, ballotId))
    .for('share');
  if (!found) throw new NotFound('This ballot');
  if (found.closedAt ?? found.closesAt <= found.now)
    throw new Conflict('This ballot has closed, so offers change nothing any more.');
}
