import { eq, getTableColumns, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { account } from '#accounts/schema.ts';
import { refused } from '#data/archive.server.ts';
import type { Row } from '#data/streaming.server.ts';
import { formerPaper, paper } from '#papers/schema.ts';
import type { Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';

/** What the people or papers of an archive are called here. */
export type Renamed = ReadonlyMap<string, string>;

const Id = v.pipe(v.string(), v.regex(/^\w{1,40}$/));

const Person = v.object({
  id: Id,
  name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(200)),
  email: v.nullable(v.pipe(v.string(), v.email(), v.maxLength(254)))
});

/**
 * Finds the people of an archive by their addresses, and makes accounts for the others: without a way in, so that
 * only who opens a letter at the address (`/reset`) can take it over. Who had left the group comes without an address.
 */
export async function bringPeople(
  tx: Transaction,
  rows: readonly Row[]
): Promise<{ renamed: Renamed; known: number; waiting: number }> {
  const renamed = new Map<string, string>();
  let [known, waiting] = [0, 0];
  for (const row of rows) {
    const read = v.safeParse(Person, row);
    if (!read.success) throw refused('It has a person without a name or with an address that is none.');
    const { id, name, email } = read.output;
    const [here] = email
      ? await tx
          .select({ id: account.id })
          .from(account)
          .where(eq(sql`lower(${account.email})`, email.toLowerCase()))
      : [];
    if (here) known++;
    else if (email) waiting++;
    renamed.set(id, here?.id ?? (await makePlaceholder(tx, id, name, email)));
  }
  return { renamed, known, waiting };
}

async function makePlaceholder(
  tx: Transaction,
  id: string,
  name: string,
  email: string | null
): Promise<string> {
  for (const candidate of [id, newId()]) {
    const [made] = await tx
      .insert(account)
      // An address that nobody can have (RFC 2606), where none is known.
      .values({ id: candidate, name, email: email ?? `${candidate}@left.invalid` })
      .onConflictDoNothing()
      .returning({ id: account.id });
    if (made) return made.id;
  }
  throw refused('Two people in it have one address.');
}

const Paper = v.looseObject({
  id: Id,
  arxiv_id: v.nullish(v.string()),
  doi: v.nullish(v.string()),
  title_key: v.string()
});

/** Columns of a paper that come along. */
const paperColumns = Object.keys(getTableColumns(paper))
  .filter((name) => name !== 'words')
  .map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

/**
 * Finds the papers of an archive by their identifiers and adds the others. One that is known here under another id is
 * found by the id of there as well from now on, since notes link to it.
 */
export async function bringPapers(tx: Transaction, rows: readonly Row[]): Promise<Renamed> {
  const renamed = new Map<string, string>();
  for (const row of rows) {
    const read = v.safeParse(Paper, row);
    if (!read.success) throw refused('It has a paper without an id or a title.');
    const here = (await paperLike(tx, read.output)) ?? (await addPaper(tx, read.output));
    if (here !== read.output.id)
      await tx.insert(formerPaper).values({ id: read.output.id, paperId: here }).onConflictDoNothing();
    renamed.set(read.output.id, here);
  }
  return renamed;
}

async function paperLike(tx: Transaction, like: v.InferOutput<typeof Paper>): Promise<string | null> {
  const same = like.arxiv_id
    ? eq(paper.arxivId, like.arxiv_id)
    : like.doi
      ? eq(paper.doi, like.doi)
      : sql`${paper.id} = ${like.id} and ${paper.titleKey} = ${like.title_key}`;
  const [found] = await tx.select({ id: paper.id }).from(paper).where(same);
  return found?.id ?? null;
}

async function addPaper(tx: Transaction, row: v.InferOutput<typeof Paper>): Promise<string> {
  const columns = paperColumns.filter((name) => name in row);
  const listed = sql.join(
    columns.map((name) => sql.identifier(name)),
    sql`, `
  );
  for (const id of [row.id, newId()]) {
    const [made] = await tx.execute<{ id: string }>(sql`
      insert into paper (${listed})
      select ${listed} from jsonb_populate_record(null::paper, ${JSON.stringify({ ...row, id })}::text::jsonb)
      on conflict do nothing returning id`);
    if (made) return made.id;
  }
  // Its DOI is that of a paper which here has another arXiv id.
  const [other] = await tx
    .select({ id: paper.id })
    .from(paper)
    .where(eq(paper.doi, row.doi ?? ''));
  if (!other) throw refused('It has a paper that contradicts one that is here.');
  return other.id;
}
