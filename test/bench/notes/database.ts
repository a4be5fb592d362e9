import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { connect, disconnect, driver } from '#platform/database.server.ts';
import { startEmbedded, type Embedded } from '#platform/embedded.server.ts';
import { migrate } from '#platform/migrations.server.ts';

let embedded: Embedded;
let folder: string;

/** Starts one PostgreSQL with its usual settings (each commit is on disk) for all arms, and makes the tables. */
export async function openDatabase(): Promise<void> {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'd-engine-bench-'));
  embedded = await startEmbedded(folder);
  connect(embedded.address);
  await migrate();
}

export async function closeDatabase(): Promise<void> {
  await disconnect();
  await embedded.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}

export function databaseUrl(): string {
  return addressOf(embedded);
}

/** How an embedded PostgreSQL is reached by another process on its socket. */
export function addressOf({ address: { host, port, database, user, password } }: Embedded): string {
  return `postgres://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${database}`;
}

/** The process that all others of the database descend from. */
export async function postmaster(): Promise<number> {
  const [row] = await driver()<{ content: string }[]>`select pg_read_file('postmaster.pid') as content`;
  return Number(row!.content.split('\n')[0]);
}

/** Milliseconds that this disk takes to make a small write safe: the median of 200. */
export function fsyncMilliseconds(): number {
  const file = path.join(folder, 'fsync');
  const handle = fs.openSync(file, 'w');
  const times = Array.from({ length: 200 }, () => {
    fs.writeSync(handle, Buffer.alloc(8192), 0, 8192, 0);
    const started = performance.now();
    fs.fdatasyncSync(handle);
    return performance.now() - started;
  });
  fs.closeSync(handle);
  fs.rmSync(file);
  return times.sort((one, other) => one - other)[100]!;
}
