import { spawn } from 'node:child_process';
import { buffer, text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import postgres from 'postgres';
import { inject } from 'vitest';
import type { DatabaseAddress } from '#platform/address.ts';
import { databaseAddress } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';

/** The address of a database as `DATABASE_URL` has it. */
export function urlOf(address: DatabaseAddress): string {
  const { user, password, host, port, database } = address;
  return `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/${database}`;
}

/** Runs the operator's command in a process of its own, on the test's database unless another is named. */
export async function admin(
  args: string[],
  { url, input, env = {} }: { url?: string; input?: Readable; env?: Record<string, string> } = {}
) {
  const child = spawn(process.execPath, ['build/admin.js', ...args], {
    env: {
      ...process.env,
      LOG_LEVEL: 'silent',
      DATABASE_URL: url ?? urlOf(databaseAddress()),
      ...env
    },
    stdio: [input ? 'pipe' : 'ignore', 'pipe', 'pipe']
  });
  // A command that refuses what it reads does not read to its end.
  child.stdin?.on('error', () => undefined);
  if (input) input.pipe(child.stdin!);
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [said, complained] = await Promise.all([buffer(child.stdout!), text(child.stderr!)]);
  return { code: await code, said, complained };
}

/** A connection to it; whoever asks for it ends it. */
export function connectionTo(url: string): postgres.Sql {
  return postgres(url, { host: decodeURIComponent(new URL(url).hostname), max: 1 });
}

/** A database beside the test's own, with nothing in it: not even tables. */
export async function bareDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const address = inject('postgres');
  const database = `bare_${newId().toLowerCase()}`;
  const asAdministrator = async (statement: string) => {
    const sql = postgres({ ...address, username: address.user, database: 'template1', max: 1 });
    await sql.unsafe(statement).finally(() => sql.end());
  };
  await asAdministrator(`create database ${database} template template0`);
  return {
    url: urlOf({ ...address, database }),
    drop: () => asAdministrator(`drop database ${database} with (force)`)
  };
}
