import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import type { ListedPaper } from '#papers/feed/listed.ts';
import { titleKey, type Identifier } from '#papers/identifiers.ts';
import type { Pasted } from '#papers/papers.ts';
import type { PastedEntry } from '#papers/pasted.ts';
import { paper } from '#papers/schema.ts';
import type { Database, Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';

/** Titles shorter than this, in letters and digits, say too little to be the same paper by. */
const shortestTitleKey = 12;

/** The column an identifier stands in, and its value there. */
export function identifierOfColumn(identifier: Identifier) {
  return 'arxivId' in identifier
    ? ([paper.arxivId, identifier.arxivId] as const)
    : ([paper.doi, identifier.doi] as const);
}

/**
 * Keeps a paper as a source tells of it: known by its arXiv id, or so far only by its title, or new.
 * @returns its id
 */
export async function keepListed(tx: Transaction, listed: ListedPaper): Promise<string> {
  const facts = {
    title: listed.title,
    titleKey: titleKey(listed.title),
    abstract: listed.abstract,
    authors: listed.authors,
    publishedOn: listed.publishedOn,
    ...(listed.projectUrl && { projectUrl: listed.projectUrl }),
    ...(listed.codeUrl && { codeUrl: listed.codeUrl }),
    completedAt: new Date()
  };
  await adoptByTitle(tx, listed.arxivId, facts.titleKey);
  const [kept] = await tx
    .insert(paper)
    .values({ id: newId(), arxivId: listed.arxivId, ...facts })
    .onConflictDoUpdate({ target: paper.arxivId, set: facts })
    .returning({ id: paper.id });
  return kept!.id;
}

/** A paper that came in by its title alone gets its arXiv id, so that it is completed and not doubled. */
async function adoptByTitle(tx: Transaction, arxivId: string, key: string): Promise<void> {
  if (key.length < shortestTitleKey) return;
  const [known] = await tx.select({ id: paper.id }).from(paper).where(eq(paper.arxivId, arxivId));
  if (known) return;
  const [nameless] = await tx
    .select({ id: paper.id })
    .from(paper)
    .where(and(eq(paper.titleKey, key), isNull(paper.arxivId), isNull(paper.doi)))
    .orderBy(paper.createdAt)
    .limit(1)
    .for('update');
  if (nameless) await tx.update(paper).set({ arxivId }).where(eq(paper.id, nameless.id));
}

/** What is known of pasted papers, each once. */
export async function matchPasted(within: Database | Transaction, entries: PastedEntry[]): Promise<Pasted[]> {
  const known = await knownAmong(within, entries);
  const told = new Map<string, Pasted>();
  for (const entry of entries) {
    const paperId = known.find(entry);
    const key = paperId ?? keyOf(entry);
    if (!told.has(key)) told.set(key, { ...asTold(entry, known.titleOf(paperId)), paperId });
  }
  return [...told.values()];
}

/** Keeps pasted papers; those that are known stay as they are. Titles without an id enter without one. */
export async function keepPasted(tx: Transaction, entries: PastedEntry[]): Promise<Pasted[]> {
  const pasted = await matchPasted(tx, entries);
  const known = await knownAmong(tx, entries);
  const wanted = new Map(entries.filter((entry) => !known.find(entry)).map((entry) => [keyOf(entry), entry]));
  for (const entry of wanted.values()) await addPasted(tx, entry);
  if (wanted.size === 0) return pasted;
  return matchPasted(tx, entries);
}

async function addPasted(tx: Transaction, entry: PastedEntry): Promise<void> {
  const title = titleOf(entry);
  await tx
    .insert(paper)
    .values({
      id: newId(),
      arxivId: entry.arxivId ?? null,
      doi: entry.arxivId ? null : (entry.doi ?? null),
      title,
      titleKey: titleKey(title),
      abstract: entry.abstract ?? '',
      authors: entry.authors ?? [],
      authorCount: entry.authorCount ?? null,
      publishedOn: entry.publishedOn ?? null
    })
    .onConflictDoNothing();
}

async function knownAmong(within: Database | Transaction, entries: PastedEntry[]) {
  const arxivIds = entries.flatMap(({ arxivId }) => arxivId ?? []);
  const dois = entries.flatMap(({ doi }) => doi ?? []);
  const keys = entries.map(matchableKey).filter((key) => key !== '');
  const found =
    entries.length === 0
      ? []
      : await within
          .select({
            id: paper.id,
            title: paper.title,
            arxivId: paper.arxivId,
            doi: paper.doi,
            titleKey: paper.titleKey
          })
          .from(paper)
          .where(
            or(inArray(paper.arxivId, arxivIds), inArray(paper.doi, dois), inArray(paper.titleKey, keys))
          )
          .orderBy(paper.createdAt);
  const by = <Column extends 'arxivId' | 'doi' | 'titleKey'>(column: Column) =>
    new Map([...found].reverse().map((one) => [one[column], one.id]));
  const [byArxivId, byDoi, byTitle] = [by('arxivId'), by('doi'), by('titleKey')];
  const titles = new Map(found.map(({ id, title }) => [id, title]));
  return {
    find({ arxivId, doi, ...entry }: PastedEntry): string | null {
      if (arxivId) return byArxivId.get(arxivId) ?? null;
      if (doi) return byDoi.get(doi) ?? null;
      return byTitle.get(matchableKey(entry)) ?? null;
    },
    titleOf: (id: string | null) => (id ? titles.get(id) : undefined)
  };
}

function matchableKey(entry: PastedEntry): string {
  const key = titleKey(entry.title ?? '');
  return !entry.arxivId && !entry.doi && key.length >= shortestTitleKey ? key : '';
}

/** Two entries with the same key are the same paper. */
function keyOf(entry: PastedEntry): string {
  return entry.arxivId ?? entry.doi ?? (matchableKey(entry) || `line ${entry.line}`);
}

function titleOf(entry: PastedEntry): string {
  return entry.title ?? (entry.arxivId ? `arXiv:${entry.arxivId}` : `doi:${entry.doi ?? ''}`);
}

function asTold(entry: PastedEntry, knownTitle: string | undefined): Omit<Pasted, 'paperId'> {
  return {
    title: entry.title ?? knownTitle ?? titleOf(entry),
    abstract: entry.abstract ?? '',
    authorCount: entry.authorCount ?? entry.authors?.length ?? null,
    publishedOn: entry.publishedOn ?? null,
    commentCount: entry.commentCount ?? null
  };
}
