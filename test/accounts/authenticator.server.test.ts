import { eq } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import * as accounts from '#accounts/accounts.server.ts';
import type { Account } from '#accounts/accounts.ts';
import { authenticator, recoveryCode } from '#accounts/schema.ts';
import { database } from '#platform/database.server.ts';
import { Conflict, Invalid, TooMany } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { password, person, visitor } from '../support/factories.ts';

useDatabase();

/** What the app of somebody's phone shows, `steps` of 30 seconds from now. */
async function codeOf(who: Account, steps = 0): Promise<string> {
  const [kept] = await database()
    .select({ secret: authenticator.secret })
    .from(authenticator)
    .where(eq(authenticator.accountId, who.id));
  const app = new TOTP({ secret: Secret.fromBase32(kept!.secret) });
  return app.generate({ timestamp: Date.now() + steps * 30_000 });
}

/** Somebody who turned the second factor on some time ago, with their recovery codes. */
async function withApp(name: string) {
  const who = await person(name);
  await accounts.enrol(who);
  const codes = await accounts.turnOn(who, await codeOf(who));
  await database().update(authenticator).set({ lastStep: 0 }).where(eq(authenticator.accountId, who.id));
  return { who, codes };
}

async function firstStep(who: Account, from = visitor()): Promise<string> {
  return ((await accounts.signIn(who.email, password, from)) as accounts.SecondStep).attemptId;
}

test('the password alone opens no session once an app is set up', async () => {
  const { who } = await withApp('Ada');
  const step = await accounts.signIn(who.email, password, visitor());
  expect(step).not.toHaveProperty('sessionId');
  const attemptId = await firstStep(who);
  await expect(accounts.finishSignIn(attemptId, '000 00', visitor())).rejects.toThrow(Invalid);
  const entered = await accounts.finishSignIn(attemptId, await codeOf(who), visitor());
  expect((await accounts.accountOfSession(entered.sessionId))?.account.id).toBe(who.id);
});

test('a code is taken once, also of two who send it at the same moment, and none before it', async () => {
  const { who } = await withApp('Ada');
  const code = await codeOf(who);
  const [one, two] = [await firstStep(who), await firstStep(who)];
  const outcomes = await Promise.allSettled([
    accounts.finishSignIn(one, code, visitor()),
    accounts.finishSignIn(two, code, visitor())
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const third = await firstStep(who);
  await expect(accounts.finishSignIn(third, await codeOf(who, -1), visitor())).rejects.toThrow(Invalid);
});

test('a sign-in is finished once, within its time', async () => {
  const { who, codes } = await withApp('Ada');
  const attemptId = await firstStep(who);
  await accounts.finishSignIn(attemptId, codes[0]!, visitor());
  await expect(accounts.finishSignIn(attemptId, codes[1]!, visitor())).rejects.toThrow(Conflict);
  await expect(accounts.finishSignIn('made up', codes[1]!, visitor())).rejects.toThrow(Conflict);
});

test('a recovery code lets its owner in once, in whatever case it is typed, and only digests are kept', async () => {
  const { who, codes } = await withApp('Emmy');
  const [code] = codes as [string];
  const kept = JSON.stringify(await database().select().from(recoveryCode));
  expect(kept).not.toContain(code.replaceAll('-', ''));
  const typed = code.toLowerCase().replaceAll('-', ' ');
  expect(await accounts.finishSignIn(await firstStep(who), typed, visitor())).toHaveProperty('sessionId');
  await expect(accounts.finishSignIn(await firstStep(who), typed, visitor())).rejects.toThrow(Invalid);
  expect((await accounts.secondFactorOf(who)).left).toBe(9);
  const steps = [await firstStep(who), await firstStep(who)];
  const both = await Promise.allSettled(
    steps.map((step) => accounts.finishSignIn(step, codes[1]!, visitor()))
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('new recovery codes make the old ones useless', async () => {
  const { who, codes } = await withApp('Emmy');
  await accounts.renewRecoveryCodes(who);
  await expect(accounts.finishSignIn(await firstStep(who), codes[0]!, visitor())).rejects.toThrow(Invalid);
});

test('guessing codes is stopped, and not for a browser its owner has used', async () => {
  const { who, codes } = await withApp('Grace');
  const { device } = await accounts.finishSignIn(await firstStep(who), codes[0]!, visitor());
  const guess = async () =>
    accounts.finishSignIn(await firstStep(who), '000000', visitor()).catch((failure: Error) => failure);
  for (let tries = 0; tries < 10; tries++) expect(await guess()).toBeInstanceOf(Invalid);
  expect(await guess()).toBeInstanceOf(TooMany);
  const own = visitor({ device });
  expect(await accounts.finishSignIn(await firstStep(who, own), codes[1]!, own)).toHaveProperty('sessionId');
});

test('an app that is set up is not replaced by setting up another', async () => {
  const { who } = await withApp('Grace');
  await expect(accounts.enrol(who)).rejects.toThrow(Conflict);
});

test('turned off, the password is enough again', async () => {
  const { who } = await withApp('Kurt');
  await accounts.turnOff(who);
  expect(await accounts.signIn(who.email, password, visitor())).toHaveProperty('sessionId');
});

test('before the ways in are changed, somebody with an app shows both factors, and the session has another id', async () => {
  const { who, codes } = await withApp('Kurt');
  const { sessionId } = await accounts.finishSignIn(await firstStep(who), codes[0]!, visitor());
  const proof = { password, code: '' };
  await expect(accounts.proveAgain(who, sessionId, proof, visitor())).rejects.toThrow(Invalid);
  const renewed = await accounts.proveAgain(who, sessionId, { password, code: codes[1]! }, visitor());
  expect(await accounts.accountOfSession(sessionId)).toBeNull();
  expect(await accounts.isProven(renewed.sessionId)).toBe(true);
});
