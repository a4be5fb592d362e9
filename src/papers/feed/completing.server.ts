import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { readArxivAtom } from '#papers/feed/arxiv.ts';
import { Unreadable } from '#papers/feed/listed.ts';
import { ask, pauseOf, UpstreamFailure } from '#papers/feed/upstream.server.ts';
import { titleKey } from '#papers/identifiers.ts';
import { paper } from '#papers/schema.ts';
import { config } from '#platform/config.server.ts';
import { database, driver } from '#platform/database.server.ts';
import { log } from '#platform/log.server.ts';

const lock = 4_021_983_120;
const atOnce = 100;
/** arXiv asks for no more than one request in three seconds, over all machines of an installation. */
const manners = 3_000;

/** Looks up at arXiv the papers of which only an id is known. What arXiv does not know stays as it is. */
export async function completePapers(): Promise<void> {
  const held = await driver().reserve();
  try {
    const [got] = await held<{ got: boolean }[]>`select pg_try_advisory_lock(${lock}) as got`;
    if (got?.got) await completeSome();
  } finally {
    await held`select pg_advisory_unlock(${lock})`;
    held.release();
  }
}

async function completeSome(): Promise<void> {
  const waiting = await database()
    .select({ arxivId: paper.arxivId })
    .from(paper)
    .where(and(isNull(paper.completedAt), isNotNull(paper.arxivId)))
    .orderBy(asc(paper.createdAt))
    .limit(atOnce);
  const ids = waiting.flatMap(({ arxivId }) => arxivId ?? []);
  if (ids.length === 0) return;
  try {
    await lookUp(ids);
  } catch (failure) {
    if (!(failure instanceof UpstreamFailure || failure instanceof Unreadable)) throw failure;
    log().warn({ err: failure, source: 'arxiv' }, 'papers could not be looked up');
  }
  await pauseOf(manners);
}

async function lookUp(ids: string[]): Promise<void> {
  const url = new URL('/api/query', config().arxivApiUrl);
  url.search = new URLSearchParams({ id_list: ids.join(','), max_results: String(ids.length) }).toString();
  const { body } = await ask('arXiv', url);
  const { papers } = readArxivAtom(body);
  for (const found of papers) {
    await database()
      .update(paper)
      .set({
        title: found.title,
        titleKey: titleKey(found.title),
        abstract: found.abstract,
        authors: found.authors,
        publishedOn: found.publishedOn,
        arxivVersion: found.version,
        completedAt: new Date()
      })
      .where(and(eq(paper.arxivId, found.arxivId), isNull(paper.completedAt)));
  }
  // Asked again tomorrow by nobody: arXiv answered, and does not know them.
  const unknown = ids.filter((id) => !papers.some(({ arxivId }) => arxivId === id));
  if (unknown.length > 0) {
    await database().update(paper).set({ completedAt: new Date() }).where(inArray(paper.arxivId, unknown));
  }
}
