import { sql } from 'drizzle-orm';
import * as cycle from '#cycle/cycle.server.ts';
import { database } from '#platform/database.server.ts';

const groups = 10_000;
/** As many as are kept ahead, with six steps each, and a past of twenty meetings. */
const ahead = 4;
const past = 20;

/** Groups with their meetings and steps: of those to come a hundred are due, of those past all were done. */
export async function fillWithSteps(): Promise<void> {
  const run = (statement: ReturnType<typeof sql>) => database().execute(statement);
  await run(sql`insert into reading_group (id, slug, name, timezone)
    select 'due' || n, 'due-' || n, 'Group ' || n, 'Europe/Berlin' from generate_series(1, ${groups}) n`);
  await run(sql`insert into series (id, group_id, title, rrule, starts_on, start_time, timezone)
    select 'due' || n, 'due' || n, 'Weekly', 'FREQ=WEEKLY;BYDAY=TH', '2026-01-01', '18:00', 'Europe/Berlin'
    from generate_series(1, ${groups}) n`);
  await run(sql`insert into meeting (id, group_id, series_id, occurs_on, title, starts_at, duration_minutes)
    select 'due' || n || '-' || w, 'due' || n, 'due' || n, current_date + w * 7, 'Weekly',
      now() + make_interval(days => w * 7, mins => n), 60
    from generate_series(1, ${groups}) n, generate_series(${-past}::int, ${ahead}::int) w where w <> 0`);
  await run(sql`insert into meeting_step (id, meeting_id, kind, due_at, done_at)
    select m.id || k, m.id, k, m.starts_at - make_interval(days => 6 - d::int, hours => 24),
      case when m.starts_at < now() then now() end
    from meeting m, unnest(array['lock', 'open', 'nudge', 'close', 'note', 'remind']) with ordinality as s(k, d)
    where m.id like 'due%'`);
  await run(
    sql`update meeting_step set due_at = now() + interval '1 hour' where due_at <= now() and done_at is null`
  );
  await run(sql`update meeting_step set due_at = now() - interval '1 minute'
    where id in (select id from meeting_step where done_at is null order by id limit 100)`);
  await run(sql`vacuum analyze meeting_step`);
}

/** Takes all groups away again. */
export async function removeGroups(): Promise<void> {
  await database().execute(sql`truncate reading_group cascade`);
}

/** How long it takes to find what is due, in milliseconds, of so many times after one to warm up. */
export async function findingTimes(rounds: number): Promise<{ milliseconds: number[]; found: number }> {
  const now = new Date();
  let found = (await cycle.dueSteps(now)).length;
  const milliseconds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    found = (await cycle.dueSteps(now)).length;
    milliseconds.push(performance.now() - began);
  }
  return { milliseconds, found };
}
