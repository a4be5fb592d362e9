import { eq } from 'drizzle-orm';
import { addressOf } from '#accounts/links.server.ts';
import { account } from '#accounts/schema.ts';
import type { Transaction } from '#platform/database.server.ts';
import { log } from '#platform/log.server.ts';
import { post } from '#platform/mail.server.ts';

/**
 * Tells somebody by mail that the way into their account has changed, so that they notice when it was not they who
 * changed it (OWASP ASVS 5, 6.3.7).
 */
export async function tellOwner(tx: Transaction, accountId: string, what: string): Promise<void> {
  const [owner] = await tx
    .select({ name: account.name, email: account.email })
    .from(account)
    .where(eq(account.id, accountId));
  if (!owner) return;
  log().info({ account: accountId }, what);
  await post(tx, {
    recipient: owner.email,
    subject: 'Your account has changed',
    text: letter(owner.name, what, [
      'If that was you, there is nothing to do.',
      `If it was not, choose a new password at once: ${addressOf('/reset')}`
    ])
  });
}

/**
 * A letter as this place writes them: paragraphs, and who it comes from.
 * @param name null where the address is not known to be theirs, or anybody could have words of their own sent to it
 */
export function letter(name: string | null, ...paragraphs: (string | string[])[]): string {
  return [name ? `Hello ${name},` : 'Hello,', ...paragraphs.flat(), `Colloquy at ${addressOf('')}`].join(
    '\n\n'
  );
}
