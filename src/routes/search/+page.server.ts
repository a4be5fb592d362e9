import * as v from 'valibot';
import { renderPaperPassage, renderPaperTitle } from '#markdown/markdown.server.ts';
import * as notes from '#notes/notes.server.ts';
import * as papers from '#papers/papers.server.ts';
import * as queue from '#queue/queue.server.ts';
import { page } from '#routes/answer.server.ts';
import { placesOf } from '#routes/paperview.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import type { PageServerLoad } from './$types';

const Search = v.fallback(v.pipe(v.string(), v.trim(), v.maxLength(400)), '');

export const load: PageServerLoad = page(async (event) => {
  const { account } = signedIn(event);
  const typed = event.url.searchParams.get('q') ?? '';
  const text = v.parse(Search, typed);
  if (text === '') return { text, papers: [], isGuess: false, said: [], written: [], isMistyped: false };
  const [found, said, written] = await Promise.all([
    papers.search(typed),
    queue.search(account, typed),
    notes.search(account, typed)
  ]);
  // What neither papers nor people say may be mistyped.
  const isMistyped = found.isGuess && said.length === 0 && written.length === 0;
  const places = await placesOf(
    account,
    found.papers.map(({ id }) => id)
  );
  return {
    text,
    isGuess: found.isGuess,
    papers: found.papers.map(({ title, abstract, ...paper }) => ({
      ...paper,
      titleHtml: renderPaperPassage(title),
      abstractHtml: abstract.some(({ isHit }) => isHit) ? renderPaperPassage(abstract) : null,
      places: places.get(paper.id) ?? []
    })),
    isMistyped,
    said: (isMistyped ? await queue.searchLike(account, typed) : said).map(({ paperTitle, ...saying }) => ({
      ...saying,
      titleHtml: renderPaperTitle(paperTitle)
    })),
    written: isMistyped ? await notes.searchLike(account, typed) : written
  };
});
