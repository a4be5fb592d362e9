import type { Sql } from 'postgres';
import * as accounts from '#accounts/accounts.server.ts';
import type { Account } from '#accounts/accounts.ts';
import { asOfOneMoment, exportsBegun, rowsOf, type Row } from '#data/streaming.server.ts';
import { spend } from '#platform/limits.server.ts';
import { transaction } from '#platform/database.server.ts';
import { referencesIn, type Reference } from '#platform/catalogue.server.ts';

const format = 'colloquy-person';
const version = 1;

/** The log itself is the group's; of it a person gets how much they contributed to which note. */
const counted = ['note_update', 'note_writer'];

/** Columns of rows that name a person, and are not about them: others' words, others' addresses. */
const others: Record<string, readonly string[]> = {
  ballot: ['result'],
  invitation: ['recipient'],
  note_thread: ['quote'],
  note_version: ['text']
};

/** Columns that let somebody in, or stand for what does. */
const isSecret = (column: string) => /(^|_)(hash|secret|key|token)$/.test(column);

/**
 * Everything that is kept of a person, and only of them, as one JSON document, piece by piece (`docs/exports.md`). What
 * there is to tell is read from the database's own references to the account, so that nothing is forgotten.
 */
export async function exportPerson(who: Account): Promise<AsyncGenerator<string>> {
  await spend(exportsBegun, who.id);
  await transaction((tx) => accounts.record(tx, { accountId: who.id }, 'account.export'));
  return asOfOneMoment((sql) => documentOf(sql, who));
}

async function* documentOf(sql: Sql, who: Account): AsyncGenerator<string> {
  const exportedAt = new Date().toISOString();
  const [account] = await sql`select to_jsonb(a) as row from account a where id = ${who.id}`;
  yield `${JSON.stringify({ format, version, exportedAt, account: told('account', account!.row, []) }).slice(0, -1)},\n"records": {`;
  const references = await referencesIn(sql);
  const mine = references.filter(({ table, to }) => to === 'account' && !counted.includes(table));
  let first = true;
  for (const reference of mine) {
    yield `${first ? '' : ','}\n${JSON.stringify(`${reference.table}.${reference.column}`)}: [`;
    yield* listed(recordsOf(sql, reference, mine, who));
    yield ']';
    first = false;
  }
  yield '\n},\n"notes": [';
  yield* listed(rowsOf(sql, contributions, [who.id]));
  yield '],\n"mails": [';
  yield* listed(rowsOf(sql, mails, [who.email]));
  yield '],\n"names": {\n"groups": [';
  yield* listed(rowsOf(sql, groupsOf, [who.id]));
  yield '],\n"papers": [';
  yield* listed(rowsOf(sql, papersOf, [who.id]));
  yield ']}}\n';
}

async function* recordsOf(
  sql: Sql,
  { table, column }: Reference,
  mine: readonly Reference[],
  who: Account
): AsyncGenerator<Row> {
  const people = mine.filter((reference) => reference.table === table).map((reference) => reference.column);
  const query = `select to_jsonb(t) as row from "${table}" t where t."${column}" = $1`;
  for await (const row of rowsOf(sql, query, [who.id])) yield told(table, row, people);
}

/** A row without what lets somebody in, what others wrote, who others are, and what only search and the log read. */
function told(table: string, row: Row, people: readonly string[]): Row {
  return Object.fromEntries(
    Object.entries(row).filter(
      ([column, value]) =>
        !isSecret(column) &&
        !people.includes(column) &&
        !others[table]?.includes(column) &&
        column !== 'words' &&
        !(typeof value === 'string' && value.startsWith('\\x'))
    )
  );
}

async function* listed(rows: AsyncIterable<Row>): AsyncGenerator<string> {
  let first = true;
  for await (const row of rows) {
    yield `${first ? '' : ','}\n${JSON.stringify(row)}`;
    first = false;
  }
}

/** Per note: the edits of theirs that are still single, and the browsers they wrote in. */
const contributions = `
  select jsonb_build_object('noteId', n.id, 'groupId', n.group_id, 'edits', c.edits, 'browsers', c.browsers) as row
  from note n
  join (
    select note_id, sum(edits) as edits, sum(browsers) as browsers from (
      select note_id, count(*) as edits, 0 as browsers from note_update where account_id = $1 group by note_id
      union all
      select note_id, 0, count(*) from note_writer where account_id = $1 group by note_id
    ) parts group by note_id
  ) c on c.note_id = n.id`;

/** What was written to them. The text may hold links that let somebody in. */
const mails = `
  select jsonb_build_object('subject', subject, 'createdAt', created_at, 'sentAt', sent_at) as row
  from mail where recipient = $1 order by created_at`;

const groupsOf = `
  select jsonb_build_object('id', g.id, 'name', g.name, 'slug', g.slug) as row
  from reading_group g where g.id in (select group_id from membership where account_id = $1)`;

/** The papers and nominations that the records speak of by id. */
const papersOf = `
  select jsonb_strip_nulls(jsonb_build_object('id', p.id, 'title', p.title, 'arxivId', p.arxiv_id, 'doi', p.doi,
    'nominations', (
      select jsonb_agg(n.id) from nomination n join queue q on q.id = n.queue_id
      where n.paper_id = p.id and q.group_id in (select group_id from membership where account_id = $1)
    ))) as row
  from paper p
  where p.id in (
    select paper_id from paper_reader where account_id = $1
    union select paper_id from paper_interest where account_id = $1
    union select paper_id from nomination where proposed_by = $1
    union select n.paper_id from nomination n join interest i on i.nomination_id = n.id where i.account_id = $1
    union select n.paper_id from nomination n join ballot_option o on o.nomination_id = n.id
      join vote v on v.ballot_id = o.ballot_id where v.account_id = $1
    union select paper_id from agenda_item where lead_id = $1
  )`;
