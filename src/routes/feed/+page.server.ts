import { redirect } from '@sveltejs/kit';
import * as feed from '#papers/feed.server.ts';
import { page } from '#routes/answer.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import type { PageServerLoad } from './$types';

/** The newest day that has papers, or today; with `?date=`, as the date picker sends it, that day. */
export const load: PageServerLoad = page(async (event) => {
  signedIn(event);
  const wanted = event.url.searchParams.get('date');
  redirect(303, `/feed/${wanted || ((await feed.newestDay()) ?? new Date().toISOString().slice(0, 10))}`);
});
