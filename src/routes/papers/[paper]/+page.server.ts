import { redirect } from '@sveltejs/kit';
import { renderMarkdown, renderPaperTitle } from '#markdown/markdown.server.ts';
import * as meetings from '#meetings/meetings.server.ts';
import * as notes from '#notes/notes.server.ts';
import * as looking from '#papers/looking.server.ts';
import { ReadingForm } from '#papers/looking.ts';
import * as papers from '#papers/papers.server.ts';
import { citationForms } from '#papers/names.ts';
import { plainText as plainTitle } from '#papers/text.ts';
import * as queue from '#queue/queue.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { placesOf, shownPaper } from '#routes/paperview.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import * as works from '#works/works.server.ts';
import { byline } from '../../g/[group]/byline.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
  const { account } = signedIn(event);
  const found = await papers.view(event.params.paper);
  if (found.id !== event.params.paper) redirect(303, `/papers/${found.id}`);
  event.depends('group:queue');
  const [places, queues, proposals, summaries, machine, readers, related, reading, citing] =
    await Promise.all([
      placesOf(account, [found.id]),
      queue.openQueues(account),
      queue.proposalsOf(account, found.id),
      meetings.summariesOf(account, found.id),
      looking.machineSummary(found.id),
      papers.readersOf(account, found.id),
      papers.related(found.id),
      looking.readingOf(account, found.id),
      notes.citing(account, found.id)
    ]);
  const asked = event.url.searchParams.get('cite');
  const form = citationForms.find((one) => one === asked);
  return {
    paper: {
      ...shownPaper(found),
      name: plainTitle(found.title),
      authors: found.authors,
      categories: found.categories,
      keywords: found.keywords,
      venue: found.venue,
      arxivId: found.arxivId,
      isNamed: found.arxivId !== null || found.doi !== null,
      isLookedUp: found.completedAt !== null,
      arxivVersion: found.arxivVersion,
      revisedOn: found.revisedOn,
      places: places.get(found.id) ?? []
    },
    proposals: proposals.map(({ pitch, ...rest }) => ({
      ...rest,
      pitchHtml: pitch && renderMarkdown(pitch)
    })),
    summaries: summaries.map(({ text, ...rest }) => ({ ...rest, html: renderMarkdown(text) })),
    machine,
    readers,
    queues: Object.fromEntries(queues),
    related: related.map(({ id, title, authors, authorCount, publishedOn }) => ({
      id,
      titleHtml: renderPaperTitle(title),
      byline: [byline(authors, authorCount), publishedOn?.slice(0, 4)].filter(Boolean).join(' · ')
    })),
    reading,
    notes: citing,
    citation: form ? { form, text: await papers.cite([found.id], form) } : null
  };
});

export const actions: Actions = {
  reading: action(async (event, form) => {
    const { reading } = readForm(ReadingForm, form);
    const { id } = await papers.view(event.params.paper);
    await works.setReading(signedIn(event).account, id, reading || null);
  })
};
