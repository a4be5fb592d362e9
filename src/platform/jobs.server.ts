import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss } from 'pg-boss';
import { Counter, Histogram } from 'prom-client';
import { database, databaseAddress, type Transaction } from '#platform/database.server.ts';
import { currentErrand, errandId, onErrand } from '#platform/errand.server.ts';
import { log } from '#platform/log.server.ts';
import { metrics } from '#platform/metrics.server.ts';
import { perProcess } from '#platform/process.ts';
import { traced, traceToCarry } from '#platform/tracing.server.ts';

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

/** Where a job's data say which request it comes from; `run` does not see it. */
const origin = '$from';
/** Milliseconds that running jobs get to finish when the process stops; what does not is done again elsewhere. */
const lastJobs = 4_000;

const counters = perProcess('job counters', () => ({
  done: new Counter({
    ...{ name: 'colloquy_jobs_total', help: 'Jobs done here, or failed and to be tried again' },
    ...{ registers: [metrics()], labelNames: ['job', 'outcome'] as const }
  }),
  time: new Histogram({
    ...{ name: 'colloquy_job_seconds', help: 'How long jobs took', registers: [metrics()] },
    ...{ labelNames: ['job'] as const, buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 30, 120] }
  })
}));

/**
 * Connects to the job tables (pg-boss's own schema), and does the given jobs in this process. A process without jobs
 * only asks for them; it leaves the cron lines and the tables' upkeep to those that have some.
 */
export async function openJobs(jobs: readonly Job[]): Promise<void> {
  const boss = new PgBoss({
    // Said, or the driver would look for a wish of PGSSLMODE.
    ...{ ssl: false, ...databaseAddress() },
    ...patience,
    max: 3,
    application_name: 'colloquy-jobs',
    schedule: jobs.length > 0,
    supervise: jobs.length > 0
  });
  boss.on('error', (cause) => log().error({ err: cause }, 'the job library reports an error'));
  await boss.start();
  for (const job of jobs) {
    await haveQueue(boss, job.name);
    const manner = { pollingIntervalSeconds: 1, localConcurrency: job.atOnce ?? 1 };
    await boss.work<Record<string, unknown>>(job.name, manner, ([taken]) => perform(job, taken?.data ?? {}));
    if (job.cron) await boss.schedule(job.name, job.cron, {}, { tz: 'UTC' });
    if (job.atStart) await boss.send(job.name, {});
  }
  shelf.boss = boss;
}

/** For the library's own driver: a statement on a line whose other end has vanished ends, and a quiet line is tried. */
const patience = { query_timeout: 60_000, keepAlive: true, keepAliveInitialDelayMillis: 5_000 };

function perform(job: Job, { [origin]: from, ...data }: Record<string, unknown>): Promise<void> {
  const { request, ...trace } = (from ?? {}) as Record<string, string>;
  const end = counters.time.startTimer({ job: job.name });
  return onErrand({ id: errandId(request) }, async () => {
    try {
      await traced(job.name, () => job.run(data), { kind: 'consumer', from: trace });
      counters.done.inc({ job: job.name, outcome: 'done' });
      log().debug({ job: job.name }, 'a job was done');
    } catch (cause) {
      counters.done.inc({ job: job.name, outcome: 'failed' });
      log().error({ err: cause, job: job.name }, 'a job failed and will be tried again');
      throw cause;
    } finally {
      end();
    }
  });
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
  const request = currentErrand()?.id;
  const from = { ...traceToCarry(), ...(request && { request }) };
  await shelf.boss.send(name, Object.keys(from).length > 0 ? { ...data, [origin]: from } : data, {
    ...(at ? { startAfter: at } : {}),
    ...(key ? { singletonKey: key } : {}),
    ...(retries && {
      ...{ retryLimit: retries.limit, retryDelay: retries.seconds, retryBackoff: true },
      retryDelayMax: retries.atMostSeconds
    }),
    ...(within ? { db: fromDrizzle(within, sql) } : {})
  });
}

/** How many jobs of each name wait for their time or for a worker, on the whole installation. */
export async function waitingJobs(): Promise<{ name: string; waiting: number }[]> {
  return database().execute<{ name: string; waiting: number }>(
    sql`select name, count(*)::int as waiting from pgboss.job where state in ('created', 'retry') group by name`
  );
}

/** Tries a job again that failed for good; of one that did not, nothing changes. */
export async function retryJob(name: string, id: string): Promise<void> {
  if (!shelf.boss) throw new Error('Jobs are not open in this process.');
  await shelf.boss.retry(name, id);
}

/** Lets running jobs finish, for a moment, and lets go. */
export async function closeJobs(): Promise<void> {
  const { boss } = shelf;
  shelf.boss = undefined;
  shelf.queues.clear();
  await boss?.stop({ graceful: true, timeout: lastJobs, close: true });
}
