import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import { group } from '#groups/schema.ts';
import { database, transaction } from '#platform/database.server.ts';
import { NotFound } from '../failures.ts';

/** Random bytes of a key: nobody comes upon a feed by trying. */
const keyBytes = 20;

/** The arXiv categories a group follows, and the key of its feeds while they are open to whoever has the address. */
export async function following(member: Member): Promise<{ categories: string[]; feedKey: string | null }> {
  allow(member, 'group.settings');
  const [found] = await database()
    .select({ categories: group.categories, feedKey: group.feedKey })
    .from(group)
    .where(eq(group.id, member.groupId));
  return found!;
}

/** Lets anybody follow the group's queue and picks who has the address with this key; the same key until withdrawn. */
export async function openFeeds(member: Member): Promise<void> {
  allow(member, 'group.feeds');
  await transaction(async (tx) => {
    const [found] = await tx
      .select({ feedKey: group.feedKey })
      .from(group)
      .where(eq(group.id, member.groupId))
      .for('update');
    if (found?.feedKey) return;
    await tx
      .update(group)
      .set({ feedKey: randomBytes(keyBytes).toString('base64url'), feedSharedAt: new Date() })
      .where(eq(group.id, member.groupId));
    await accounts.record(tx, member, 'feeds.open');
  });
}

/** Takes the address back: it leads nowhere from now on, and opening again makes another. */
export async function closeFeeds(member: Member): Promise<void> {
  allow(member, 'group.feeds');
  await transaction(async (tx) => {
    await tx.update(group).set({ feedKey: null, feedSharedAt: null }).where(eq(group.id, member.groupId));
    await accounts.record(tx, member, 'feeds.close');
  });
}

/** The group whose feeds have this key, for whoever asks. @throws NotFound, the same for whatever reason */
export async function followedBy(key: string): Promise<{ groupId: string; slug: string; name: string }> {
  const [found] = await database()
    .select({ groupId: group.id, slug: group.slug, name: group.name })
    .from(group)
    .where(eq(group.feedKey, key));
  if (!found) throw new NotFound('This feed');
  return found;
}
