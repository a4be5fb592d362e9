import { and, desc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { account } from '#accounts/schema.ts';
import type { Listed, Option, Result, Tally, View } from '#ballots/ballots.ts';
import { allow } from '#groups/permissions.ts';
import type { Marks, Rules } from '#ballots/rules.ts';
import { howManyMayVote, isLeaderOf, isVoterOf, votesOf } from '#ballots/closing.server.ts';
import { marksOf, thaw } from '#ballots/frozen.ts';
import { ballot, option, vote } from '#ballots/schema.ts';
import { count } from '#ballots/tally.ts';
import { shuffleFor } from '#ballots/tie.ts';
import { titlesOf } from '#ballots/titles.server.ts';
import type { Member } from '#groups/groups.ts';
import { membership } from '#groups/schema.ts';
import { paper } from '#papers/schema.ts';
import { database } from '#platform/database.server.ts';
import { nomination } from '#queue/schema.ts';
import { NotFound } from '../failures.ts';

const mostListed = 200;

/** One page of a list: so many, after the one with this id. */
interface Page {
  after?: string | null;
  limit?: number;
}

const opensAt = sql<Date>`coalesce(${ballot.opensAt}, ${ballot.createdAt})`.mapWith(ballot.createdAt);

/** The group's ballots: open ones first, then the newest. */
export async function list(
  member: Member,
  { after = null, limit = mostListed }: Page = {}
): Promise<Listed[]> {
  allow(member, 'group.read');
  const votes = sql`from ${vote} where ${vote.ballotId} = ${ballot.id}`;
  const rows = await database()
    .select({
      id: ballot.id,
      title: ballot.title,
      method: ballot.method,
      settings: ballot.settings,
      opensAt,
      closesAt: ballot.closesAt,
      closedAt: ballot.closedAt,
      withdrawnAt: ballot.withdrawnAt,
      options: sql<number>`(select count(*)::int from ${option} where ${option.ballotId} = ${ballot.id})`,
      voted: sql<number>`coalesce((${ballot.result} ->> 'votes')::int, (select count(*)::int ${votes}))`,
      mine: sql<boolean>`exists (select 1 ${votes} and ${vote.accountId} = ${member.accountId})`,
      winners: sql<string[]>`coalesce(${ballot.result} -> 'winners', '[]'::jsonb)`
    })
    .from(ballot)
    .where(and(eq(ballot.groupId, member.groupId), after === null ? undefined : comesAfter(after)))
    .orderBy(desc(isNull(ballot.closedAt)), desc(ballot.createdAt), desc(ballot.id))
    .limit(limit);
  const titles = await titlesOf(rows.flatMap(({ winners }) => winners));
  return rows.map(({ method, settings, winners, ...row }) => ({
    ...row,
    rules: { method, ...settings } as Rules,
    winners: winners.map((id) => titles.get(id) ?? '')
  }));
}

function comesAfter(ballotId: string): SQL {
  return sql`(${ballot.closedAt} is null, ${ballot.createdAt}, ${ballot.id}) < (
    select last.closed_at is null, last.created_at, last.id from ${ballot} last where last.id = ${ballotId})`;
}

/** One ballot as this member may see it: counts only when they have voted or it is closed, never who voted what. */
export async function view(member: Member, ballotId: string): Promise<View> {
  allow(member, 'group.read');
  const { method, settings, result: frozen, ...found } = await find(member, ballotId);
  const rules = { method, ...settings } as Rules;
  const [options, mine, voters, eligible] = await Promise.all([
    optionsOf(member, ballotId),
    ownMarks(member, ballotId),
    votersOf(ballotId),
    howManyMayVote(database(), member.groupId)
  ]);
  const result = frozen && thaw(frozen);
  const tally = result ?? (mine ? await countSoFar(ballotId, options, rules) : null);
  return {
    ...found,
    rules,
    options: result ? asResulted(options, result) : shuffled(options, ballotId, member.accountId),
    mine,
    // Of a closed ballot the count is frozen; who cast a vote may be gone since.
    voted: result?.votes ?? voters.length,
    voters: tally && !result ? null : voters,
    eligible: result?.eligible ?? eligible,
    tally: tally && { counts: tally.counts, noneOfThese: tally.noneOfThese },
    result
  };
}

async function find(member: Member, ballotId: string) {
  const [found] = await database()
    .select({
      id: ballot.id,
      title: ballot.title,
      method: ballot.method,
      settings: ballot.settings,
      seats: ballot.seats,
      opensAt,
      closesAt: ballot.closesAt,
      closedAt: ballot.closedAt,
      withdrawnAt: ballot.withdrawnAt,
      remindsAt: ballot.remindsAt,
      remindedAt: ballot.remindedAt,
      quorum: ballot.quorum,
      result: ballot.result
    })
    .from(ballot)
    .where(and(eq(ballot.id, ballotId), eq(ballot.groupId, member.groupId)));
  if (!found) throw new NotFound('This ballot');
  return found;
}

const leader = alias(account, 'leader');

async function optionsOf({ accountId }: Member, ballotId: string): Promise<Option[]> {
  const rows = await database()
    .select({
      nominationId: nomination.id,
      paperId: paper.id,
      title: paper.title,
      authors: paper.authors,
      authorCount: paper.authorCount,
      abstract: paper.abstract,
      pitch: nomination.pitch,
      proposer: account.name,
      leadId: leader.id,
      leadName: leader.name,
      gone: sql<boolean>`${nomination.withdrawnAt} is not null or ${nomination.chosenAt} is not null`
    })
    .from(option)
    .innerJoin(ballot, eq(ballot.id, option.ballotId))
    .innerJoin(nomination, eq(nomination.id, option.nominationId))
    .innerJoin(paper, eq(paper.id, nomination.paperId))
    .innerJoin(account, eq(account.id, nomination.proposedBy))
    .leftJoin(membership, isLeaderOf())
    .leftJoin(leader, eq(leader.id, membership.accountId))
    .where(eq(option.ballotId, ballotId))
    .orderBy(option.position);
  return rows.map(({ leadId, leadName, ...row }) => ({
    ...row,
    lead: leadId && leadName ? { name: leadName, isMe: leadId === accountId } : null
  }));
}

async function ownMarks({ accountId }: Member, ballotId: string): Promise<Marks | null> {
  const [own] = await database()
    .select({ choice: vote.choice })
    .from(vote)
    .where(and(eq(vote.ballotId, ballotId), eq(vote.accountId, accountId)));
  return own ? marksOf(own.choice) : null;
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

async function countSoFar(ballotId: string, options: readonly Option[], rules: Rules): Promise<Tally> {
  const votes = await votesOf(database(), ballotId);
  const candidates = options.map(({ nominationId, gone }) => ({
    ...{ id: nominationId, gone },
    proposedAt: new Date(0)
  }));
  return count(votes, candidates, rules);
}

function shuffled(options: Option[], ballotId: string, accountId: string): Option[] {
  const byId = new Map(options.map((one) => [one.nominationId, one]));
  return shuffleFor(ballotId, accountId, [...byId.keys()]).map((id) => byId.get(id)!);
}

/** Winners, then what else could have been chosen by place, then the rest by its count. */
function asResulted(options: Option[], { counts, places, winners, gone }: Result): Option[] {
  const order = [...new Set([...winners, ...places.flat()])];
  const rank = ({ nominationId }: Option) => order.indexOf(nominationId) + 1 || order.length + 1;
  const points = ({ nominationId }: Option) => counts[nominationId]?.points ?? 0;
  return options
    .map((one) => ({ ...one, gone: gone.includes(one.nominationId) }))
    .sort((a, b) => rank(a) - rank(b) || points(b) - points(a));
}
