import { eq } from 'drizzle-orm';
import type { Account, Visitor } from '#accounts/accounts.ts';
import { dropLinks } from '#accounts/links.server.ts';
import { tellOwner } from '#accounts/notices.server.ts';
import { hashOfNew } from '#accounts/passwords.server.ts';
import { account } from '#accounts/schema.ts';
import { endOthers, renew, type SignedIn } from '#accounts/sessions.server.ts';
import { checkPassword } from '#accounts/signing-in.server.ts';
import { database, transaction } from '#platform/database.server.ts';
import { Invalid } from '../failures.ts';

/** Changes the name others see. */
export async function changeName(who: Account, name: string): Promise<void> {
  await database().update(account).set({ name }).where(eq(account.id, who.id));
}

/** Chooses the zone one sees times in; null leaves it to the browser. */
export async function chooseZone(who: Account, timezone: string | null): Promise<void> {
  await database().update(account).set({ timezone }).where(eq(account.id, who.id));
}

/** Whether somebody signs in with a password (rather than only by passkey or identity provider). */
export async function hasPassword(who: Account): Promise<boolean> {
  const [found] = await database()
    .select({ passwordHash: account.passwordHash })
    .from(account)
    .where(eq(account.id, who.id));
  return found?.passwordHash != null;
}

/**
 * Changes the password, signs out every other browser and renews this one's session.
 * @throws Invalid when the old one is wrong or the new one easy to guess
 */
export async function changePassword(
  who: Account,
  currentId: string,
  { oldPassword, newPassword }: { oldPassword: string; newPassword: string },
  visitor: Visitor
): Promise<SignedIn> {
  if (!(await checkPassword(who.email, oldPassword, visitor)))
    throw new Invalid({ oldPassword: 'That is not your password so far.' });
  const passwordHash = await hashOfNew(newPassword, [who.name, who.email], 'newPassword');
  return transaction(async (tx) => {
    await tx.update(account).set({ passwordHash }).where(eq(account.id, who.id));
    await dropLinks(tx, who.id, ['reset']);
    await endOthers(tx, who.id, currentId);
    await tellOwner(tx, who.id, 'Your password was changed.');
    return renew(tx, currentId, { proven: true });
  });
}
