import { expect, test } from 'vitest';
import { readConfig } from '#platform/config.server.ts';

test('nothing has to be set', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    origin: undefined,
    databaseUrl: undefined,
    feedSync: true
  });
});

test('an empty variable counts as absent', () => {
  expect(readConfig({ PORT: '', ORIGIN: '' })).toMatchObject({ port: 3000, origin: undefined });
});

test('every mistake is named with its variable, all at once', () => {
  const read = () => readConfig({ PORT: 'web', DATABASE_URL: 'mysql://x', ORIGIN: 'https://a.example/path' });
  expect(read).toThrow(/PORT: must be a number/);
  expect(read).toThrow(/DATABASE_URL: must begin with postgres/);
  expect(read).toThrow(/ORIGIN: must be only scheme, host and port/);
});

test('a slash at the end of an address does not matter', () => {
  expect(readConfig({ ORIGIN: 'https://reading.example.org/' }).origin).toBe('https://reading.example.org');
});

test('who may sign up is everyone, the invited, or mail domains', () => {
  expect(readConfig({}).signUp).toBe('open');
  expect(readConfig({ SIGN_UP: 'invitation' }).signUp).toBe('invitation');
  expect(readConfig({ SIGN_UP: 'Example.org, example.edu' }).signUp).toEqual(['example.org', 'example.edu']);
  expect(() => readConfig({ SIGN_UP: 'nobody' })).toThrow(
    /SIGN_UP: must be open, invitation, or mail domains/
  );
});

test('an identity provider is named in full or not at all', () => {
  expect(readConfig({}).oidc).toBeUndefined();
  expect(() => readConfig({ OIDC_ISSUER: 'https://id.example.org' })).toThrow(/OIDC_CLIENT_ID/);
});

test('how much a form may hold is a size, and no less than the pages need', () => {
  expect(readConfig({}).largestBody).toBe(8 * 1024 ** 2);
  expect(readConfig({ BODY_SIZE_LIMIT: '200m' }).largestBody).toBe(200 * 1024 ** 2);
  expect(() => readConfig({ BODY_SIZE_LIMIT: '1K' })).toThrow(/BODY_SIZE_LIMIT: must be at least 8M/);
  expect(() => readConfig({ BODY_SIZE_LIMIT: 'Infinity' })).toThrow(/must be a size such as 8M/);
});
