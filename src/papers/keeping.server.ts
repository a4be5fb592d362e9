import { and, asc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Described } from '#papers/feed/listed.ts';
import { titleKey, type Identifier } from '#papers/identifiers.ts';
import { paper } from '#papers/schema.ts';
import type { Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';

/** Titles shorter than this, in letters and digits, say too little to be the same paper by. */
export const shortestTitleKey = 12;

const lock = 4_021_983_121;
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

/**
 * Lets nobody else add papers until the transaction ends: a title has no key that the database could hold to, and
 * what is found to be new here must not be made there meanwhile.
 */
export async function lockPapers(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${lock})`);
}

/** Adds rows, as many as there are, in few statements; those whose id or DOI is known stay as they are. */
export async function addPapers(tx: Transaction, rows: (typeof paper.$inferInsert)[]): Promise<void> {
  for (const some of slices(rows)) await tx.insert(paper).values(some).onConflictDoNothing();
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

/** Papers that came in by a DOI or a title alone get their arXiv id, so that they are completed and not doubled. */
async function adopt(tx: Transaction, papers: readonly Described[]): Promise<void> {
  const known = await knownArxivIds(
    tx,
    papers.map(({ arxivId }) => arxivId)
  );
  const strangers = papers.filter(({ arxivId }) => !known.has(arxivId));
  if (strangers.length === 0) return;
  const keys = strangers.map(({ title }) => titleKey(title)).filter((key) => key.length >= shortestTitleKey);
  const nameless = await tx
    .select({ id: paper.id, doi: paper.doi, titleKey: paper.titleKey })
    .from(paper)
    .where(
      and(
        isNull(paper.arxivId),
        or(
          inArray(
            paper.doi,
            strangers.flatMap(({ doi }) => doi ?? [])
          ),
          and(inArray(paper.titleKey, keys), isNull(paper.doi))
        )
      )
    )
    .orderBy(asc(paper.createdAt), asc(paper.id));
  const taken = new Set<string>();
  for (const { arxivId, doi, title } of strangers) {
    const free = nameless.filter(({ id }) => !taken.has(id));
    const own =
      free.find((one) => doi !== undefined && one.doi === doi) ??
      free.find((one) => one.doi === null && one.titleKey === titleKey(title));
    if (!own) continue;
    taken.add(own.id);
    await tx.update(paper).set({ arxivId }).where(eq(paper.id, own.id));
  }
}

async function knownArxivIds(tx: Transaction, arxivIds: string[]): Promise<Set<string>> {
  const found = await tx.select({ id: paper.arxivId }).from(paper).where(inArray(paper.arxivId, arxivIds));
  return new Set(found.flatMap(({ id }) => id ?? []));
}

/** Which paper may take which DOI: one each, and none that another paper has. */
async function freeDois(tx: Transaction, papers: readonly Described[]): Promise<Map<string, string>> {
  const wanted = new Map<string, string>();
  for (const { doi, arxivId } of papers) if (doi && !wanted.has(doi)) wanted.set(doi, arxivId);
  if (wanted.size === 0) return wanted;
  const taken = await tx
    .select({ doi: paper.doi, arxivId: paper.arxivId })
    .from(paper)
    .where(inArray(paper.doi, [...wanted.keys()]));
  for (const { doi, arxivId } of taken) if (doi && wanted.get(doi) !== arxivId) wanted.delete(doi);
  return wanted;
}

function slices<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, index) =>
    rows.slice(index * atOnce, (index + 1) * atOnce)
  );
}
