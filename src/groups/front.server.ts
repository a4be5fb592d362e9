import { and, asc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import { domainOf } from '#groups/joining.server.ts';
import { group, joinRequest, membership } from '#groups/schema.ts';
import { database } from '#platform/database.server.ts';
import { NotFound } from '../failures.ts';

/* What a group shows to people who are not in it: nothing, unless it chose to. */

/** A group as it shows itself to somebody outside, or to somebody in it who looks at that. */
export interface Front {
  groupId: string;
  slug: string;
  name: string;
  about: string;
  timezone: string;
  /** What everybody may see. */
  shows: { archive: boolean; schedule: boolean; names: boolean };
  /** How whoever looks can come in: they are in it; by their address; by asking; they have asked; or not at all. */
  door: 'inside' | 'domain' | 'ask' | 'asked' | 'closed';
}

const groupsPage = 30;

/** @throws NotFound unless the group shows something to whoever looks, the same as when there is none */
export async function front(who: Account | null, slug: string): Promise<Front> {
  const domain = who ? await domainOf(who) : null;
  const [found] = await database()
    .select({ ...columns, ...doorsOf(who?.id ?? '') })
    .from(group)
    .where(eq(group.slug, slug));
  if (!found) throw new NotFound('This group');
  const { isIn, hasAsked, listedSince, domains, archiveSince, scheduleSince, namesSince, ...rest } = found;
  const shows = {
    archive: archiveSince !== null,
    schedule: scheduleSince !== null,
    names: namesSince !== null
  };
  const mayEnter = domain !== null && domains.includes(domain);
  const mayAsk = who !== null && listedSince !== null;
  if (!isIn && !mayEnter && !mayAsk && !shows.archive && !shows.schedule) throw new NotFound('This group');
  const door = isIn ? 'inside' : mayEnter ? 'domain' : mayAsk ? (hasAsked ? 'asked' : 'ask') : 'closed';
  return { ...rest, shows, door };
}

/** The groups somebody signed in can find: listed ones, and those their address lets them into. By name, by pages. */
export async function findable(
  who: Account,
  page: number
): Promise<{
  groups: { slug: string; name: string; about: string; door: Front['door'] }[];
  hasMore: boolean;
}> {
  const domain = await domainOf(who);
  const byDomain = domain ? sql`${group.joinDomains} ? ${domain}` : sql`false`;
  const found = await database()
    .select({ ...columns, ...doorsOf(who.id) })
    .from(group)
    .where(or(isNotNull(group.listedSince), byDomain))
    .orderBy(asc(group.name), asc(group.id))
    .offset((page - 1) * groupsPage)
    .limit(groupsPage + 1);
  return {
    hasMore: found.length > groupsPage,
    groups: found.slice(0, groupsPage).map(({ slug, name, about, isIn, hasAsked, domains }) => ({
      ...{ slug, name, about },
      door: isIn ? 'inside' : domain && domains.includes(domain) ? 'domain' : hasAsked ? 'asked' : 'ask'
    }))
  };
}

const columns = {
  groupId: group.id,
  slug: group.slug,
  name: group.name,
  about: group.about,
  timezone: group.timezone,
  listedSince: group.listedSince,
  domains: group.joinDomains,
  archiveSince: group.archivePublicSince,
  scheduleSince: group.schedulePublicSince,
  namesSince: group.namesPublicSince
};

function doorsOf(accountId: string) {
  const current = database()
    .select({ id: membership.id })
    .from(membership)
    .where(
      and(eq(membership.groupId, group.id), eq(membership.accountId, accountId), isNull(membership.endedAt))
    );
  const open = database()
    .select({ id: joinRequest.id })
    .from(joinRequest)
    .where(
      and(
        eq(joinRequest.groupId, group.id),
        eq(joinRequest.accountId, accountId),
        sql`coalesce(${joinRequest.acceptedAt}, ${joinRequest.declinedAt}, ${joinRequest.withdrawnAt}) is null`
      )
    );
  return {
    isIn: sql<boolean>`exists (${current})`,
    hasAsked: sql<boolean>`exists (${open})`
  };
}
