import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import type { Role } from '#groups/permissions.ts';
import type { Quiet } from '#groups/forms.ts';
import { mailKinds, type MailKind } from '#groups/words.ts';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { outsideQuiet } from '#groups/quiet.ts';
import { group, membership, quietHours, unsubscription } from '#groups/schema.ts';
import { homeAddress } from '#platform/config.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { post, type Letter } from '#platform/mail.server.ts';
import { sign, unsign } from '#platform/signing.server.ts';
import { NotFound } from '../failures.ts';

/** A member who wants a kind of mail from a group. */
export interface Reader {
  accountId: string;
  name: string;
  email: string;
  groupId: string;
  groupName: string;
  kind: MailKind;
  quiet: Quiet | null;
  /** IANA zone that they chose for themselves; null where the group's is good enough. */
  zone: string | null;
}

const unsubscribingDays = 180;

/** Who wants a kind of mail from a group, among the roles it is for. @param only whether this one does */
export async function readers(
  tx: Transaction,
  groupId: string,
  kind: MailKind,
  roles: readonly Role[],
  only: string | undefined = undefined
): Promise<Reader[]> {
  const rows = await tx
    .select({
      accountId: account.id,
      name: account.name,
      email: account.email,
      groupName: group.name,
      zone: account.timezone,
      from: quietHours.fromTime,
      until: quietHours.untilTime,
      timezone: quietHours.timezone
    })
    .from(membership)
    .innerJoin(group, eq(group.id, membership.groupId))
    .innerJoin(account, eq(account.id, membership.accountId))
    .leftJoin(quietHours, eq(quietHours.accountId, account.id))
    .leftJoin(
      unsubscription,
      and(
        eq(unsubscription.groupId, groupId),
        eq(unsubscription.accountId, account.id),
        eq(unsubscription.kind, kind)
      )
    )
    .where(
      and(
        eq(membership.groupId, groupId),
        isNull(membership.endedAt),
        inArray(membership.role, [...roles]),
        isNull(unsubscription.kind),
        only === undefined ? undefined : eq(membership.accountId, only)
      )
    )
    .orderBy(asc(account.id));
  return rows.map(({ from, until, timezone, ...reader }) => ({
    ...reader,
    groupId,
    kind,
    quiet: from && until && timezone ? { from, until, timezone } : null
  }));
}

/**
 * Writes to a reader: after their quiet hours, with a way out that takes one tap (RFC 8058). A letter whose time is
 * over by then is not written.
 */
export async function write(
  tx: Transaction,
  reader: Reader,
  letter: Omit<Letter, 'recipient' | 'headers' | 'at'>,
  now: Date = new Date()
): Promise<void> {
  const at = outsideQuiet(now, reader.quiet);
  if (letter.until && at >= letter.until) return;
  const expiresAt = new Date(now.getTime() + unsubscribingDays * 86_400_000);
  const word = await sign('unsubscribe', [reader.groupId, reader.accountId, reader.kind], expiresAt, tx);
  const address = `${homeAddress()}/unsubscribe/${word}`;
  await post(tx, {
    ...letter,
    at,
    recipient: reader.email,
    text: `${letter.text}\n\n-- \nYou get this as a member of ${reader.groupName}.\nNo more of these: ${address}\n`,
    headers: {
      'List-Unsubscribe': `<${address}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click'
    }
  });
}

/** What somebody who follows the link in a mail can leave, or have again. */
export interface Subscription {
  groupName: string;
  label: string;
  isLeft: boolean;
}

/** The mails that a link's word speaks of. @throws NotFound for a word that is not ours or holds no longer */
export async function subscriptionBy(word: string): Promise<Subscription> {
  const [groupId, accountId, kind] = await about(word);
  const [found] = await database()
    .select({ groupName: group.name, left: unsubscription.createdAt })
    .from(group)
    .leftJoin(
      unsubscription,
      and(
        eq(unsubscription.groupId, group.id),
        eq(unsubscription.accountId, accountId),
        eq(unsubscription.kind, kind)
      )
    )
    .where(eq(group.id, groupId));
  if (!found) throw new NotFound('This link');
  const { label } = mailKinds.find(({ value }) => value === kind)!;
  return { groupName: found.groupName, label, isLeft: found.left !== null };
}

/** Leaves the mails a link's word speaks of, or wants them again; the same however often. */
export async function unsubscribeBy(word: string, wanted: boolean): Promise<void> {
  const [groupId, accountId, kind] = await about(word);
  await transaction((tx) => want(tx, { groupId, accountId }, kind, wanted));
}

async function about(word: string): Promise<[string, string, MailKind]> {
  const facts = await unsign('unsubscribe', word);
  if (!facts) throw new NotFound('This link');
  return facts as [string, string, MailKind];
}

/** The kinds of mails a member gets from their group. */
export async function mailsOf({ groupId, accountId }: Member): Promise<MailKind[]> {
  const left = await database()
    .select({ kind: unsubscription.kind })
    .from(unsubscription)
    .where(and(eq(unsubscription.groupId, groupId), eq(unsubscription.accountId, accountId)));
  return mailKinds.map(({ value }) => value).filter((kind) => !left.some((one) => one.kind === kind));
}

/** Says which kinds of mails one wants from the group; the others come no more. */
export async function chooseMails(member: Member, wanted: readonly MailKind[]): Promise<void> {
  await transaction(async (tx) => {
    for (const { value } of mailKinds) await want(tx, member, value, wanted.includes(value));
  });
}

async function want(
  tx: Transaction,
  { groupId, accountId }: { groupId: string; accountId: string },
  kind: MailKind,
  wanted: boolean
): Promise<void> {
  const which = and(
    eq(unsubscription.groupId, groupId),
    eq(unsubscription.accountId, accountId),
    eq(unsubscription.kind, kind)
  );
  if (wanted) await tx.delete(unsubscription).where(which);
  else await tx.insert(unsubscription).values({ groupId, accountId, kind }).onConflictDoNothing();
}

/** The hours in which mail of all groups waits for somebody; null when it never does. */
export async function quietOf({ id }: Pick<Account, 'id'>): Promise<Quiet | null> {
  const [found] = await database()
    .select({ from: quietHours.fromTime, until: quietHours.untilTime, timezone: quietHours.timezone })
    .from(quietHours)
    .where(eq(quietHours.accountId, id));
  return found ?? null;
}

/** Sets the hours in which mail waits; without any it never does. */
export async function setQuiet({ id }: Pick<Account, 'id'>, quiet: Quiet | null): Promise<void> {
  if (!quiet) {
    await database().delete(quietHours).where(eq(quietHours.accountId, id));
    return;
  }
  const values = { fromTime: quiet.from, untilTime: quiet.until, timezone: quiet.timezone };
  await database()
    .insert(quietHours)
    .values({ accountId: id, ...values })
    .onConflictDoUpdate({ target: quietHours.accountId, set: values });
}
