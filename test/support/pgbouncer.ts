import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inject, vi } from 'vitest';
import postgres from 'postgres';
import { freePort } from './app.ts';
import { installFromDebian } from './debian.ts';

/** What `docs/growing.md` asks of a pooler. */
const asDocumented = {
  ignore_startup_parameters:
    'tcp_keepalives_idle, tcp_keepalives_interval, tcp_keepalives_count, tcp_user_timeout'
};

/** PgBouncer in a process of its own, before the PostgreSQL of the tests. */
export class Pooler {
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'colloquy-pooler-'));
  private readonly port: number;
  private readonly child: ChildProcess;

  /** Finds PgBouncer, or installs it: Debian's package where this is Debian and root. */
  static isHere(): boolean {
    const answers = () => spawnSync('pgbouncer', ['--version']).status === 0;
    if (!answers()) installFromDebian('pgbouncer');
    return answers();
  }

  /** @param settings of its own, beside those that are documented or instead of them */
  static async start(settings: Record<string, string>): Promise<Pooler> {
    const pooler = new Pooler(await freePort(), settings);
    const answers = async () => {
      const sql = postgres(pooler.urlOf('template1'), { max: 1, connect_timeout: 1 });
      await sql`select 1`.finally(() => sql.end());
    };
    await vi.waitFor(answers, { timeout: 20_000, interval: 50 });
    return pooler;
  }

  private constructor(port: number, settings: Record<string, string>) {
    this.port = port;
    const { host, port: behind, user, password } = inject('postgres');
    const users = path.join(this.folder, 'users');
    fs.writeFileSync(users, `"${user}" "${password}"\n`);
    const own = {
      ...{ listen_addr: '127.0.0.1', listen_port: port, unix_socket_dir: '', auth_type: 'plain' },
      ...{ auth_file: users, ...asDocumented, ...settings }
    };
    const lines = Object.entries(own).map(([name, value]) => `${name} = ${value}`);
    const file = path.join(this.folder, 'pgbouncer.ini');
    const text = `[databases]\n* = host=${host} port=${behind}\n[pgbouncer]\n${lines.join('\n')}\n`;
    fs.writeFileSync(file, text);
    // Like PostgreSQL it refuses to run as root.
    const prefix = process.getuid?.() === 0 ? ['unshare', '--user', '--map-user=65534'] : [];
    const [command, ...words] = [...prefix, 'pgbouncer', '--quiet', file];
    this.child = spawn(command!, words, { stdio: 'ignore' });
  }

  /** A database of that PostgreSQL, by way of this pooler. */
  urlOf(database: string): string {
    const { user, password } = inject('postgres');
    return `postgres://${user}:${password}@127.0.0.1:${this.port}/${database}`;
  }

  async stop(): Promise<void> {
    this.child.kill('SIGKILL');
    await once(this.child, 'close');
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
