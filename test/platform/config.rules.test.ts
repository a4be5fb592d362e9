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
