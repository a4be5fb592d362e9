import fs from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backup, restore } from '#platform/backup.server.ts';
import { connect, disconnect, driver } from '#platform/database.server.ts';
import { migrate, migrateTo } from '#platform/migrations.server.ts';
import { person } from '../support/factories.ts';
import { bareDatabase } from '../support/operator.ts';

const [source, target] = await Promise.all([bareDatabase(), bareDatabase()]);
let whole: Buffer;
let unwritten: unknown;

beforeAll(async () => {
  connect(source.url);
  await migrate();
  for (const name of ['Ada', 'Grace', 'Emmy']) await person(name);
  const out = new PassThrough();
  [whole] = await Promise.all([buffer(out), backup(out)]);
  unwritten = await backup(fs.createWriteStream('/nowhere/colloquy.backup')).catch(
    (reason: unknown) => reason
  );
  await disconnect();
  connect(target.url);
});

afterAll(async () => {
  await disconnect();
  await Promise.all([source.drop(), target.drop()]);
});

test('a backup that cannot be written fails by what the system says of its file', () => {
  expect(unwritten).toMatchObject({ code: 'ENOENT', path: '/nowhere/colloquy.backup' });
});

const repacked = (change: (text: string) => string) =>
  gzipSync(Buffer.from(change(gunzipSync(whole).toString('latin1')), 'latin1'));

const altered = () => {
  const bytes = Buffer.from(whole);
  bytes[Math.floor(bytes.length / 2)]! ^= 0xff;
  return bytes;
};

test.each<[string, () => Buffer, RegExp]>([
  ['is empty', () => Buffer.alloc(0), /not a whole backup/],
  ['is cut off', () => whole.subarray(0, whole.length - 100), /not a whole backup/],
  ['was altered', altered, /not a whole backup/],
  ['is of another make', () => Buffer.from('PGDMP and so on'), /not a whole backup/],
  [
    'lacks its last line',
    () => repacked((all) => all.slice(0, all.lastIndexOf('\n', all.length - 2) + 1)),
    /ends too early/
  ],
  ['lacks a row', () => repacked((all) => all.replace(/(\{"table":"account".*\n).*\n/, '$1')), /account/],
  [
    'names a table that is not there',
    () => repacked((all) => all.replace('{"table":"account"', '{"table":"pg_authid"')),
    /does not know: pg_authid/
  ],
  ['is of another format', () => repacked((all) => all.replace('"version":1', '"version":2')), /of format 2/],
  [
    'comes from the future',
    () => repacked((all) => all.replace('"migrations":[', '"migrations":[{"hash":"x","madeAt":1},')),
    /by a (newer )?Colloquy/
  ]
])('a file that %s is refused by a sentence, and nothing is written', async (_, file, sentence) => {
  await expect(restore(Readable.from([file()]), migrateTo)).rejects.toThrow(sentence);
  const there = await driver()`
    select 1 from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`;
  expect(there).toHaveLength(0);
});

test('what was backed up at an older version is brought up to date', async () => {
  const first = repacked((all) => {
    const [header, ...lines] = all.split('\n');
    const { migrations, ...rest } = JSON.parse(header!);
    return [JSON.stringify({ ...rest, migrations: migrations.slice(0, 1) }), ...emptied(lines)].join('\n');
  });
  await restore(Readable.from([first]), migrateTo);
  await migrate();
  const [applied] = await driver()`select count(*)::int as count from drizzle.__drizzle_migrations`;
  const [people] = await driver()`select count(*)::int as count from account`;
  expect([applied!.count > 1, people!.count]).toEqual([true, 0]);
});

/** A backup of nothing, as the first version would have made it. */
function emptied(lines: string[]): string[] {
  return [
    JSON.stringify({ table: 'account', columns: ['id'] }),
    '\\.',
    lines.at(-3)!,
    '{"rows":{"account":0}}',
    ''
  ];
}
