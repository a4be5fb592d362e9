import { asc, or } from 'drizzle-orm';
import { titleKey } from '#papers/identifiers.ts';
import { addPapers, bounded, shortestTitleKey } from '#papers/keeping.server.ts';
import { lockPapers } from '#papers/lock.server.ts';
import type { Pasted } from '#papers/papers.ts';
import type { PastedEntry } from '#papers/pasted.ts';
import { paper } from '#papers/schema.ts';
import { oneOf } from '#platform/columns.ts';
import type { Database, Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';

/** What is known of pasted papers, each once. */
export async function matchPasted(within: Database | Transaction, entries: PastedEntry[]): Promise<Pasted[]> {
  return toldOf(entries, await knownAmong(within, entries));
}

/** Keeps pasted papers; those that are known stay as they are. Titles without an id enter without one. */
export async function keepPasted(
  tx: Transaction,
  entries: PastedEntry[]
): Promise<{ papers: Pasted[]; addedArxivIds: string[] }> {
  await lockPapers(tx);
  const known = await knownAmong(tx, entries);
  const wanted = new Map<string, PastedEntry>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (!known.find(entry) && !wanted.has(key)) wanted.set(key, entry);
  }
  const made = [...wanted].map(([key, entry]) => ({ key, row: rowOf(entry) }));
  await addPapers(
    tx,
    made.map(({ row }) => row)
  );
  const added = new Map(made.map(({ key, row }) => [key, row.id]));
  const papers = toldOf(entries, {
    find: (entry) => known.find(entry) ?? added.get(keyOf(entry)) ?? null,
    titleOf: known.titleOf
  });
  return { papers, addedArxivIds: made.flatMap(({ row }) => row.arxivId ?? []) };
}

/** What is known of entries: the paper an entry means, and what a paper is called. */
interface Known {
  find(entry: PastedEntry): string | null;
  titleOf(id: string | null): string | undefined;
}

function toldOf(entries: PastedEntry[], known: Known): Pasted[] {
  const told = new Map<string, Pasted>();
  for (const entry of entries) {
    const paperId = known.find(entry);
    const key = paperId ?? keyOf(entry);
    if (!told.has(key)) told.set(key, { ...asTold(entry, known.titleOf(paperId)), paperId });
  }
  return [...told.values()];
}

function rowOf(entry: PastedEntry) {
  const title = titleOf(entry);
  return {
    id: newId(),
    arxivId: entry.arxivId ?? null,
    doi: entry.arxivId ? null : (entry.doi ?? null),
    ...bounded({ title, abstract: entry.abstract ?? '', authors: entry.authors ?? [] }),
    venue: entry.venue ? bounded({ venue: entry.venue }).venue : null,
    titleKey: titleKey(title),
    authorCount: entry.authorCount ?? null,
    publishedOn: entry.publishedOn ?? null
  };
}

async function knownAmong(within: Database | Transaction, entries: PastedEntry[]): Promise<Known> {
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
          .where(or(oneOf(paper.arxivId, arxivIds), oneOf(paper.doi, dois), oneOf(paper.titleKey, keys)))
          .orderBy(asc(paper.createdAt), asc(paper.id));
  const by = <Column extends 'arxivId' | 'doi' | 'titleKey'>(column: Column) =>
    new Map([...found].reverse().map((one) => [one[column], one.id]));
  const [byArxivId, byDoi, byTitle] = [by('arxivId'), by('doi'), by('titleKey')];
  const titles = new Map(found.map(({ id, title }) => [id, title]));
  return {
    find({ arxivId, doi, ...entry }) {
      if (arxivId) return byArxivId.get(arxivId) ?? null;
      if (doi) return byDoi.get(doi) ?? null;
      return byTitle.get(matchableKey(entry)) ?? null;
    },
    titleOf: (id) => (id ? titles.get(id) : undefined)
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
