import { and, asc, eq, gt, inArray, isNotNull, isNull, lt } from 'drizzle-orm';
import { describedOf, readArxivAtom } from '#papers/feed/arxiv.ts';
import { readCrossrefWork, type Registered } from '#papers/feed/crossref.ts';
import { readJson, Unreadable } from '#papers/feed/listed.ts';
import { askArxiv } from '#papers/feed/manners.server.ts';
import { attempt, type Outcome } from '#papers/feed/sources.server.ts';
import { lookUpTitles } from '#papers/feed/titles.server.ts';
import { ask, UpstreamFailure } from '#papers/feed/upstream.server.ts';
import { titleKey } from '#papers/identifiers.ts';
import { bounded, keepDescribed } from '#papers/keeping.server.ts';
import { lockPapers } from '#papers/lock.server.ts';
import { completing } from '#papers/papers.server.ts';
import { paper } from '#papers/schema.ts';
import { learnWordsOf } from '#papers/vocabulary.server.ts';
import { requestUniting } from '#papers/uniting.server.ts';
import { config } from '#platform/config.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { requestJob } from '#platform/jobs.server.ts';

const atOnce = 100;
/** Milliseconds after which arXiv's answers have caught up with its announcements. */
const lag = 3 * 24 * 60 * 60_000;
/** Answers in a row that say Crossref itself is out of order, rather than a record of its. */
const mostUnreadable = 5;
/** Of one run: two minutes of arXiv's pauses. */
const mostRequests = 40;
/** Of one run, one after the other, as Crossref asks of those who are polite. */
const mostDois = 100;

/**
 * Looks up the papers of which only a title is known, or only an id, or only what a list says: titles at Hugging Face,
 * the others at arXiv, or at Crossref those that have only a DOI. What these do not know stays as it is.
 */
export async function completePapers(): Promise<void> {
  await lookUpTitles();
  if ((await waitingAtArxiv()).length > 0) await attempt('arxiv-query', completeByArxiv);
  if ((await waitingAtCrossref()).length > 0) await attempt('crossref', completeByCrossref);
}

/** Asks arXiv again for papers that it told of before, whose versions may have changed; so many of them as one run may. */
export async function lookAgain(arxivIds: readonly string[]): Promise<void> {
  if (arxivIds.length === 0) return;
  await attempt('arxiv-query', async () => {
    const malformed: string[] = [];
    for (let from = 0; from < Math.min(arxivIds.length, mostRequests * atOnce); from += atOnce) {
      malformed.push(...(await lookUp(arxivIds.slice(from, from + atOnce))));
    }
    return { malformed };
  });
}

async function completeByArxiv(): Promise<Outcome> {
  const malformed: string[] = [];
  let last = '';
  for (let request = 0; request < mostRequests; request++) {
    const waiting = await waitingAtArxiv(last);
    if (waiting.length === 0) break;
    last = waiting.at(-1)!.id;
    const ids = waiting.flatMap(({ arxivId }) => arxivId ?? []);
    malformed.push(...(await lookUp(ids)));
  }
  return { malformed };
}

/** Those after `last`, by id: what arXiv does not know yet keeps waiting, and must not be asked again in one run. */
async function waitingAtArxiv(last = '') {
  return database()
    .select({ id: paper.id, arxivId: paper.arxivId })
    .from(paper)
    .where(and(isNull(paper.completedAt), isNotNull(paper.arxivId), gt(paper.id, last)))
    .orderBy(asc(paper.id))
    .limit(atOnce);
}

/** One id that arXiv takes for malformed spoils a whole question: it is found by halves. */
async function lookUp(ids: readonly string[]): Promise<string[]> {
  const url = new URL(`${config().arxivApiUrl}/api/query`);
  url.search = new URLSearchParams({ id_list: ids.join(','), max_results: String(ids.length) }).toString();
  const answer = await askArxiv(url);
  if (answer.status === 400 && ids.length > 1) {
    const middle = Math.ceil(ids.length / 2);
    return [...(await lookUp(ids.slice(0, middle))), ...(await lookUp(ids.slice(middle)))];
  }
  const { papers, malformed } =
    answer.status === 400 ? { papers: [], malformed: [] } : readArxivAtom(answer.body);
  const asked = new Set(ids);
  const found = papers.filter(({ arxivId }) => asked.has(arxivId));
  const unknown = ids.filter((id) => !found.some(({ arxivId }) => arxivId === id));
  await transaction(async (tx) => {
    await keepDescribed(tx, found.map(describedOf), 'arxiv');
    // What arXiv still does not know after some days it will not know tomorrow; until then its answers may lag behind
    // what it announced.
    const now = new Date();
    await tx
      .update(paper)
      .set({ completedAt: now })
      .where(and(inArray(paper.arxivId, unknown), lt(paper.createdAt, new Date(now.getTime() - lag))));
  });
  return malformed.map(({ reason }) => reason);
}

async function completeByCrossref(): Promise<Outcome> {
  const unreadable: { id: string; reason: string }[] = [];
  let isWell = false;
  for (const { id, doi } of await waitingAtCrossref()) {
    const reason = await register(id, doi ?? '');
    if (reason) unreadable.push({ id, reason: `${doi}: ${reason}` });
    else isWell = true;
    if (!isWell && unreadable.length >= mostUnreadable) break;
  }
  if (unreadable.length > 0 && !isWell)
    throw new Unreadable('Crossref answers with something that is no work.');
  // A record that cannot be read is named and asked for no more: it would stand before all that come after it.
  await database()
    .update(paper)
    .set({ completedAt: new Date() })
    .where(
      inArray(
        paper.id,
        unreadable.map(({ id }) => id)
      )
    );
  return { malformed: unreadable.map(({ reason }) => reason) };
}

async function waitingAtCrossref() {
  return database()
    .select({ id: paper.id, doi: paper.doi })
    .from(paper)
    .where(and(isNull(paper.completedAt), isNull(paper.arxivId), isNotNull(paper.doi)))
    .orderBy(asc(paper.createdAt))
    .limit(mostDois);
}

/** Completes one paper by its DOI. @returns why the answer could not be read, if it could not */
async function register(id: string, doi: string): Promise<string | undefined> {
  const answer = await ask(
    'Crossref',
    new URL(`${config().crossrefBaseUrl}/works/${encodeURIComponent(doi)}`)
  );
  if (![200, 404].includes(answer.status))
    throw new UpstreamFailure(`Crossref answered with ${answer.status}.`);
  try {
    const told: Registered =
      answer.status === 404
        ? {}
        : readCrossrefWork(readJson(answer.body, 'Crossref did not answer with JSON.'));
    await transaction((tx) => keepRegistered(tx, id, told));
    return undefined;
  } catch (failure) {
    if (failure instanceof Unreadable) return failure.message;
    throw failure;
  }
}

/** A work that is on arXiv too is completed by arXiv from here on, and is one with the paper that has its id. */
async function keepRegistered(tx: Transaction, id: string, told: Registered): Promise<void> {
  const { arxivId, publishedOn, pages, ...texts } = told;
  await lockPapers(tx);
  const [other] = arxivId
    ? await tx.select({ id: paper.id }).from(paper).where(eq(paper.arxivId, arxivId))
    : [];
  const adopted = arxivId && !other ? arxivId : undefined;
  await tx
    .update(paper)
    .set({
      ...bounded(texts),
      ...(told.title && { titleKey: titleKey(told.title) }),
      ...(publishedOn && { publishedOn }),
      ...(pages && { pages }),
      ...(adopted ? { arxivId: adopted } : { completedAt: new Date() })
    })
    .where(and(eq(paper.id, id), isNull(paper.completedAt)));
  await learnWordsOf(tx, [id]);
  if (adopted) await requestJob(completing, {}, { within: tx });
  if (other) await requestUniting(tx, { goes: id, stays: other.id });
}
