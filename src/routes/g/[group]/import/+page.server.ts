import { allow } from '#groups/groups.ts';
import { PasteForm } from '#papers/papers.ts';
import * as papers from '#papers/papers.server.ts';
import { renderPaperTitle } from '#markdown/markdown.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals }) => {
  allow(await locals.enter(params.group), 'nomination.make');
  return {};
});

export const actions: Actions = {
  preview: action(async ({ params, locals }, form) => {
    allow(await locals.enter(params.group), 'nomination.make');
    const { text } = readForm(PasteForm, form);
    return { step: 'preview' as const, values: { text }, ...shown(await papers.preview(text)) };
  }),

  keep: action(async ({ params, locals }, form) => {
    allow(await locals.enter(params.group), 'nomination.make');
    const { text } = readForm(PasteForm, form);
    return { step: 'kept' as const, values: { text: '' }, ...shown(await papers.keep(text)) };
  })
};

function shown({ papers: found, unread }: Awaited<ReturnType<typeof papers.preview>>) {
  return {
    unread,
    papers: found.map(({ title, authorCount, publishedOn, paperId }) => ({
      ...{ authorCount, publishedOn, paperId },
      titleHtml: renderPaperTitle(title)
    }))
  };
}
