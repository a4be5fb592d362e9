import { and, asc, eq, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Described } from '#papers/feed/listed.ts';
import { titleKey, type Identifier } from '#papers/identifiers.ts';
import { lockPapers } from '#papers/lock.server.ts';
import { paper } from '#papers/schema.ts';
import { learnWordsOf } from '#papers/vocabulary.server.ts';
import { requestUniting } from '#papers/uniting.server.ts';
import { oneOf } from '#platform/columns.ts';
import type { Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';

/** Titles shorter than this, in letters and digits, say too little to be the same paper by. */
export const shortestTitleKey = 12;

/** In characters; all names together stay below what PostgreSQL takes as one text to search (1 MB). */
const longestTitle = 2_000;
const longestAbstract = 100_000;
const longestName = 100;
const mostAuthors = 3_000;
const mostCategories = 50;
/** Rows of one statement. */
const atOnce = 500;

/** The column an identifier stands in, and its value there. */
export function identifierOfColumn(identifier: Identifier) {
  return 'arxivId' in identifier
    ? ([paper.arxivId, identifier.arxivId] as const)
    : ([paper.doi, identifier.doi] as const);
}

/** Adds rows, as many as there are, in few statements; those whose id or DOI is known stay as they are. */
export async function addPapers(tx: Transaction, rows: (typeof paper.$inferInsert)[]): Promise<void> {
  for (const some of slices(rows)) await tx.insert(paper).values(some).onConflictDoNothing();
  await learnWordsOf(
    tx,
    rows.map(({ id }) => id)
  );
}

/**
 * Keeps papers as a source tells of them: known by their arXiv id, or so far only by DOI or title, or new. A listing
 * is believed until arXiv itself has told of the paper (`completedAt`), and again when it names a newer version.
 * @returns their ids by arXiv id
 */
export async function keepDescribed(
  tx: Transaction,
  told: readonly Described[],
  teller: 'listing' | 'arxiv'
): Promise<Map<string, string>> {
  const papers = [...new Map(told.map((one) => [one.arxivId, one])).values()];
  await lockPapers(tx);
  await adopt(tx, papers);
  const free = await freeDois(tx, papers);
  const kept = new Map<string, string>();
  for (const some of slices(papers)) {
    const rows = await tx
      .insert(paper)
      .values(some.map((one) => rowOf(one, free.get(one.doi ?? '') === one.arxivId, teller)))
      .onConflictDoUpdate({
        target: paper.arxivId,
        set: teller === 'arxiv' ? byArxiv : byListing,
        ...(teller === 'arxiv' && { setWhere: isNoOlder })
      })
      .returning({ id: paper.id, arxivId: paper.arxivId });
    for (const { id, arxivId } of rows) if (arxivId) kept.set(arxivId, id);
  }
  await learnWordsOf(tx, [...kept.values()]);
  return kept;
}

function rowOf(one: Described, takesDoi: boolean, teller: 'listing' | 'arxiv') {
  return {
    id: newId(),
    arxivId: one.arxivId,
    arxivVersion: one.version ?? null,
    doi: takesDoi ? (one.doi ?? null) : null,
    ...{ venue: null, ...bounded(one) },
    titleKey: titleKey(one.title),
    publishedOn: one.publishedOn ?? null,
    revisedOn: one.revisedOn ?? null,
    pages: one.pages ?? null,
    categories: one.categories?.slice(0, mostCategories) ?? [],
    keywords: one.keywords ?? [],
    projectUrl: one.projectUrl ?? null,
    codeUrl: one.codeUrl ?? null,
    completedAt: teller === 'arxiv' ? new Date() : null
  };
}

interface Texts {
  title?: string;
  abstract?: string;
  authors?: string[];
  venue?: string;
}

/** What is longer than any title, abstract or name, and than an index can hold, is cut off. */
export function bounded<T extends Texts>(one: T): Pick<T, keyof Texts & keyof T> {
  const cut = (text: string, length: number) => text.slice(0, length).toWellFormed();
  const { title, abstract, authors, venue } = one;
  const kept: Texts = {
    ...(title !== undefined && { title: cut(title, longestTitle) }),
    ...(abstract !== undefined && { abstract: cut(abstract, longestAbstract) }),
    ...(authors && { authors: authors.slice(0, mostAuthors).map((name) => cut(name, longestName)) }),
    ...(venue !== undefined && { venue: cut(venue, longestTitle) })
  };
  return kept as Pick<T, keyof Texts & keyof T>;
}

const told = (column: string) => sql.raw(`excluded.${column}`);
const toldOrKnown = (column: string) => sql.raw(`coalesce(excluded.${column}, paper.${column})`);
const filledOrKnown = (column: string) =>
  sql.raw(`case when excluded.${column} = '[]' then paper.${column} else excluded.${column} end`);
const untilCompleted = (value: SQL, column: string) =>
  sql`case when ${paper.completedAt} is null then ${value} else ${sql.raw(`paper.${column}`)} end`;

/** An answer that lags behind an announcement tells of an older version, and changes nothing. */
const isNoOlder = sql.raw(
  'excluded.arxiv_version is null or paper.arxiv_version is null or excluded.arxiv_version >= paper.arxiv_version'
);

const always = {
  arxivVersion: sql.raw('greatest(paper.arxiv_version, excluded.arxiv_version)'),
  doi: sql.raw('coalesce(paper.doi, excluded.doi)'),
  venue: toldOrKnown('venue'),
  pages: toldOrKnown('pages'),
  keywords: filledOrKnown('keywords'),
  projectUrl: toldOrKnown('project_url'),
  codeUrl: toldOrKnown('code_url')
};

const byArxiv = {
  ...always,
  title: told('title'),
  titleKey: told('title_key'),
  abstract: told('abstract'),
  authors: told('authors'),
  publishedOn: told('published_on'),
  revisedOn: sql.raw(
    'case when excluded.arxiv_version >= coalesce(paper.arxiv_version, 0) then excluded.revised_on else paper.revised_on end'
  ),
  categories: filledOrKnown('categories'),
  completedAt: told('completed_at')
};

const byListing = {
  ...always,
  title: untilCompleted(told('title'), 'title'),
  titleKey: untilCompleted(told('title_key'), 'title_key'),
  abstract: untilCompleted(told('abstract'), 'abstract'),
  authors: untilCompleted(told('authors'), 'authors'),
  publishedOn: untilCompleted(toldOrKnown('published_on'), 'published_on'),
  categories: untilCompleted(filledOrKnown('categories'), 'categories'),
  completedAt: sql.raw(
    'case when excluded.arxiv_version > paper.arxiv_version then null else paper.completed_at end'
  )
};

/**
 * Papers that came in by a DOI or a title alone get their arXiv id, so that they are completed and not doubled; where
 * the id has a paper already, the two are to become one.
 */
async function adopt(tx: Transaction, papers: readonly Described[]): Promise<void> {
  const nameless = await namelessAmong(tx, papers);
  if (nameless.length === 0) return;
  const known = await idsByArxivId(
    tx,
    papers.map(({ arxivId }) => arxivId)
  );
  const taken = new Set<string>();
  for (const { arxivId, doi, title } of papers) {
    const free = nameless.filter(({ id }) => !taken.has(id));
    const own =
      free.find((one) => doi !== undefined && one.doi === doi) ??
      free.find((one) => one.doi === null && one.titleKey === titleKey(title));
    if (!own) continue;
    taken.add(own.id);
    const stays = known.get(arxivId);
    if (stays) await requestUniting(tx, { goes: own.id, stays });
    // What was told of it before it had an id was not told by arXiv.
    else await tx.update(paper).set({ arxivId, completedAt: null }).where(eq(paper.id, own.id));
  }
}

/** Papers without an arXiv id that have the DOI or, without a DOI, the title of one of these. */
async function namelessAmong(tx: Transaction, papers: readonly Described[]) {
  const keys = papers.map(({ title }) => titleKey(title)).filter((key) => key.length >= shortestTitleKey);
  const dois = papers.flatMap(({ doi }) => doi ?? []);
  return tx
    .select({ id: paper.id, doi: paper.doi, titleKey: paper.titleKey })
    .from(paper)
    .where(
      and(
        isNull(paper.arxivId),
        or(oneOf(paper.doi, dois), and(oneOf(paper.titleKey, keys), isNull(paper.doi)))
      )
    )
    .orderBy(asc(paper.createdAt), asc(paper.id));
}

async function idsByArxivId(tx: Transaction, arxivIds: string[]): Promise<Map<string, string>> {
  const found = await tx
    .select({ id: paper.id, arxivId: paper.arxivId })
    .from(paper)
    .where(oneOf(paper.arxivId, arxivIds));
  return new Map(found.flatMap(({ id, arxivId }) => (arxivId ? [[arxivId, id]] : [])));
}

/** Which paper may take which DOI: one each, and none that another paper has. */
async function freeDois(tx: Transaction, papers: readonly Described[]): Promise<Map<string, string>> {
  const wanted = new Map<string, string>();
  for (const { doi, arxivId } of papers) if (doi && !wanted.has(doi)) wanted.set(doi, arxivId);
  if (wanted.size === 0) return wanted;
  const taken = await tx
    .select({ doi: paper.doi, arxivId: paper.arxivId })
    .from(paper)
    .where(oneOf(paper.doi, [...wanted.keys()]));
  for (const { doi, arxivId } of taken) if (doi && wanted.get(doi) !== arxivId) wanted.delete(doi);
  return wanted;
}

function slices<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, index) =>
    rows.slice(index * atOnce, (index + 1) * atOnce)
  );
}
