import { afterAll, afterEach, describe, expect, inject, test } from 'vitest';
import { connect, disconnect, driver } from '#platform/database.server.ts';
import { greetDatabase } from '#platform/greeting.server.ts';
import { freePort } from '../support/app.ts';
import { bareDatabase } from '../support/operator.ts';
import { Pooler } from '../support/pgbouncer.ts';

const database = await bareDatabase();

afterEach(() => disconnect(0));
afterAll(() => database.drop());

async function greet(to: Parameters<typeof connect>[0]): Promise<void> {
  connect(to);
  await greetDatabase();
}

test('a database that can be used is greeted without a word', async () => {
  await expect(greet(database.url)).resolves.toBeUndefined();
});

test('what stands between an instance and its database is said in a sentence, with what to do about it', async () => {
  const here = inject('postgres');
  const port = await freePort();
  await expect(greet({ ...here, database: 'nowhere' })).rejects.toThrow(
    /no database “nowhere”.*createdb --owner=colloquy nowhere/
  );
  await disconnect(0);
  await expect(greet({ ...here, password: 'guessed' })).rejects.toThrow(/does not let colloquy in: password/);
  await disconnect(0);
  await expect(greet({ ...here, host: '127.0.0.1', port })).rejects.toThrow(
    `No PostgreSQL answers at 127.0.0.1:${port} (ECONNREFUSED).`
  );
});

test('a database that does not keep every letter is refused', async () => {
  connect(database.url);
  await driver().unsafe(
    `create database ascii template template0 encoding SQL_ASCII locale_provider libc locale 'C'`
  );
  await disconnect();
  await expect(greet({ ...inject('postgres'), database: 'ascii' })).rejects.toThrow(
    /keeps text as SQL_ASCII/
  );
  await disconnect();
  connect(database.url);
  await driver()`drop database ascii`;
});

const noPooler = !Pooler.isHere() && 'there is no pgbouncer here';

describe.skipIf(noPooler)(noPooler ? `through a pooler (skipped: ${noPooler})` : 'through a pooler', () => {
  const name = database.url.slice(database.url.lastIndexOf('/') + 1);

  test.each([
    ['that pools by session, as documented, it can be used', { pool_mode: 'session' }, null],
    [
      'that pools by transaction nothing is heard, which is said',
      { pool_mode: 'transaction' },
      /pool by session/
    ],
    [
      'that does not take what we say of our lines, that is said',
      { pool_mode: 'session', ignore_startup_parameters: '' },
      /tcp_keepalives_idle.*docs\/growing\.md/
    ]
  ])('%s', async (_, settings: Record<string, string>, sentence) => {
    const pooler = await Pooler.start(settings);
    try {
      const greeting = greet(pooler.urlOf(name));
      if (sentence) await expect(greeting).rejects.toThrow(sentence);
      else await expect(greeting).resolves.toBeUndefined();
      await disconnect(0);
    } finally {
      await pooler.stop();
    }
  });
});
