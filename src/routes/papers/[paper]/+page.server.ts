import { redirect } from '@sveltejs/kit';
import * as notes from '#notes/notes.server.ts';
import * as papers from '#papers/papers.server.ts';
import { page } from '#routes/answer.server.ts';
import { placesOf, shownPaper } from '#routes/paperview.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
  const { account } = signedIn(event);
  const found = await papers.view(event.params.paper);
  if (found.id !== event.params.paper) redirect(303, `/papers/${found.id}`);
  const [places, writing] = await Promise.all([
    placesOf(account, [found.id]),
    notes.citing(account, found.id)
  ]);
  return {
    paper: { ...shownPaper(found), authors: found.authors, places: places.get(found.id) ?? [] },
    notes: writing
  };
});
