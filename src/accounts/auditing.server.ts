import { and, desc, eq, isNull, like, lt, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Account } from '#accounts/accounts.ts';
import { actsKeptDays, actSubjects, sentenceOf, type Act, type ActKind } from '#accounts/acts.ts';
import { govern } from '#accounts/operators.ts';
import { account, act } from '#accounts/schema.ts';
import { database, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';

/** Who acts, and in which group: a member; an account for the installation; null for the command line. */
export type Actor = { accountId: string; groupId?: string } | null;

const longestAbout = 200;
/** Acts on a page. */
const actsPage = 50;

/**
 * Writes down what an organiser or operator does, in the transaction that does it: there is no act without its line,
 * and no line without its act. `about` is shown to owners, so nothing goes in that they may not know.
 * @param to the group that an operator did it to, from outside: its owners read the line, too
 */
export async function record(
  tx: Transaction,
  actor: Actor,
  kind: ActKind,
  { person, about = '', to }: { person?: string; about?: string; to?: string } = {}
): Promise<void> {
  const line = {
    accountId: actor?.accountId ?? null,
    kind,
    personId: person ?? null,
    about: about.slice(0, longestAbout)
  };
  const places = actor?.groupId ? [actor.groupId] : [null, ...(to ? [to] : [])];
  await tx.insert(act).values(places.map((groupId) => ({ id: newId(), groupId, ...line })));
}

/** Which acts to show: all of one subject (`ballot`), from a page on. */
export interface ActFilter {
  subject: string | null;
  page: number;
}

/** What was done in a group, newest first. The caller has asked whether its reader may see it. */
export function actsIn(groupId: string, filter: ActFilter): Promise<{ acts: Act[]; hasMore: boolean }> {
  return acts(eq(act.groupId, groupId), filter);
}

/** What was done to the installation, newest first. @throws NotFound for everyone but operators */
export function actsHere(who: Account, filter: ActFilter): Promise<{ acts: Act[]; hasMore: boolean }> {
  govern(who, 'installation.audit');
  return acts(isNull(act.groupId), filter);
}

async function acts(where: SQL, { subject, page }: ActFilter): Promise<{ acts: Act[]; hasMore: boolean }> {
  const person = alias(account, 'person');
  const known = actSubjects.find((one) => one === subject);
  const found = await database()
    .select({
      id: act.id,
      kind: act.kind,
      by: account.name,
      person: person.name,
      about: act.about,
      at: act.createdAt
    })
    .from(act)
    .leftJoin(account, eq(account.id, act.accountId))
    .leftJoin(person, eq(person.id, act.personId))
    .where(and(where, known ? like(act.kind, `${known}.%`) : undefined))
    .orderBy(desc(act.createdAt), desc(act.id))
    .offset((page - 1) * actsPage)
    .limit(actsPage + 1);
  return {
    hasMore: found.length > actsPage,
    acts: found.slice(0, actsPage).map(({ person: whom, about, ...rest }) => ({
      ...rest,
      says: sentenceOf(rest.kind, whom, about)
    }))
  };
}

/** Forgets acts whose time is over. */
export async function sweepActs(): Promise<void> {
  await database()
    .delete(act)
    .where(lt(act.createdAt, sql`now() - make_interval(days => ${actsKeptDays})`));
}
