import { and, eq, sql } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import * as limits from '#accounts/limits.server.ts';
import { addressOf, dropLinks, hours, lookAtLink, makeLink, takeLink } from '#accounts/links.server.ts';
import { letter } from '#accounts/notices.server.ts';
import { account } from '#accounts/schema.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { spend } from '#platform/limits.server.ts';
import { log } from '#platform/log.server.ts';
import { post } from '#platform/mail.server.ts';
import { Conflict } from '../failures.ts';

/** Whether somebody's address is known to be theirs. */
export async function isVerified(who: Account): Promise<boolean> {
  const [found] = await database()
    .select({ since: account.emailVerifiedAt })
    .from(account)
    .where(eq(account.id, who.id));
  return found?.since != null;
}

/** Sends the link by which somebody shows that the address is theirs. */
export async function askToVerify(who: Account): Promise<void> {
  await spend(limits.lettersAsked, who.id);
  await transaction((tx) => postVerification(tx, who));
}

/** The same within a sign-up. */
export async function postVerification(tx: Transaction, who: Pick<Account, 'id' | 'email'>) {
  const token = await makeLink(tx, 'verify', { accountId: who.id, email: who.email });
  await post(tx, {
    recipient: who.email,
    subject: 'Confirm your address',
    text: letter(
      null,
      `please confirm that this is your address: ${addressOf(`/verify/${token}`)}`,
      `The link works once, within ${hours.verify} hours. If you did not sign up here, ignore this letter.`
    )
  });
}

/**
 * Sends a link to the address somebody wants to have from now on, and tells the present one. Whether somebody else
 * has that address is not told here, or anybody could ask.
 */
export async function askToChange(who: Account, email: string): Promise<void> {
  await spend(limits.lettersAsked, who.id);
  await transaction(async (tx) => {
    const [taken] = await tx
      .select({ id: account.id })
      .from(account)
      .where(eq(sql`lower(${account.email})`, email.toLowerCase()));
    await dropLinks(tx, who.id, ['change']);
    if (!taken) await postChange(tx, who, email);
    await post(tx, {
      recipient: who.email,
      subject: 'Your address is about to change',
      text: letter(
        who.name,
        `somebody signed in as you asked for mail to go to ${email} from now on. It will, once that address is confirmed.`,
        `If that was not you, choose a new password at once: ${addressOf('/reset')}`
      )
    });
  });
}

async function postChange(tx: Transaction, who: Account, email: string): Promise<void> {
  const token = await makeLink(tx, 'change', { accountId: who.id, email });
  await post(tx, {
    recipient: email,
    subject: 'Confirm your new address',
    text: letter(
      null,
      `please confirm that mail for you should come here: ${addressOf(`/verify/${token}`)}`,
      `The link works once, within ${hours.change} hours. If you do not know what this is about, ignore this letter.`
    )
  });
}

/** Does what a mailed link is for: the address is theirs. @throws Conflict when the link does not hold */
export async function confirm(token: string): Promise<void> {
  const { purpose } = await lookAtLink(token, ['verify', 'change']);
  await transaction(async (tx) => {
    const { accountId, email } = await takeLink(tx, token, purpose);
    if (purpose === 'change') await move(tx, accountId, email);
    else await verify(tx, accountId, email);
  });
}

/** Notes that somebody has shown the address to be theirs, if it still is the account's. */
export async function verify(tx: Transaction, accountId: string, email: string): Promise<void> {
  await tx
    .update(account)
    .set({ emailVerifiedAt: sql`coalesce(${account.emailVerifiedAt}, now())` })
    .where(and(eq(account.id, accountId), eq(account.email, email)));
}

async function move(tx: Transaction, accountId: string, email: string): Promise<void> {
  const [before] = await tx
    .select({ name: account.name, email: account.email })
    .from(account)
    .where(eq(account.id, accountId))
    .for('update');
  const [taken] = await tx
    .select({ id: account.id })
    .from(account)
    .where(eq(sql`lower(${account.email})`, email.toLowerCase()));
  if (!before || (taken && taken.id !== accountId))
    throw new Conflict('Another account has this address by now. Yours was not changed.');
  await tx.update(account).set({ email, emailVerifiedAt: new Date() }).where(eq(account.id, accountId));
  await dropLinks(tx, accountId, ['verify', 'reset', 'change']);
  log().info({ account: accountId }, 'an address was changed');
  await post(tx, {
    recipient: before.email,
    subject: 'Your address has changed',
    text: letter(
      before.name,
      `mail for your account goes to ${email} from now on, as was asked for. This is the last letter to this address.`,
      'If that was not you, write to whoever runs this place.'
    )
  });
}
