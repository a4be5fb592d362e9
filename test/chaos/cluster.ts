import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import type { Member } from '#groups/groups.ts';
import { closeBus, openBus } from '#platform/bus.server.ts';
import { connect, disconnect, driver } from '#platform/database.server.ts';
import { startEmbedded, type Embedded } from '#platform/embedded.server.ts';
import { closeJobs, openJobs } from '#platform/jobs.server.ts';
import { migrate } from '#platform/migrations.server.ts';
import { startApp, type App } from '../support/app.ts';
import { cookieOf, Writer } from '../support/notes.ts';

const cutoff = new URL('cutoff.ts', import.meta.url).pathname;

/** How long one waits for what must come; far longer than it takes. */
export const soon = (check: () => void | Promise<void>) =>
  vi.waitFor(check, { timeout: 25_000, interval: 20 });

/** Whether this is `npm run test:chaos`, which has the time for faults that take minutes to heal. */
export const isLong = Boolean(process.env.CHAOS_LONG);

/** The title of what is tried here, or why it is not. */
export function titled(title: string, ...missing: (string | false)[]): string {
  const reasons = missing.filter((reason) => reason !== false);
  return reasons.length > 0 ? `${title} (skipped: ${reasons.join('; ')})` : title;
}

/** Why a fault that takes minutes is not tried. */
export const tooLong = !isLong && 'only in npm run test:chaos';

/** Seeds to try: a few in `npm test`, as many as one likes by `npm run test:chaos -- --seeds N`. */
export function seeds(few: number): number[] {
  const first = Number(process.env.CHAOS_FIRST_SEED ?? 1);
  return Array.from({ length: Number(process.env.CHAOS_SEEDS ?? few) }, (_, index) => first + index);
}

interface StartOptions {
  /** Where it dies, such as `committed:3`. */
  cutOffAt?: string;
  /** More environment variables. */
  limits?: Record<string, string>;
  /** What it does: `web`, `collab`, `worker`. */
  args?: string[];
  port?: number;
}

/** A real PostgreSQL, and any number of real application processes on it. */
export class Cluster {
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'colloquy-chaos-'));
  private readonly apps = new Set<App>();
  private readonly writers = new Set<Writer>();
  private embedded!: Embedded;

  async open(): Promise<void> {
    this.embedded = await startEmbedded(this.folder);
    connect(this.embedded.address);
    await migrate();
    await openBus();
    await openJobs([]);
  }

  async close(): Promise<void> {
    this.hangUp();
    for (const app of this.apps) await app.kill();
    await closeJobs();
    await closeBus();
    await disconnect();
    await this.embedded.stop();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  /** Starts an application. */
  async start({
    cutOffAt = '',
    limits = {} as Record<string, string>,
    args = [] as string[],
    ...options
  }: StartOptions = {}): Promise<App> {
    const app = await startApp({
      ...options,
      args,
      env: {
        LOG_LEVEL: 'silent',
        DATABASE_URL: this.databaseUrl,
        METRICS_TOKEN: 'token-of-the-operator',
        ...limits,
        ...(cutOffAt ? { CUT_OFF_AT: cutOffAt, NODE_OPTIONS: `--import=${cutoff}` } : {})
      }
    });
    this.apps.add(app);
    app.process.once('close', () => this.apps.delete(app));
    return app;
  }

  /** Where this PostgreSQL is, as an operator writes it. */
  get databaseUrl(): string {
    const { host, port, database, user, password } = this.embedded.address;
    return `postgres://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${database}`;
  }

  /** Somebody opens a note on an instance, or at a balancer, through the stock provider. */
  async write(at: { url: string; port: number }, member: Member, noteId: string): Promise<Writer> {
    const { cookie } = await cookieOf(member);
    const writer = new Writer(`ws://127.0.0.1:${at.port}/collab`, noteId, { origin: at.url, cookie });
    this.writers.add(writer);
    return writer;
  }

  /** Everybody leaves. */
  hangUp(): void {
    for (const writer of this.writers) writer.close();
    this.writers.clear();
  }

  /** One of PostgreSQL's processes is killed, so that it drops every connection and recovers, as after a crash. */
  async crashDatabase(): Promise<void> {
    const [row] = await driver()<{ pid: number }[]>`
      select pid from pg_stat_activity where backend_type = 'background writer'`;
    process.kill(row!.pid, 'SIGKILL');
  }

  /** Nothing of PostgreSQL moves until `resume` is called. */
  async pauseDatabase(): Promise<{ resume(): void }> {
    const rows = await driver()<{ pid: number }[]>`select pid from pg_stat_activity`;
    const signal = (name: NodeJS.Signals) => {
      for (const { pid } of rows) {
        try {
          process.kill(pid, name);
        } catch (cause) {
          // It ended by itself in between.
          if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause;
        }
      }
    };
    signal('SIGSTOP');
    return { resume: () => signal('SIGCONT') };
  }

  /** What an instance tells at `/metrics`. */
  async metrics(app: App): Promise<string> {
    const headers = { authorization: 'Bearer token-of-the-operator' };
    return (await fetch(`${app.url}/metrics`, { headers })).text();
  }

  /** One figure of that. */
  async metric(app: App, name: string): Promise<number> {
    const line = (await this.metrics(app)).split('\n').find((each) => each.startsWith(`${name} `));
    return Number(line?.slice(line.lastIndexOf(' ')) ?? NaN);
  }
}
