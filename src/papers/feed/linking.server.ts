import { malformedBefore } from '#papers/feed/daily.server.ts';
import { readPaperDetail } from '#papers/feed/huggingface.ts';
import { Unreadable } from '#papers/feed/listed.ts';
import { attempt } from '#papers/feed/sources.server.ts';
import { ask, UpstreamFailure } from '#papers/feed/upstream.server.ts';
import { keepDescribed } from '#papers/keeping.server.ts';
import { linking } from '#papers/papers.server.ts';
import { config } from '#platform/config.server.ts';
import { transaction } from '#platform/database.server.ts';
import { requestJob } from '#platform/jobs.server.ts';

/** Asked for in one run, a fifth of what Hugging Face answers an anonymous address in five minutes. */
const atOnce = 100;
/** Milliseconds from run to run. */
const pause = 5 * 60_000;
/** Runs that may fail before the links of these papers are given up: they only decorate. */
const mostFailures = 10;

/**
 * Asks Hugging Face for the code and the project of papers that came in by their id, which arXiv does not tell; what is
 * left over, by number or by a failure, is asked for some minutes later.
 */
export async function linkPapers(arxivIds: readonly string[], failures = 0): Promise<void> {
  const left = [...arxivIds];
  const end = Math.max(0, left.length - atOnce);
  await attempt('hf', async () => {
    const malformed = await malformedBefore();
    while (left.length > end) {
      const problem = await link(left.at(-1)!);
      if (problem) malformed.push(problem);
      left.pop();
    }
    return { malformed };
  });
  const failed = left.length > end ? failures + 1 : failures;
  if (left.length === 0 || failed > mostFailures) return;
  const key = left.at(-1)!;
  await requestJob(linking, { arxivIds: left, failures: failed }, { at: new Date(Date.now() + pause), key });
}

/** @returns why the answer could not be read, if it could not */
async function link(arxivId: string): Promise<string | undefined> {
  const answer = await ask('Hugging Face', new URL(`${config().hfBaseUrl}/api/papers/${arxivId}`));
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw new UpstreamFailure(`Hugging Face answered with ${answer.status}.`);
  try {
    const told = readPaperDetail(JSON.parse(answer.body));
    if (told.arxivId === arxivId) await transaction((tx) => keepDescribed(tx, [told], 'listing'));
    return undefined;
  } catch (failure) {
    if (failure instanceof SyntaxError) throw new Unreadable('Hugging Face sent something that is no paper.');
    if (failure instanceof Unreadable) return `${arxivId}: ${failure.message}`;
    throw failure;
  }
}
