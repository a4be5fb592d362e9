import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Member } from '#groups/groups.ts';
import { allow, type Action } from '#groups/permissions.ts';
import { paper } from '#papers/schema.ts';
import { database, type Database, type Transaction } from '#platform/database.server.ts';
import { nomination } from '#queue/schema.ts';
import { Conflict, NotFound } from '../failures.ts';

/** Of a nomination that neither left nor was chosen. */
export const waits = and(isNull(nomination.withdrawnAt), isNull(nomination.chosenAt));

/** A nomination as verbs need it. */
export interface Found {
  id: string;
  queueId: string;
  paperId: string;
  title: string;
  /** The actor proposed it. */
  own: boolean;
  isWaiting: boolean;
  /** A ballot decides on it. */
  isHeld: boolean;
}

const columns = {
  id: nomination.id,
  queueId: nomination.queueId,
  paperId: nomination.paperId,
  title: paper.title,
  proposedBy: nomination.proposedBy,
  isWaiting: sql<boolean>`${waits}`,
  isHeld: sql<boolean>`coalesce(${nomination.heldUntil} > now(), false)`
};

function inGroup(within: Database | Transaction, { groupId }: Member, nominationId: string) {
  return within
    .select(columns)
    .from(nomination)
    .innerJoin(paper, eq(paper.id, nomination.paperId))
    .where(and(eq(nomination.id, nominationId), eq(nomination.groupId, groupId)));
}

function asFound(member: Member, rows: ({ proposedBy: string } & Omit<Found, 'own'>)[]): Found {
  const [row] = rows;
  if (!row) throw new NotFound('This proposal');
  const { proposedBy, ...found } = row;
  return { ...found, own: proposedBy === member.accountId };
}

/** A nomination of the member's group, in whatever state. @throws NotFound */
export async function find(member: Member, nominationId: string): Promise<Found> {
  return asFound(member, await inGroup(database(), member, nominationId));
}

/** The same, locked until the transaction ends. @throws NotFound */
export async function hold(tx: Transaction, member: Member, nominationId: string): Promise<Found> {
  return asFound(member, await inGroup(tx, member, nominationId).for('update', { of: nomination }));
}

/** The same, which must still wait. @throws Conflict when it left meanwhile */
export async function holdWaiting(tx: Transaction, member: Member, nominationId: string): Promise<Found> {
  const found = await hold(tx, member, nominationId);
  if (!found.isWaiting) throw leftAlready();
  return found;
}

/** One's own nomination as one may propose; others' as the table says. */
export function allowOwn(member: Member, own: boolean, others: Action): void {
  allow(member, own ? 'nomination.make' : others);
}

/** It was withdrawn or chosen while somebody looked at it. */
export function leftAlready(): Conflict {
  return new Conflict('This proposal is no longer in the queue: it was withdrawn or chosen meanwhile.');
}
