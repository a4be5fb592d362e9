import type { Role } from '#groups/permissions.ts';

/** Someone in a group, found by `groups.enter`: the actor of every verb inside it. */
export interface Member {
  accountId: string;
  name: string;
  role: Role;
  membershipId: string;
  groupId: string;
  groupSlug: string;
  groupName: string;
  /** IANA zone of the group. */
  timezone: string;
  /** When the group will be deleted, if an owner asked for that. */
  deletionDueAt?: Date | null;
}

/** Names of groups that would hide a page of their own. */
const reserved = new Set(['new', 'api', 'admin']);

/** The part of an address made from a name: `Grokking Club!` → `grokking-club`. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return slug && !reserved.has(slug) ? slug : `group-${slug}`.replace(/-$/, '');
}
