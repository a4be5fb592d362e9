import * as Y from 'yjs';
import { tally } from '#ballots/tally.ts';
import { textName } from '#notes/notes.ts';
import { driver } from '#platform/database.server.ts';
import { seeded } from '../../support/random.ts';

/** How many of each an installation of a given size has. */
export interface Size {
  papers: number;
  groups: number;
}

/** What a group has, each: members, nominations, meetings with an agenda, a ballot and a note. */
export const each = { members: 10, nominations: 20, meetings: 5 } as const;
/** Of the nominations of a group, these were chosen and discussed: one a past meeting. */
const chosen = 4;
const texts = 200;

/**
 * Adds groups with all that belongs to them, from the `from`-th up to the `to`-th, the same every time. One statement a
 * table; whatever looks drawn by lot is a hash of its number.
 */
export async function fillGroups(from: number, to: number, papers: number): Promise<void> {
  const sql = driver();
  await sql`
    create or replace function bench_pick(number bigint, salt bigint, many bigint) returns bigint
    language sql immutable parallel safe
    as 'select (hashint8extended(number, salt) & 9223372036854775807) % many'`;
  await sql`create or replace function bench_id(kind text, number bigint) returns text
    language sql immutable parallel safe as 'select kind || lpad(number::text, 15, ''0'')'`;
  await sql`create table if not exists bench_text (number integer primary key, state bytea, text text)`;
  await writeTexts();
  await sql.begin(async (tx) => {
    await tx`set local synchronous_commit = off`;
    await tx`set local work_mem = '256MB'`;
    for (const [table, statement] of Object.entries(statements)) {
      const began = performance.now();
      await tx.unsafe(statement(from, to, papers));
      process.stderr.write(`  ${table}: ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    }
  });
  await sql`vacuum analyze`;
}

/** Some hundred notes of two thousand characters, as the log and as search has them. */
async function writeTexts(): Promise<void> {
  const random = seeded(7);
  const words = 'loss grokking circuit sparse feature prior kernel token layer probe scaling reward'.split(
    ' '
  );
  const rows = Array.from({ length: texts }, (_, number) => {
    const doc = new Y.Doc();
    const lines = Array.from({ length: 30 }, () =>
      Array.from({ length: 10 }, () => words[Math.floor(random() * words.length)]).join(' ')
    );
    const text = `# What we discussed\n\n${lines.join('\n')}\n\n- [ ] Read the appendix by Friday\n`;
    doc.getText(textName).insert(0, text);
    return { number, text, state: Buffer.from(Y.encodeStateAsUpdate(doc)) };
  });
  const sql = driver();
  for (const row of rows) await sql`insert into bench_text ${sql(row)} on conflict do nothing`;
}

type Statement = (from: number, to: number, papers: number) => string;
const numbers = (from: number, to: number, times: number) =>
  `generate_series(${from * times}::bigint, ${to * times - 1}::bigint) as n`;
const groupOf = (times: number) => `bench_id('g', n / ${times})`;
const memberOf = (group: string, salt: number) =>
  `bench_id('a', ${group} * ${each.members} + bench_pick(n, ${salt}, ${each.members}))`;
const text = `(select t from bench_text t where t.number = bench_pick(n, 9, ${texts}))`;

const statements: Record<string, Statement> = {
  accounts: (from, to) => `
    insert into account (id, email, name, created_at)
    select bench_id('a', n), 'person' || n || '@example.org', 'Person ' || n, now() - interval '1 year'
    from ${numbers(from, to, each.members)}`,
  groups: (from, to) => `
    insert into reading_group (id, slug, name, timezone, created_at)
    select bench_id('g', n), 'group-' || n, 'Reading group ' || n,
      (array['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney'])[1 + n % 4], now() - interval '1 year'
    from ${numbers(from, to, 1)}`,
  memberships: (from, to) => `
    insert into membership (id, group_id, account_id, role)
    select bench_id('m', n), ${groupOf(each.members)}, bench_id('a', n),
      case n % ${each.members} when 0 then 'owner' when 1 then 'organiser' else 'member' end
    from ${numbers(from, to, each.members)}`,
  series: (from, to) => `
    insert into series (id, group_id, title, rrule, starts_on, start_time, timezone)
    select bench_id('s', n), bench_id('g', n), 'Weekly meeting', 'FREQ=WEEKLY;BYDAY=TH', current_date - 365, '16:00', 'UTC'
    from ${numbers(from, to, 1)}`,
  queues: (from, to) => `
    insert into queue (id, group_id, name) select bench_id('q', n), bench_id('g', n), 'Papers' from ${numbers(from, to, 1)}`,
  nominations: (from, to, papers) => `
    insert into nomination (id, group_id, queue_id, paper_id, proposed_by, pitch, created_at, chosen_at)
    select bench_id('n', n), ${groupOf(each.nominations)}, bench_id('q', n / ${each.nominations}),
      lpad((((n / ${each.nominations}) * 7919 + (n % ${each.nominations}) * 104729) % ${papers})::text, 16, '0'),
      ${memberOf(`(n / ${each.nominations})`, 1)}, 'Short, and it would settle what we left open about learning from few examples.',
      now() - (bench_pick(n, 2, 200) || ' days')::interval,
      case when n % ${each.nominations} < ${chosen} then now() - ((n % ${each.nominations}) * 7 + 7 || ' days')::interval end
    from ${numbers(from, to, each.nominations)}`,
  interests: (from, to) => `
    insert into interest (nomination_id, account_id)
    select distinct bench_id('n', n / 3), ${memberOf(`(n / 3 / ${each.nominations})`, 3)}
    from ${numbers(from, to, each.nominations * 3)}`,
  ballots: (from, to) => `
    insert into ballot (id, group_id, title, method, opened_by, created_at, closes_at, closed_at, result)
    select bench_id('b', n), ${groupOf(each.meetings)}, 'What do we read next?', 'approval',
      bench_id('a', (n / ${each.meetings}) * ${each.members}), b.closes_at - interval '3 days', b.closes_at,
      case when b.closes_at < now() then b.closes_at end,
      case when b.closes_at < now() then ${resultOf('n')} end
    from ${numbers(from, to, each.meetings)}
    cross join lateral (select now() + ((1 - n % ${each.meetings}) * 7 - 5 || ' days')::interval as closes_at) b`,
  options: (from, to) => `
    insert into ballot_option (ballot_id, nomination_id, position)
    select bench_id('b', n / 4), ${optionOf('(n / 4)', '(n % 4)')}, n % 4 from ${numbers(from, to, each.meetings * 4)}`,
  votes: (from, to) => `
    insert into vote (ballot_id, account_id, choice)
    select bench_id('b', n / 6), bench_id('a', (n / 6 / ${each.meetings}) * ${each.members} + n % 6),
      jsonb_build_object('approved', jsonb_build_array(${optionOf('(n / 6)', 'bench_pick(n, 5, 4)')}))
    from ${numbers(from, to, each.meetings * 6)}`,
  meetings: (from, to) => `
    insert into meeting (id, group_id, series_id, occurs_on, title, starts_at, duration_minutes, ballot_id, told_sequence)
    select bench_id('e', n), ${groupOf(each.meetings)}, bench_id('s', n / ${each.meetings}),
      current_date + ((1 - n % ${each.meetings}) * 7 - 2)::int, 'Weekly meeting',
      date_trunc('hour', now()) + ((1 - n % ${each.meetings}) * 7 - 2 || ' days')::interval, 60, bench_id('b', n), 0
    from ${numbers(from, to, each.meetings)}`,
  'agenda items': (from, to) => `
    insert into agenda_item (id, meeting_id, paper_id, nomination_id, lead_id, position)
    select bench_id('i', n), bench_id('e', n), o.paper_id, o.id, ${memberOf(`(n / ${each.meetings})`, 6)}, 0
    from ${numbers(from, to, each.meetings)}
    join nomination o on o.id = ${optionOf('n', '0')} where n % ${each.meetings} > 0`,
  attendances: (from, to) => `
    insert into attendance (meeting_id, account_id, answer, answered_at, attended_at)
    select bench_id('e', n / 6), bench_id('a', (n / 6 / ${each.meetings}) * ${each.members} + n % 6), 'yes', now(),
      case when (n / 6) % ${each.meetings} > 0 then now() end
    from ${numbers(from, to, each.meetings * 6)}`,
  notes: (from, to) => `
    insert into note (id, group_id, meeting_id, title, created_at)
    select bench_id('t', n), ${groupOf(each.meetings)}, bench_id('e', n), 'Weekly meeting',
      now() + ((1 - n % ${each.meetings}) * 7 - 3 || ' days')::interval
    from ${numbers(from, to, each.meetings)}`,
  heads: (from, to) => `
    insert into note_head (note_id, head, gleaned) select bench_id('t', n), 1, 1 from ${numbers(from, to, each.meetings)}`,
  updates: (from, to) => `
    insert into note_update (note_id, seq, payload, account_id)
    select bench_id('t', n), 1, (${text}).state, bench_id('a', (n / ${each.meetings}) * ${each.members})
    from ${numbers(from, to, each.meetings)}`,
  texts: (from, to) => `
    insert into note_text (note_id, text) select bench_id('t', n), (${text}).text from ${numbers(from, to, each.meetings)}`,
  'action items': (from, to) => `
    insert into action_item (note_id, position, group_id, text, done_at)
    select bench_id('t', n), 0, ${groupOf(each.meetings)}, 'Read the appendix by Friday',
      case when n % ${each.meetings} > 2 then now() end
    from ${numbers(from, to, each.meetings)}`
};

/** The `place`-th option of a numbered ballot; the first is the one that was chosen for it. */
function optionOf(ballot: string, place: string): string {
  const group = `(${ballot} / ${each.meetings})`;
  const meeting = `(${ballot} % ${each.meetings})`;
  const waiting = `${chosen} + (${meeting} * 3 + ${place}) % ${each.nominations - chosen}`;
  const within = `case when ${meeting} > 0 and ${place} = 0 then ${meeting} - 1 else ${waiting} end`;
  return `bench_id('n', ${group} * ${each.nominations} + (${within}))`;
}

/** A result as the real count freezes it, its four options named by the numbered ballot's own. */
function resultOf(ballot: string): string {
  const ids = ['@0', '@1', '@2', '@3'];
  const candidates = ids.map((id) => ({ id, proposedAt: new Date(0), gone: false, offered: false }));
  const votes = [0, 0, 0, 1, 2, 3].map((choice) => ({ [ids[choice]!]: 1 }));
  const circumstances = {
    rules: { method: 'approval' as const },
    seats: 1,
    quorum: 1,
    eligible: each.members
  };
  const result = tally(votes, candidates, { ...circumstances, seed: 'bench' });
  const frozen = `'${JSON.stringify(result)}'::text`;
  const named = ids.reduce(
    (json, id, place) => `replace(${json}, '${id}', ${optionOf(ballot, String(place))})`,
    frozen
  );
  return `(${named})::jsonb`;
}
