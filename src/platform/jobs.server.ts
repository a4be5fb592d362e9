import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss } from 'pg-boss';
import { databaseAddress, type Transaction } from '#platform/database.server.ts';
import { log } from '#platform/log.server.ts';
import { perProcess } from '#platform/process.ts';

/** Work that happens outside a request: named, retried with growing pauses, and done by one process at a time. */
export interface Job {
  name: string;
  /** When it runs by itself, as a cron line in UTC; without it, only when asked for. */
  cron?: string;
  /** Whether it also runs once when the application starts. */
  atStart?: boolean;
  /** How many of it a process does at once, one unless said otherwise. */
  atOnce?: number;
  /** Does the work; a throw means another try later. Must be safe to run twice. */
  run(data: Record<string, unknown>): Promise<void>;
}

const shelf = perProcess('jobs', () => ({
  boss: undefined as PgBoss | undefined,
  queues: new Set<string>()
}));

/** Connects to the job tables (pg-boss's own schema), and does the given jobs in this process. */
export async function openJobs(jobs: readonly Job[]): Promise<void> {
  const address = databaseAddress();
  const boss = new PgBoss({
    ...(typeof address === 'string' ? { connectionString: address } : address),
    max: 3,
    application_name: 'colloquy-jobs'
  });
  boss.on('error', (cause) => log().error({ err: cause }, 'the job library reports an error'));
  await boss.start();
  for (const job of jobs) {
    await haveQueue(boss, job.name);
    const manner = { pollingIntervalSeconds: 1, localConcurrency: job.atOnce ?? 1 };
    await boss.work<Record<string, unknown>>(job.name, manner, async ([taken]) => {
      try {
        await job.run(taken?.data ?? {});
      } catch (cause) {
        log().error({ err: cause, job: job.name }, 'a job failed and will be tried again');
        throw cause;
      }
    });
    if (job.cron) await boss.schedule(job.name, job.cron, {}, { tz: 'UTC' });
    if (job.atStart) await boss.send(job.name, {});
  }
  shelf.boss = boss;
}

async function haveQueue(boss: PgBoss, name: string): Promise<void> {
  if (shelf.queues.has(name)) return;
  await boss.createQueue(name, { policy: 'short', retryLimit: 5, retryDelay: 5, retryBackoff: true });
  shelf.queues.add(name);
}

/** How often a job that failed is tried again: after so many seconds, then twice as long each time. */
export interface Retries {
  limit: number;
  seconds: number;
  atMostSeconds: number;
}

/**
 * Asks for a job: now or at a moment, and, inside a transaction, only if that commits. Of the jobs of one name and
 * `key` (or without one), one waits at a time; asking again while it waits changes nothing. It also waits while no
 * process does jobs of that name.
 */
export async function requestJob(
  name: string,
  data: Record<string, unknown> = {},
  { at, within, key, retries }: { at?: Date; within?: Transaction; key?: string; retries?: Retries } = {}
): Promise<void> {
  if (!shelf.boss) throw new Error('Jobs are not open in this process.');
  await haveQueue(shelf.boss, name);
  await shelf.boss.send(name, data, {
    ...(at ? { startAfter: at } : {}),
    ...(key ? { singletonKey: key } : {}),
    ...(retries && {
      ...{ retryLimit: retries.limit, retryDelay: retries.seconds, retryBackoff: true },
      retryDelayMax: retries.atMostSeconds
    }),
    ...(within ? { db: fromDrizzle(within, sql) } : {})
  });
}

/** Tries a job again that failed for good; of one that did not, nothing changes. */
export async function retryJob(name: string, id: string): Promise<void> {
  if (!shelf.boss) throw new Error('Jobs are not open in this process.');
  await shelf.boss.retry(name, id);
}

/** Lets running jobs finish, for at most ten seconds, and lets go. */
export async function closeJobs(): Promise<void> {
  const { boss } = shelf;
  shelf.boss = undefined;
  shelf.queues.clear();
  await boss?.stop({ graceful: true, timeout: 10_000, close: true });
}
