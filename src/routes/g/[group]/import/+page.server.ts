import type { RequestEvent } from '@sveltejs/kit';
import { allow } from '#groups/permissions.ts';
import { PasteForm } from '#papers/papers.ts';
import * as papers from '#papers/papers.server.ts';
import { renderPaperTitle } from '#markdown/markdown.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { placesOf } from '#routes/paperview.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals }) => {
  allow(await locals.enter(params.group), 'nomination.make');
  return {};
});

export const actions: Actions = {
  preview: action(async (event, form) => {
    const { text } = await pasted(event, form);
    return {
      step: 'preview' as const,
      values: { text },
      ...(await shown(event, await papers.preview(text)))
    };
  }),

  keep: action(async (event, form) => {
    const { text } = await pasted(event, form);
    return { step: 'kept' as const, values: { text: '' }, ...(await shown(event, await papers.keep(text))) };
  })
};

/** What a member pastes, counted. */
async function pasted({ locals, params }: RequestEvent, form: FormData): Promise<{ text: string }> {
  const member = await locals.enter(params.group ?? '');
  allow(member, 'nomination.make');
  await papers.countPaste(member.accountId);
  return readForm(PasteForm, form);
}

/** Each paper with what the reader's groups did with it so far. */
async function shown(
  event: Pick<RequestEvent, 'locals'>,
  { papers: found, unread }: Awaited<ReturnType<typeof papers.preview>>
) {
  const ids = found.flatMap(({ paperId }) => paperId ?? []);
  const places = await placesOf(signedIn(event).account, ids);
  return {
    unread,
    papers: found.map(({ title, authorCount, publishedOn, paperId }) => ({
      ...{ authorCount, publishedOn, paperId },
      titleHtml: renderPaperTitle(title),
      places: (paperId && places.get(paperId)) || []
    }))
  };
}
