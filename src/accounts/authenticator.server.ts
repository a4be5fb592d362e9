import { randomInt } from 'node:crypto';
import { and, count, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import type { Account } from '#accounts/accounts.ts';
import * as limits from '#accounts/limits.server.ts';
import { tellOwner } from '#accounts/notices.server.ts';
import { authenticator, recoveryCode } from '#accounts/schema.ts';
import { hashOfSecret } from '#accounts/secrets.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { spend } from '#platform/limits.server.ts';
import { Conflict, Invalid } from '../failures.ts';

/* The second factor: codes of an authenticator app (TOTP, RFC 6238), and recovery codes for the day it is lost. */

const recoveryCodes = 10;
// Crockford's base 32: nothing in it looks like something else.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What the app is told, as address for its camera and as text for typing. */
export interface Enrolment {
  uri: string;
  secret: string;
}

/** Whether sign-ins ask this account for a code. */
export async function asksForCode(accountId: string): Promise<boolean> {
  const [found] = await database()
    .select({ since: authenticator.confirmedAt })
    .from(authenticator)
    .where(and(eq(authenticator.accountId, accountId), isNotNull(authenticator.confirmedAt)));
  return found !== undefined;
}

/** How somebody's second factor stands; `left` recovery codes can still be used, `enrolment` waits for its first code. */
export async function secondFactorOf(
  who: Account
): Promise<{ since: Date | null; left: number; enrolment: Enrolment | null }> {
  const [[found], [left]] = await Promise.all([
    database()
      .select({ since: authenticator.confirmedAt, secret: authenticator.secret })
      .from(authenticator)
      .where(eq(authenticator.accountId, who.id)),
    database()
      .select({ codes: count() })
      .from(recoveryCode)
      .where(and(eq(recoveryCode.accountId, who.id), isNull(recoveryCode.usedAt)))
  ]);
  const waits = found && !found.since;
  return {
    since: found?.since ?? null,
    left: left?.codes ?? 0,
    enrolment: waits ? { uri: totp(found.secret, who.email).toString(), secret: found.secret } : null
  };
}

/** Makes a new secret for somebody's app. @throws Conflict when their account asks for codes already */
export async function enrol(who: Account): Promise<void> {
  const { base32: secret } = new Secret({ size: 20 });
  const [kept] = await database()
    .insert(authenticator)
    .values({ accountId: who.id, secret })
    .onConflictDoUpdate({
      target: authenticator.accountId,
      set: { secret },
      setWhere: isNull(authenticator.confirmedAt)
    })
    .returning({ accountId: authenticator.accountId });
  if (!kept) throw new Conflict('Your account asks for codes already.');
}

/**
 * Turns the second factor on with the first code of the app.
 * @returns recovery codes, shown this once
 */
export async function turnOn(who: Account, code: string): Promise<string[]> {
  await spend(limits.codesByKnown, who.id);
  return transaction(async (tx) => {
    const [kept] = await tx
      .select({ secret: authenticator.secret })
      .from(authenticator)
      .where(and(eq(authenticator.accountId, who.id), isNull(authenticator.confirmedAt)))
      .for('update');
    const step = kept ? stepOf(kept.secret, code) : null;
    if (step === null)
      throw new Invalid({ code: 'That is not the code the app shows now. Is the clock of the phone right?' });
    await tx
      .update(authenticator)
      .set({ confirmedAt: new Date(), lastStep: step })
      .where(eq(authenticator.accountId, who.id));
    await tellOwner(tx, who.id, 'Signing in now asks for a code of your authenticator app.');
    return makeRecoveryCodes(tx, who.id);
  });
}

/** Turns the second factor off. */
export async function turnOff(who: Account): Promise<void> {
  await transaction(async (tx) => {
    await tx.delete(authenticator).where(eq(authenticator.accountId, who.id));
    await tx.delete(recoveryCode).where(eq(recoveryCode.accountId, who.id));
    await tellOwner(tx, who.id, 'Signing in no longer asks for a code.');
  });
}

/** Replaces all recovery codes. @returns the new ones, shown this once */
export async function renewRecoveryCodes(who: Account): Promise<string[]> {
  if (!(await asksForCode(who.id))) throw new Conflict('Turn the authenticator app on first.');
  return transaction(async (tx) => {
    await tellOwner(tx, who.id, 'Your recovery codes were replaced by new ones.');
    return makeRecoveryCodes(tx, who.id);
  });
}

/** Whether a code is right now: the app's, each taken once, or a recovery code. */
export async function isRightCode(accountId: string, given: string): Promise<boolean> {
  const code = given.replace(/[\s-]/g, '').toUpperCase();
  return /^\d{6}$/.test(code) ? takeStep(accountId, code) : takeRecoveryCode(accountId, code);
}

async function takeStep(accountId: string, code: string): Promise<boolean> {
  const [kept] = await database()
    .select({ secret: authenticator.secret })
    .from(authenticator)
    .where(and(eq(authenticator.accountId, accountId), isNotNull(authenticator.confirmedAt)));
  const step = kept ? stepOf(kept.secret, code) : null;
  if (step === null) return false;
  // Of two who send the same code at once, one finds the step taken.
  const [taken] = await database()
    .update(authenticator)
    .set({ lastStep: step })
    .where(and(eq(authenticator.accountId, accountId), lt(authenticator.lastStep, step)))
    .returning({ accountId: authenticator.accountId });
  return taken !== undefined;
}

async function takeRecoveryCode(accountId: string, code: string): Promise<boolean> {
  return transaction(async (tx) => {
    const [taken] = await tx
      .update(recoveryCode)
      .set({ usedAt: new Date() })
      .where(
        and(
          eq(recoveryCode.accountId, accountId),
          eq(recoveryCode.codeHash, hashOfSecret(code)),
          isNull(recoveryCode.usedAt)
        )
      )
      .returning({ accountId: recoveryCode.accountId });
    if (taken) await tellOwner(tx, accountId, 'A recovery code was used to sign in. It does not work again.');
    return taken !== undefined;
  });
}

async function makeRecoveryCodes(tx: Transaction, accountId: string): Promise<string[]> {
  await tx.delete(recoveryCode).where(eq(recoveryCode.accountId, accountId));
  const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
  await tx
    .insert(recoveryCode)
    .values(codes.map((code) => ({ accountId, codeHash: hashOfSecret(code.replaceAll('-', '')) })));
  return codes;
}

/** Eighty random bits, so that a plain hash of them is enough. */
function newRecoveryCode(): string {
  const characters = Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return characters.match(/.{4}/g)!.join('-');
}

/** The 30-second step a code belongs to: now, or one before or after for clocks that differ; null for neither. */
function stepOf(secret: string, code: string): number | null {
  const delta = totp(secret).validate({ token: code.replace(/\s/g, ''), window: 1 });
  return delta === null ? null : totp(secret).counter() + delta;
}

// SHA-1, six digits, 30 seconds: what every app understands, and what some apps assume whatever the address says.
function totp(secret: string, label = ''): TOTP {
  return new TOTP({
    issuer: 'Colloquy',
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: 30
  });
}
