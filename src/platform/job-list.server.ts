import { driver } from '#platform/database.server.ts';

/* What pg-boss keeps of jobs, for operators; pages ask first whether it is one. */

/** What has become of jobs: waiting for their time or a process, under way, failed for good, or done. */
export const jobStates = ['waiting', 'active', 'failed', 'completed'] as const;
export type JobState = (typeof jobStates)[number];

/** pg-boss's states, which are in this order: created < retry < active < completed < cancelled < failed. */
const theirs: Record<JobState, string[]> = {
  waiting: ['created', 'retry'],
  active: ['active'],
  failed: ['failed'],
  completed: ['completed']
};

/** A job as pg-boss knows it. */
export interface ListedJob {
  id: string;
  name: string;
  createdAt: Date;
  /** Not before. */
  startsAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  /** How often it was tried again. */
  retries: number;
  /** Why it failed last. */
  cause: string | null;
}

const pageLength = 50;

/** How many jobs there are of each name and state. */
export async function countJobs(): Promise<Record<JobState, number>> {
  const rows = await driver()<{ state: string; count: number }[]>`
    select state::text, count(*)::int as count from pgboss.job where name not like '\\_\\_pgboss%' group by state`;
  const of = (state: JobState) =>
    rows.filter((row) => theirs[state].includes(row.state)).reduce((sum, { count }) => sum + count, 0);
  return { waiting: of('waiting'), active: of('active'), failed: of('failed'), completed: of('completed') };
}

/** Jobs of a state, newest first; `older` is the one below which the next page begins. */
export async function jobsOf(
  state: JobState,
  below: string | null
): Promise<{ found: ListedJob[]; older: string | null }> {
  const sql = driver();
  const rows = await sql<ListedJob[]>`
    select id, name, created_on as "createdAt", start_after as "startsAt", started_on as "startedAt",
      completed_on as "endedAt", retry_count as retries,
      coalesce(output ->> 'message', output ->> 'value', output::text) as cause
    from pgboss.job
    where state::text in ${sql(theirs[state])} and name not like '\\_\\_pgboss%'
      ${isId(below) ? sql`and (created_on, id) < (select b.created_on, b.id from pgboss.job b where b.id = ${below})` : sql``}
    order by created_on desc, id desc
    limit ${pageLength + 1}`;
  const found = rows
    .slice(0, pageLength)
    .map((job) => ({ ...job, cause: state === 'completed' ? null : job.cause }));
  return { found, older: rows.length > pageLength ? found.at(-1)!.id : null };
}

function isId(text: string | null): text is string {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text ?? '');
}
