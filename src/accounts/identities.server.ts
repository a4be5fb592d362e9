import { and, eq, sql } from 'drizzle-orm';
import type { Account, Visitor } from '#accounts/accounts.ts';
import { begin, lookAt, take } from '#accounts/attempts.server.ts';
import { tellOwner } from '#accounts/notices.server.ts';
import { providerName, type Identified } from '#accounts/provider.server.ts';
import { account, identity, passkey } from '#accounts/schema.ts';
import { renew, type SignedIn } from '#accounts/sessions.server.ts';
import { signUp } from '#accounts/signing-up.server.ts';
import { goOn, type Entered, type SecondStep } from '#accounts/signing-in.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { Conflict, Forbidden } from '../failures.ts';

/*
 * Which account somebody is whom the identity provider names. An account and an identity are tied together only by
 * whoever is signed in to both, or when both have shown the same address to be theirs.
 */

/**
 * Signs in whom the provider named, or signs them up.
 * @returns null when they must confirm their address first
 * @throws Conflict when their address has an account that is not known to be theirs
 */
export async function signInAs(
  who: Identified,
  invited: boolean,
  visitor: Visitor
): Promise<Entered | SecondStep | null> {
  const known = (await ownerOf(who)) ?? (await connectByAddress(who));
  if (known) return goOn(known, visitor);
  const { name, email, verified } = who;
  if (!email)
    throw new Conflict(`${providerName()} did not tell your e-mail address, which an account here needs.`);
  return signUp({ name, email, verified, identity: who }, invited, visitor);
}

/** Shows again who one is, at the provider. @returns the session under its new id */
export async function proveByProvider(who: Account, currentId: string, came: Identified): Promise<SignedIn> {
  if (came.intent !== 'again' || (await ownerOf(came)) !== who.id)
    throw new Forbidden('That is not the one who is signed in here.');
  return transaction((tx) => renew(tx, currentId, { proven: true }));
}

/** Asks somebody signed in whether they are whom the provider named. @returns the attempt they answer */
export async function offerConnection(who: Account, came: Identified): Promise<string> {
  const owner = await ownerOf(came);
  if (owner === who.id) throw new Conflict('That connection is here already.');
  if (owner) throw new Conflict('That sign-in belongs to another account here.');
  const { issuer, subject, name, email } = came;
  return begin('connection', { accountId: who.id, data: { issuer, subject, name, email } });
}

/** Whom the provider named, for the page that asks. @throws Conflict when nothing was asked */
export async function offeredConnection(
  who: Account,
  attemptId: string | null
): Promise<{ name: string; email: string | null }> {
  const begun = await lookAt('connection', attemptId);
  if (begun?.accountId !== who.id) throw tooLate();
  return { name: begun.data.name ?? '', email: begun.data.email ?? null };
}

/** Ties the account to whom the provider named: its owner said so. */
export async function connect(who: Account, attemptId: string | null): Promise<void> {
  await transaction(async (tx) => {
    const begun = await take('connection', attemptId, tx);
    if (begun?.accountId !== who.id) throw tooLate();
    await tie(tx, who.id, { issuer: begun.data.issuer ?? '', subject: begun.data.subject ?? '' });
  });
}

/** Whether somebody signs in through the provider, too. */
export async function isConnected(who: Account): Promise<boolean> {
  const [found] = await database()
    .select({ accountId: identity.accountId })
    .from(identity)
    .where(eq(identity.accountId, who.id))
    .limit(1);
  return found !== undefined;
}

/** Unties the account from the provider. @throws Conflict when there would be no way in left */
export async function disconnect(who: Account): Promise<void> {
  await transaction(async (tx) => {
    const [owner] = await tx
      .select({ passwordHash: account.passwordHash })
      .from(account)
      .where(eq(account.id, who.id))
      .for('update');
    const [key] = await tx
      .select({ id: passkey.id })
      .from(passkey)
      .where(eq(passkey.accountId, who.id))
      .limit(1);
    if (!owner?.passwordHash && !key)
      throw new Conflict('It is your only way in. Choose a password or add a passkey first.');
    await tx.delete(identity).where(eq(identity.accountId, who.id));
    await tellOwner(tx, who.id, `Your account can no longer be signed in to through ${providerName()}.`);
  });
}

async function ownerOf({ issuer, subject }: Identified): Promise<string | null> {
  const [found] = await database()
    .select({ accountId: identity.accountId })
    .from(identity)
    .where(and(eq(identity.issuer, issuer), eq(identity.subject, subject)));
  return found?.accountId ?? null;
}

/** The account whose owner showed the same address to be theirs, from now on tied to the identity. */
async function connectByAddress(who: Identified): Promise<string | null> {
  const email = who.email?.toLowerCase();
  if (!email) return null;
  return transaction(async (tx) => {
    const [found] = await tx
      .select({ id: account.id, verifiedAt: account.emailVerifiedAt })
      .from(account)
      .where(eq(sql`lower(${account.email})`, email))
      .for('update');
    if (!found) return null;
    // Whoever made the account first could have used an address that is not theirs, and so could this one.
    if (!who.verified || !found.verifiedAt) {
      throw new Conflict(
        `Your address has an account here already. Sign in to it, and connect ${providerName()} in its settings.`
      );
    }
    await tie(tx, found.id, who);
    return found.id;
  });
}

async function tie(
  tx: Transaction,
  accountId: string,
  { issuer, subject }: Pick<Identified, 'issuer' | 'subject'>
): Promise<void> {
  const [tied] = await tx
    .insert(identity)
    .values({ issuer, subject, accountId })
    .onConflictDoNothing()
    .returning({ accountId: identity.accountId });
  if (!tied) throw new Conflict('That sign-in belongs to an account here already.');
  await tellOwner(tx, accountId, `Your account can now be signed in to through ${providerName()}.`);
}

const tooLate = () => new Conflict('That took too long. Please try again.');
