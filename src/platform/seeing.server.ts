import { sql } from 'drizzle-orm';
import { Counter, Histogram } from 'prom-client';
import { publish, subscribe } from '#platform/bus.server.ts';
import { applicationName, database, statementsSent } from '#platform/database.server.ts';
import { waitingJobs } from '#platform/jobs.server.ts';
import { linesOpen } from '#platform/lines.server.ts';
import { log } from '#platform/log.server.ts';
import { outboxCounts } from '#platform/mail.server.ts';
import { measured, metrics } from '#platform/metrics.server.ts';
import { health } from '#platform/pulse.server.ts';

/* What an operator sees of the platform in `/metrics`; `docs/growing.md` lists it. */

/** Milliseconds between two measurements of the bus. */
const listening = 15_000;
type Values = { labels: Record<string, string>; value: number }[];

/** Whatever asks the database says nothing, rather than let the operator wait, while that does not answer. */
const whenItAnswers = (look: () => Promise<Values>) => async () => (health() === 'answers' ? look() : []);

/** What every process tells of itself. */
export function tellOfProcess(): () => void {
  measured('colloquy_database_up', '1 while the database answers', [], async () => [
    { labels: {}, value: health() === 'answers' ? 1 : 0 }
  ]);
  measured('colloquy_database_lines', 'Connections to PostgreSQL', [], async () => [
    { labels: {}, value: linesOpen() }
  ]);
  new Counter({
    ...{ name: 'colloquy_database_statements_total', help: 'Statements sent', registers: [metrics()] },
    collect() {
      this.reset();
      this.inc(statementsSent());
    }
  });
  measured(
    'colloquy_database_connections',
    'Connections by what they do',
    ['state'],
    whenItAnswers(connections)
  );
  return measureBus();
}

/** What concerns the whole installation; told by those who do the work, so that it is not told by all. */
export function tellOfWork(): void {
  measured(
    'colloquy_jobs_waiting',
    'Jobs that wait for their time or a worker',
    ['job'],
    whenItAnswers(async () =>
      (await waitingJobs()).map(({ name, waiting }) => ({ labels: { job: name }, value: waiting }))
    )
  );
  measured(
    'colloquy_mails',
    'Mails in the outbox',
    ['state'],
    whenItAnswers(async () =>
      Object.entries(await outboxCounts()).map(([state, value]) => ({ labels: { state }, value }))
    )
  );
}

async function connections(): Promise<Values> {
  const rows = await database().execute<{ state: string; count: number }>(
    sql`select coalesce(state, 'none') as state, count(*)::int as count
        from pg_stat_activity where application_name = ${applicationName} group by 1`
  );
  return rows.map(({ state, count }) => ({ labels: { state }, value: count }));
}

/** How long a message takes from this process over PostgreSQL to this process. */
function measureBus(): () => void {
  const lag = new Histogram({
    ...{ name: 'colloquy_bus_lag_seconds', help: 'From publishing a message to hearing it' },
    ...{ registers: [metrics()], buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5] }
  });
  const topic = `lag:${applicationName}`;
  const unsubscribe = subscribe(topic, ({ kind }) => {
    if (kind !== 'missed') lag.observe((performance.now() - Number(kind)) / 1000);
  });
  const ask = () => {
    if (health() !== 'answers') return;
    publish({ topic, kind: String(performance.now()) }).catch((cause: unknown) =>
      log().warn({ err: cause }, 'the bus could not be measured')
    );
  };
  const timer = setInterval(ask, listening);
  ask();
  return () => {
    clearInterval(timer);
    unsubscribe();
  };
}
