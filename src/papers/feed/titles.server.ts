import { and, asc, eq, isNull } from 'drizzle-orm';
import { malformedBefore } from '#papers/feed/daily.server.ts';
import { readDailyPapers } from '#papers/feed/huggingface.ts';
import { readJson, type ListedPaper } from '#papers/feed/listed.ts';
import { attempt } from '#papers/feed/sources.server.ts';
import { ask, UpstreamFailure } from '#papers/feed/upstream.server.ts';
import { titleKey } from '#papers/identifiers.ts';
import { keepDescribed, shortestTitleKey } from '#papers/keeping.server.ts';
import { paper } from '#papers/schema.ts';
import { plainText } from '#papers/text.ts';
import { config } from '#platform/config.server.ts';
import { database, transaction } from '#platform/database.server.ts';

/** Asked for in one run, a fifth of what Hugging Face answers an anonymous address in five minutes. */
const atOnce = 100;
/** Characters of a question, and answers wanted: the paper that is called so is among the first. */
const longestQuestion = 250;
const mostAnswers = 20;

/**
 * Looks papers of which only a title is known up at Hugging Face, each once: the one that is called so to the letter
 * gives it its arXiv id. What is found under several ids, or not at all, stays as it is until a list names it.
 */
export async function lookUpTitles(): Promise<void> {
  const waiting = await waitingForTitles();
  if (waiting.length === 0) return;
  await attempt('hf', async () => {
    const malformed = await malformedBefore();
    for (const one of waiting) await lookUp(one);
    return { malformed };
  });
}

async function waitingForTitles() {
  return database()
    .select({ id: paper.id, title: paper.title })
    .from(paper)
    .where(and(isNull(paper.completedAt), isNull(paper.arxivId), isNull(paper.doi)))
    .orderBy(asc(paper.createdAt))
    .limit(atOnce);
}

async function lookUp({ id, title }: { id: string; title: string }): Promise<void> {
  const key = titleKey(title);
  const called = key.length < shortestTitleKey ? [] : await calledSo(title, key);
  await transaction(async (tx) => {
    await tx.update(paper).set({ completedAt: new Date() }).where(eq(paper.id, id));
    if (called.length === 1) await keepDescribed(tx, called, 'listing');
  });
}

/** The papers that Hugging Face knows by a title, each once. */
async function calledSo(title: string, key: string): Promise<ListedPaper[]> {
  const url = new URL(`${config().hfBaseUrl}/api/papers/search`);
  const q = plainText(title).slice(0, longestQuestion).toWellFormed();
  url.search = new URLSearchParams({ q, limit: String(mostAnswers) }).toString();
  const answer = await ask('Hugging Face', url);
  // A question that it takes for malformed has no answer; the others have theirs.
  if (answer.status === 400) return [];
  if (answer.status !== 200) throw new UpstreamFailure(`Hugging Face answered with ${answer.status}.`);
  const { papers } = readDailyPapers(
    readJson(answer.body, 'Hugging Face sent something that is not the papers it found.')
  );
  const called = papers.filter((one) => titleKey(one.title) === key);
  return [...new Map(called.map((one) => [one.arxivId, one])).values()];
}
