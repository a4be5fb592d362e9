import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { and, asc, eq } from 'drizzle-orm';
import type { Account, Visitor } from '#accounts/accounts.ts';
import { begin, take } from '#accounts/attempts.server.ts';
import * as limits from '#accounts/limits.server.ts';
import { tellOwner } from '#accounts/notices.server.ts';
import { passkey } from '#accounts/schema.ts';
import { renew, type SignedIn } from '#accounts/sessions.server.ts';
import { enter, type Entered } from '#accounts/signing-in.server.ts';
import { database, transaction } from '#platform/database.server.ts';
import { networkOf, spend } from '#platform/limits.server.ts';
import { log } from '#platform/log.server.ts';
import { Conflict, Invalid, NotFound } from '../failures.ts';

/*
 * Passkeys (WebAuthn): discoverable credentials whose authenticator makes sure of its owner by finger, face or PIN.
 * That is two factors, so no code is asked for after them. They belong to the host name of `origin`.
 */

const place = 'Colloquy';
const mostPasskeys = 20;

/** Three hundred files, which no start need wait for. */
const webAuthn = () => import('@simplewebauthn/server');

/** Somebody's passkeys, oldest first. */
export async function passkeysOf(who: Account) {
  return database()
    .select({
      id: passkey.id,
      name: passkey.name,
      since: passkey.createdAt,
      lastUsedAt: passkey.lastUsedAt
    })
    .from(passkey)
    .where(eq(passkey.accountId, who.id))
    .orderBy(asc(passkey.createdAt));
}

/** What the browser needs to make a passkey, and the attempt it must finish. */
export async function offerPasskey(who: Account, origin: string) {
  const own = await database()
    .select({ id: passkey.id, transports: passkey.transports })
    .from(passkey)
    .where(eq(passkey.accountId, who.id));
  if (own.length >= mostPasskeys) throw new Conflict(`An account has at most ${mostPasskeys} passkeys.`);
  const { generateRegistrationOptions } = await webAuthn();
  const options = await generateRegistrationOptions({
    rpName: place,
    rpID: new URL(origin).hostname,
    userID: new TextEncoder().encode(who.id),
    userName: who.email,
    userDisplayName: who.name,
    attestationType: 'none',
    excludeCredentials: own,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' }
  });
  const data = { challenge: options.challenge };
  return { options, attemptId: await begin('passkey', { accountId: who.id, data }) };
}

/** Keeps a passkey that the browser made. @throws Invalid when it does not answer the challenge */
export async function addPasskey(
  who: Account,
  attemptId: string | null,
  { response, name }: { response: object; name: string },
  origin: string
): Promise<void> {
  const begun = await take('passkey', attemptId);
  if (!begun || begun.accountId !== who.id) throw tooLate();
  const { verifyRegistrationResponse } = await webAuthn();
  const made = await verified(() =>
    verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: begun.data.challenge ?? '',
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      requireUserVerification: true
    })
  );
  const { id, publicKey, counter, transports = [] } = made.registrationInfo!.credential;
  await transaction(async (tx) => {
    const [added] = await tx
      .insert(passkey)
      .values({ id, accountId: who.id, publicKey, counter, transports, name })
      .onConflictDoNothing()
      .returning({ id: passkey.id });
    if (!added) throw new Conflict('This passkey is here already.');
    await tellOwner(tx, who.id, `A passkey was added to your account: ${name}.`);
  });
}

/** Removes one of somebody's own passkeys. */
export async function removePasskey(who: Account, id: string): Promise<void> {
  await transaction(async (tx) => {
    const [removed] = await tx
      .delete(passkey)
      .where(and(eq(passkey.id, id), eq(passkey.accountId, who.id)))
      .returning({ name: passkey.name });
    if (!removed) throw new NotFound('This passkey');
    await tellOwner(tx, who.id, `A passkey was removed from your account: ${removed.name}.`);
  });
}

/** What the browser needs to sign in with whichever passkey its owner chooses, and the attempt it must finish. */
export async function askForPasskey(origin: string, from: string) {
  await spend(limits.challenges, networkOf(from));
  const { generateAuthenticationOptions } = await webAuthn();
  const options = await generateAuthenticationOptions({
    rpID: new URL(origin).hostname,
    userVerification: 'required'
  });
  return { options, attemptId: await begin('passkey', { data: { challenge: options.challenge } }) };
}

/**
 * Signs in by passkey. What cannot be guessed needs no limit on guessing, only on challenges.
 * @throws Invalid, the same for an unknown passkey and a wrong signature
 */
export async function signInByPasskey(
  attemptId: string | null,
  response: object,
  origin: string,
  visitor: Visitor
): Promise<Entered> {
  return enter(await ownerBy(attemptId, response as AuthenticationResponseJSON, origin), visitor);
}

/** Shows again who one is, by a passkey. @returns the session under its new id */
export async function proveByPasskey(
  who: Account,
  currentId: string,
  attemptId: string | null,
  response: object,
  origin: string
): Promise<SignedIn> {
  const accountId = await ownerBy(attemptId, response as AuthenticationResponseJSON, origin);
  if (accountId !== who.id) throw refused();
  return transaction((tx) => renew(tx, currentId, { proven: true }));
}

async function ownerBy(
  attemptId: string | null,
  response: AuthenticationResponseJSON,
  origin: string
): Promise<string> {
  const begun = await take('passkey', attemptId);
  if (!begun || begun.accountId) throw tooLate();
  const [kept] = await database()
    .select({
      accountId: passkey.accountId,
      publicKey: passkey.publicKey,
      counter: passkey.counter,
      transports: passkey.transports
    })
    .from(passkey)
    .where(eq(passkey.id, String(response.id)));
  if (!kept) throw refused();
  const { verifyAuthenticationResponse } = await webAuthn();
  const { authenticationInfo } = await verified(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: begun.data.challenge ?? '',
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      requireUserVerification: true,
      credential: {
        id: response.id,
        publicKey: new Uint8Array(kept.publicKey),
        counter: kept.counter,
        transports: kept.transports
      }
    })
  );
  await database()
    .update(passkey)
    .set({ counter: authenticationInfo.newCounter, lastUsedAt: new Date() })
    .where(eq(passkey.id, response.id));
  return kept.accountId;
}

/** The library throws an error of its own for whatever does not fit; outside it is one sentence for all. */
async function verified<Answer extends { verified: boolean }>(
  verify: () => Promise<Answer>
): Promise<Answer> {
  const answer = await verify().catch((cause: unknown) => {
    log().info({ err: cause }, 'a passkey was refused');
    return null;
  });
  if (!answer?.verified) throw refused();
  return answer;
}

const refused = () => new Invalid({ passkey: 'This passkey does not belong to an account here.' });
const tooLate = () => new Conflict('That took too long. Please try again.');
