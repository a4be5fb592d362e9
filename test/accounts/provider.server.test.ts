import { eq } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { afterAll, expect, test } from 'vitest';
import * as accounts from '#accounts/accounts.server.ts';
import { account } from '#accounts/schema.ts';
import { database } from '#platform/database.server.ts';
import { Conflict } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { password, visitor } from '../support/factories.ts';
import { passThrough, startProvider } from '../support/provider.ts';
import { useSettings } from '../support/settings.ts';

const origin = 'http://localhost:4105';
const provider = await startProvider(origin);
useSettings({
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: provider.clientId,
  OIDC_CLIENT_SECRET: provider.clientSecret,
  OIDC_NAME: 'The institute'
});
useDatabase();

afterAll(() => provider.stop());

/** Comes back from the provider as `login`. */
async function cameBack(login: string, intent: 'sign-in' | 'again' = 'sign-in') {
  const { url, attemptId } = await accounts.visitProvider(intent, '/feed', origin, '192.0.2.1');
  return accounts.identify(attemptId, await passThrough(url, login, origin));
}

async function signInAs(login: string) {
  return (await accounts.signInAs(await cameBack(login), false, visitor())) as accounts.Entered;
}

async function accountOf({ sessionId }: accounts.Entered) {
  return (await accounts.accountOfSession(sessionId))!.account;
}

test('whom the provider names is signed up the first time, and signed in the next', async () => {
  const ada = await accountOf(await signInAs('ada'));
  expect(ada).toMatchObject({ name: 'ada', email: 'ada@example.org', isOperator: true });
  expect(await accounts.isVerified(ada)).toBe(true);
  expect((await accountOf(await signInAs('ada'))).id).toBe(ada.id);
});

test('one goes where one was going', async () => {
  expect(await cameBack('ada')).toMatchObject({ next: '/feed', intent: 'sign-in', verified: true });
});

test('an account whose address is confirmed is connected by that address', async () => {
  const emmy = await accounts.register({ name: 'Emmy', email: 'emmy@example.org', password, verified: true });
  expect((await accountOf(await signInAs('emmy'))).id).toBe(emmy.id);
});

test('an account whose address nobody confirmed is not handed to whom the provider names', async () => {
  const squatter = await accounts.register({ name: 'Oscar', email: 'grace@example.org', password });
  await expect(signInAs('grace')).rejects.toThrow(Conflict);
  expect(await accounts.isConnected(squatter)).toBe(false);
});

test('nor is a confirmed one to somebody whose address the provider is not sure of', async () => {
  const email = 'unsure-kurt@example.org';
  const kurt = await accounts.register({ name: 'Kurt', email, password, verified: true });
  await expect(signInAs('unsure-kurt')).rejects.toThrow(Conflict);
  expect(await accounts.isConnected(kurt)).toBe(false);
});

test('an account is connected when its owner, signed in, says so', async () => {
  const noether = await accounts.register({ name: 'Noether', email: 'noether@example.com', password });
  const offered = await accounts.offerConnection(noether, await cameBack('amalie'));
  expect(await accounts.offeredConnection(noether, offered)).toEqual({
    name: 'amalie',
    email: 'amalie@example.org'
  });
  expect(await accounts.isConnected(noether)).toBe(false);
  const [someone] = await database().select().from(account).where(eq(account.name, 'Emmy'));
  const other = { ...noether, id: someone!.id };
  await expect(accounts.connect(other, offered)).rejects.toThrow(Conflict);

  const again = await accounts.offerConnection(noether, await cameBack('amalie'));
  await accounts.connect(noether, again);
  expect((await accountOf(await signInAs('amalie'))).id).toBe(noether.id);
  await expect(accounts.offerConnection(other, await cameBack('amalie'))).rejects.toThrow(/another account/);
});

test('the second factor of an account is asked for after the provider, too', async () => {
  const kurt = await accountOf(await signInAs('kurt'));
  await accounts.enrol(kurt);
  const { enrolment } = await accounts.secondFactorOf(kurt);
  const app = new TOTP({ secret: Secret.fromBase32(enrolment!.secret) });
  await accounts.turnOn(kurt, app.generate());
  expect(await signInAs('kurt')).not.toHaveProperty('sessionId');
});

test('a way back is used once, and only in the browser that began it', async () => {
  const { url, attemptId } = await accounts.visitProvider('sign-in', '/', origin, '192.0.2.1');
  const other = await accounts.visitProvider('sign-in', '/', origin, '192.0.2.1');
  const back = await passThrough(url, 'ada', origin);
  await expect(accounts.identify(null, back)).rejects.toThrow(Conflict);
  await expect(accounts.identify(other.attemptId, back)).rejects.toThrow(/did not confirm/);
  expect(await accounts.identify(attemptId, back)).toMatchObject({ subject: 'ada' });
  await expect(accounts.identify(attemptId, back)).rejects.toThrow(Conflict);
});

test('what the provider refused is not a sign-in', async () => {
  const { attemptId } = await accounts.visitProvider('sign-in', '/', origin, '192.0.2.1');
  const refused = new URL(`${origin}/oidc/callback?error=access_denied&state=x`);
  await expect(accounts.identify(attemptId, refused)).rejects.toThrow(/did not confirm/);
});

test('somebody shows again who they are at the provider, and only as themselves', async () => {
  const { sessionId } = await signInAs('ada');
  const ada = await accountOf({ sessionId } as accounts.Entered);
  await expect(accounts.proveByProvider(ada, sessionId, await cameBack('emmy', 'again'))).rejects.toThrow();
  const renewed = await accounts.proveByProvider(ada, sessionId, await cameBack('ada', 'again'));
  expect(await accounts.accountOfSession(sessionId)).toBeNull();
  expect(await accounts.isProven(renewed.sessionId)).toBe(true);
});

test('the last way in is not taken away', async () => {
  const ada = await accountOf(await signInAs('ada'));
  await expect(accounts.disconnect(ada)).rejects.toThrow(/only way in/);
});
