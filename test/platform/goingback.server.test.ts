import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { startEmbedded } from '#platform/embedded.server.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'colloquy-back-'));
const dataDir = path.join(folder, 'data');
const archive = path.join(folder, 'wal');
const base = path.join(folder, 'base');
const conf = (cluster: string, lines: string) =>
  fs.appendFileSync(path.join(cluster, 'postgresql.conf'), lines);

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Starts the embedded server, asks it something in one session, and stops it. */
async function during<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const { address, stop } = await startEmbedded(dataDir);
  const sql = postgres({ ...address, username: address.user, max: 1 });
  try {
    return await work(sql);
  } finally {
    await sql.end();
    await stop();
  }
}

test('the embedded database goes back to a moment as docs/operating.md has it, and is ready only when it is there', async () => {
  fs.mkdirSync(archive);
  await during(async () => undefined);
  const cluster = path.join(dataDir, 'postgres');
  conf(
    cluster,
    `archive_mode = on\narchive_command = 'test ! -f ${archive}/%f && cp %p ${archive}/%f'\narchive_timeout = 300\n`
  );
  const moment = await during(async (sql) => {
    await sql`create table told (words text)`;
    await sql`select pg_backup_start('weekly', true)`;
    const left = ['pg_wal', 'postmaster.pid'].map((name) => path.join(cluster, name));
    fs.cpSync(cluster, base, { recursive: true, filter: (file) => !left.includes(file) });
    const [stopped] = await sql<{ labelfile: string }[]>`select labelfile from pg_backup_stop()`;
    fs.writeFileSync(path.join(base, 'backup_label'), stopped!.labelfile);
    await sql`insert into told values ('before')`;
    const [now] = await sql<{ now: string }[]>`select clock_timestamp()::text as now`;
    await sql`insert into told values ('the mistake')`;
    // Much to read again, so that an early start would show.
    await sql`insert into told select repeat('x', 1000) from generate_series(1, 20000)`;
    await sql`select pg_switch_wal()`;
    return now!.now;
  });
  const aside = path.join(folder, 'aside');
  fs.renameSync(dataDir, aside);
  fs.mkdirSync(dataDir, { mode: 0o700 });
  fs.renameSync(base, cluster);
  fs.chmodSync(cluster, 0o700);
  fs.mkdirSync(path.join(cluster, 'pg_wal'), { mode: 0o700 });
  fs.copyFileSync(path.join(aside, 'database-password'), path.join(dataDir, 'database-password'));
  conf(
    cluster,
    `restore_command = 'cp ${archive}/%f %p'\nrecovery_target_time = '${moment}'\nrecovery_target_action = 'promote'\n`
  );
  fs.writeFileSync(path.join(cluster, 'recovery.signal'), '');
  await during(async (sql) => {
    expect(await sql`select words, pg_is_in_recovery() as "isTurning" from told`).toEqual([
      { words: 'before', isTurning: false }
    ]);
    await sql`insert into told values ('after')`;
  });
  expect(await during((sql) => sql`select words from told`)).toHaveLength(2);
}, 60_000);
