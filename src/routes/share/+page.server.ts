import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as papers from '#papers/papers.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

const ShareForm = v.object({ paper: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(2000)) });

/** What a phone's share sheet or the bookmarklet sends: whichever of it names a paper. Nothing is kept before one says so. */
export const load: PageServerLoad = page(async (event) => {
  signedIn(event);
  const given = ['url', 'text', 'title'].map(
    (name) => event.url.searchParams.get(name)?.slice(0, 2000) ?? ''
  );
  const found = given.map(papers.namedIn).find((named) => named !== null) ?? null;
  const known = found && (await papers.known(found));
  if (known) redirect(303, `/papers/${known}#propose`);
  return { origin: event.url.origin, found, given: given.filter(Boolean).join(' ') };
});

export const actions: Actions = {
  default: action(async (event, form) => {
    signedIn(event);
    const { id } = await papers.take(readForm(ShareForm, form).paper);
    redirect(303, `/papers/${id}#propose`);
  })
};
