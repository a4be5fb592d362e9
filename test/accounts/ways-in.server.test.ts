import { hash } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as accounts from '#accounts/accounts.server.ts';
import { account, mailedLink, session } from '#accounts/schema.ts';
import { database } from '#platform/database.server.ts';
import { Conflict, Invalid, TooMany } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { password, person, visitor } from '../support/factories.ts';
import { outbox } from '../support/outbox.ts';

useDatabase();

const other = 'an entirely different sentence';
async function lettersTo(email: string) {
  return (await outbox(500)).filter((one) => one.recipient === email);
}

/** The token in the newest letter to an address that has one. */
async function tokenIn(email: string, page: 'verify' | 'reset'): Promise<string> {
  for (const { text } of await lettersTo(email)) {
    const [, token] = new RegExp(`/${page}/([\\w-]+)`).exec(text) ?? [];
    if (token) return token;
  }
  throw new Error(`No letter to ${email} has a link to ${page}.`);
}

const sendResets = (email: string) => accounts.jobs[0]!.run({ email });

test('a password that is easy to guess is refused with its reason, wherever one is chosen', async () => {
  const person = { name: 'Ada', email: 'augusta@example.org', password: 'Passw0rd123!' };
  await expect(accounts.signUp(person, false, visitor())).rejects.toThrow(/many people use/);
  const own = { ...person, password: 'augusta@example' };
  await expect(accounts.signUp(own, false, visitor())).rejects.toThrow(/your name, your address/);
});

test('a password hashed with less work is hashed again at the next sign-in', async () => {
  const emmy = await person('Emmy');
  const weak = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  await database().update(account).set({ passwordHash: weak }).where(eq(account.id, emmy.id));
  await accounts.signIn(emmy.email, password, visitor());
  const [kept] = await database()
    .select({ passwordHash: account.passwordHash })
    .from(account)
    .where(eq(account.id, emmy.id));
  expect(kept?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  await accounts.signIn(emmy.email, password, visitor());
});

test('an address is confirmed by its link, once, and the table holds only a digest of it', async () => {
  const entered = await accounts.signUp(
    { name: 'Kurt', email: 'kurt@example.org', password },
    false,
    visitor()
  );
  const who = (await accounts.accountOfSession(entered!.sessionId))!.account;
  expect(await accounts.isVerified(who)).toBe(false);
  const token = await tokenIn('kurt@example.org', 'verify');
  expect(JSON.stringify(await database().select().from(mailedLink))).not.toContain(token);
  await accounts.confirm(token);
  expect(await accounts.isVerified(who)).toBe(true);
  await expect(accounts.confirm(token)).rejects.toThrow(Conflict);
});

test('a link for one thing does no other', async () => {
  const entered = await accounts.signUp(
    { name: 'Ida', email: 'ida@example.org', password },
    false,
    visitor()
  );
  expect(entered).not.toBeNull();
  const token = await tokenIn('ida@example.org', 'verify');
  await expect(accounts.reset(token, other, visitor())).rejects.toThrow(Conflict);
});

test('a link that has run out does nothing', async () => {
  const grace = await person('Grace');
  await sendResets(grace.email.toLowerCase());
  await database()
    .update(mailedLink)
    .set({ expiresAt: new Date() })
    .where(eq(mailedLink.accountId, grace.id));
  await expect(accounts.reset(await tokenIn(grace.email, 'reset'), other, visitor())).rejects.toThrow(
    Conflict
  );
});

test('asking for a reset writes no letter by itself and answers every address alike', async () => {
  const grace = await person('Grace');
  const statements = [];
  for (const email of [grace.email, 'nobody@example.org']) {
    statements.push(await accounts.askForReset(email, '192.0.2.1').then(() => lettersTo(email)));
  }
  expect(statements).toEqual([[], []]);
});

test('a new password by a mailed link ends every session, confirms the address, and works once', async () => {
  const grace = await person('Grace');
  const before = await accounts.openSession(grace.id, 'lost laptop');
  await sendResets(grace.email.toLowerCase());
  const token = await tokenIn(grace.email, 'reset');
  await expect(accounts.reset(token, 'qwertyuiop12', visitor())).rejects.toThrow(Invalid);
  const outcomes = await Promise.allSettled([
    accounts.reset(token, other, visitor()),
    accounts.reset(token, other, visitor())
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await accounts.accountOfSession(before.sessionId)).toBeNull();
  expect(await accounts.isVerified(grace)).toBe(true);
  await expect(accounts.signIn(grace.email, password, visitor())).rejects.toThrow(Invalid);
  expect(await accounts.signIn(grace.email, other, visitor())).toHaveProperty('sessionId');
  expect((await lettersTo(grace.email))[0]?.text).toContain('Your password was changed');
});

test('a change of password ends all other sessions and gives this one another id', async () => {
  const emmy = await person('Emmy');
  const [here, there] = [
    await accounts.openSession(emmy.id, 'here'),
    await accounts.openSession(emmy.id, 'there')
  ];
  const change = { oldPassword: password, newPassword: other };
  const renewed = await accounts.changePassword(emmy, here.sessionId, change, visitor());
  expect(await accounts.accountOfSession(there.sessionId)).toBeNull();
  expect(await accounts.accountOfSession(here.sessionId)).toBeNull();
  expect((await accounts.accountOfSession(renewed.sessionId))?.account.id).toBe(emmy.id);
});

test('an address changes when the new one is confirmed, and the old one is told', async () => {
  const emmy = await person('Emmy');
  await accounts.askToChange(emmy, 'emmy.new@example.org');
  await expect(accounts.signIn('emmy.new@example.org', password, visitor())).rejects.toThrow(Invalid);
  await accounts.confirm(await tokenIn('emmy.new@example.org', 'verify'));
  expect(await accounts.signIn('emmy.new@example.org', password, visitor())).toHaveProperty('sessionId');
  const told = (await lettersTo(emmy.email)).map(({ subject }) => subject);
  expect(told).toEqual(['Your address has changed', 'Your address is about to change']);
});

test('whether a wanted address has an account is told to nobody', async () => {
  const [emmy, grace] = [await person('Emmy'), await person('Grace')];
  await accounts.askToChange(emmy, grace.email);
  expect(await lettersTo(grace.email)).toEqual([]);
  expect((await lettersTo(emmy.email))[0]?.subject).toBe('Your address is about to change');
});

test('a session ends half a year after the sign-in, however much it is used', async () => {
  const emmy = await person('Emmy');
  const { sessionId } = await accounts.openSession(emmy.id, 'test');
  const day = 24 * 60 * 60_000;
  const signedInAt = new Date(Date.now() - 175 * day);
  await database()
    .update(session)
    .set({ createdAt: signedInAt, expiresAt: new Date(Date.now() + day) })
    .where(eq(session.accountId, emmy.id));
  await accounts.accountOfSession(sessionId);
  const [kept] = await database()
    .select({ expiresAt: session.expiresAt })
    .from(session)
    .where(eq(session.accountId, emmy.id));
  expect(kept?.expiresAt.getTime()).toBe(signedInAt.getTime() + 180 * day);
});

test('the list of sessions says when each was last used, and one can be ended', async () => {
  const emmy = await person('Emmy');
  const here = await accounts.openSession(emmy.id, 'here');
  await accounts.openSession(emmy.id, 'there');
  await database()
    .update(session)
    .set({ lastUsedAt: new Date(Date.now() - 3_600_000) })
    .where(eq(session.accountId, emmy.id));
  await accounts.accountOfSession(here.sessionId);
  const listed = await accounts.sessionsOf(emmy, here.sessionId);
  expect(listed.map(({ userAgent, current }) => [userAgent, current])).toEqual([
    ['here', true],
    ['there', false]
  ]);
  expect(Date.now() - listed[0]!.lastUsedAt.getTime()).toBeLessThan(60_000);
  await accounts.endSession(emmy, listed[1]!.handle);
  expect(await accounts.sessionsOf(emmy, here.sessionId)).toHaveLength(1);
});

test('guessing somebody’s password is stopped, and does not lock them out of browsers they have used', async () => {
  const emmy = await person('Emmy');
  const entered = await accounts.signIn(emmy.email, password, visitor());
  const device = 'device' in entered ? entered.device : null;
  const guess = () =>
    accounts.signIn(emmy.email, 'a wrong guess', visitor()).catch((failure: Error) => failure);
  const answers = [];
  for (let tries = 0; tries < 11; tries++) answers.push(await guess());
  expect(answers.slice(0, 10).every((answer) => answer instanceof Invalid)).toBe(true);
  expect(answers.at(-1)).toBeInstanceOf(TooMany);
  await expect(accounts.signIn(emmy.email, password, visitor())).rejects.toThrow(TooMany);
  expect(await accounts.signIn(emmy.email, password, visitor({ device }))).toHaveProperty('sessionId');

  await sendResets(emmy.email.toLowerCase());
  const fresh = await accounts.reset(await tokenIn(emmy.email, 'reset'), other, visitor());
  expect(await accounts.signIn(emmy.email, other, visitor({ device: fresh }))).toHaveProperty('sessionId');
});

test('an address without an account is limited just as one with', async () => {
  const guess = () =>
    accounts.signIn('no-one@example.org', 'x', visitor()).catch((failure: Error) => failure);
  for (let tries = 0; tries < 10; tries++) expect(await guess()).toBeInstanceOf(Invalid);
  const refused = await guess();
  expect(refused).toBeInstanceOf(TooMany);
  expect((refused as TooMany).retryAfter).toBeGreaterThan(800);
});

test('many failures from one network are stopped, save for browsers that are known', async () => {
  const from = visitor({ address: '2001:db8::1' });
  const tries = Array.from({ length: 104 }, (_, n) =>
    accounts
      .signIn(`n${n}@example.org`, 'x', { ...from, address: `2001:db8::${n + 1}` })
      .catch((failure) => failure)
  );
  const answers = await Promise.all(tries);
  expect(answers.filter((answer) => answer instanceof TooMany)).toHaveLength(4);

  const emmy = await person('Emmy');
  const own = (await accounts.signIn(emmy.email, password, visitor())) as accounts.Entered;
  const there = { ...from, address: '2001:db8::77' };
  await expect(accounts.signIn(emmy.email, password, there)).rejects.toThrow(TooMany);
  const known = { ...there, device: own.device };
  expect(await accounts.signIn(emmy.email, password, known)).toHaveProperty('sessionId');
});
