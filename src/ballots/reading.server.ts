import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { account } from '#accounts/schema.ts';
import type { Listed, Option, Result, View } from '#ballots/ballots.ts';
import { howManyMayVote, isVoterOf, votesOf } from '#ballots/closing.server.ts';
import { ballot, option, vote } from '#ballots/schema.ts';
import { count, shuffleFor } from '#ballots/tally.ts';
import { allow, type Member } from '#groups/groups.ts';
import { membership } from '#groups/schema.ts';
import { paper } from '#papers/schema.ts';
import { database } from '#platform/database.server.ts';
import { nomination } from '#queue/schema.ts';
import { NotFound } from '../failures.ts';

const mostListed = 200;

/** The group's ballots: open ones first, then the newest. */
export async function list(member: Member): Promise<Listed[]> {
  allow(member, 'group.read');
  const votes = sql`from ${vote} where ${vote.ballotId} = ${ballot.id}`;
  const rows = await database()
    .select({
      id: ballot.id,
      title: ballot.title,
      openedAt: ballot.createdAt,
      closesAt: ballot.closesAt,
      closedAt: ballot.closedAt,
      options: sql<number>`(select count(*)::int from ${option} where ${option.ballotId} = ${ballot.id})`,
      voted: sql<number>`coalesce((${ballot.result} ->> 'votes')::int, (select count(*)::int ${votes}))`,
      mine: sql<boolean>`exists (select 1 ${votes} and ${vote.accountId} = ${member.accountId})`,
      winners: sql<string[]>`coalesce(${ballot.result} -> 'winners', '[]'::jsonb)`
    })
    .from(ballot)
    .where(eq(ballot.groupId, member.groupId))
    .orderBy(desc(isNull(ballot.closedAt)), desc(ballot.createdAt))
    .limit(mostListed);
  const titles = await titlesOf(rows.flatMap(({ winners }) => winners));
  return rows.map((row) => ({ ...row, winners: row.winners.map((id) => titles.get(id) ?? '') }));
}

async function titlesOf(nominationIds: string[]): Promise<Map<string, string>> {
  if (nominationIds.length === 0) return new Map();
  const rows = await database()
    .select({ id: nomination.id, title: paper.title })
    .from(nomination)
    .innerJoin(paper, eq(paper.id, nomination.paperId))
    .where(inArray(nomination.id, nominationIds));
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** One ballot as this member may see it: counts only when they have voted or it is closed, never who voted what. */
export async function view(member: Member, ballotId: string): Promise<View> {
  allow(member, 'group.read');
  const [found] = await database()
    .select({
      id: ballot.id,
      title: ballot.title,
      openedAt: ballot.createdAt,
      closesAt: ballot.closesAt,
      closedAt: ballot.closedAt,
      quorum: ballot.quorum,
      result: ballot.result
    })
    .from(ballot)
    .where(and(eq(ballot.id, ballotId), eq(ballot.groupId, member.groupId)));
  if (!found) throw new NotFound('This ballot');
  const [options, mine, voters, eligible] = await Promise.all([
    optionsOf(ballotId),
    ownChoice(member, ballotId),
    votersOf(ballotId),
    howManyMayVote(database(), member.groupId)
  ]);
  const { result } = found;
  const tally = result ?? (mine ? await countSoFar(ballotId, options) : null);
  return {
    ...found,
    options: result ? byApprovals(options, result) : shuffled(options, ballotId, member.accountId),
    mine,
    voters,
    eligible: result?.eligible ?? eligible,
    tally: tally && { approvals: tally.approvals, noneOfThese: tally.noneOfThese }
  };
}

async function optionsOf(ballotId: string): Promise<Option[]> {
  return database()
    .select({
      nominationId: nomination.id,
      paperId: paper.id,
      title: paper.title,
      authors: paper.authors,
      authorCount: paper.authorCount,
      abstract: paper.abstract,
      pitch: nomination.pitch,
      proposer: account.name,
      gone: sql<boolean>`${nomination.withdrawnAt} is not null or ${nomination.chosenAt} is not null`
    })
    .from(option)
    .innerJoin(nomination, eq(nomination.id, option.nominationId))
    .innerJoin(paper, eq(paper.id, nomination.paperId))
    .innerJoin(account, eq(account.id, nomination.proposedBy))
    .where(eq(option.ballotId, ballotId))
    .orderBy(option.position);
}

async function ownChoice({ accountId }: Member, ballotId: string): Promise<string[] | null> {
  const [own] = await database()
    .select({ choice: vote.choice })
    .from(vote)
    .where(and(eq(vote.ballotId, ballotId), eq(vote.accountId, accountId)));
  return own?.choice.approved ?? null;
}

/** By name, not by time: who came when would tell, with the counts, who voted what. */
async function votersOf(ballotId: string): Promise<string[]> {
  const rows = await database()
    .select({ name: account.name })
    .from(vote)
    .innerJoin(ballot, eq(ballot.id, vote.ballotId))
    .innerJoin(membership, isVoterOf())
    .innerJoin(account, eq(account.id, vote.accountId))
    .where(eq(vote.ballotId, ballotId))
    .orderBy(account.name, account.id);
  return rows.map(({ name }) => name);
}

async function countSoFar(ballotId: string, options: readonly Option[]) {
  const votes = await votesOf(database(), ballotId);
  return count(
    votes,
    options.map(({ nominationId }) => ({ id: nominationId }))
  );
}

function shuffled(options: Option[], ballotId: string, accountId: string): Option[] {
  const byId = new Map(options.map((one) => [one.nominationId, one]));
  return shuffleFor(ballotId, accountId, [...byId.keys()]).map((id) => byId.get(id)!);
}

function byApprovals(options: Option[], { approvals, winners, gone }: Result): Option[] {
  const rank = ({ nominationId: id }: Option) => (approvals[id] ?? 0) + (winners.includes(id) ? 0.5 : 0);
  return options
    .map((one) => ({ ...one, gone: gone.includes(one.nominationId) }))
    .sort((a, b) => rank(b) - rank(a));
}
