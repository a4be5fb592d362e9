import { redirect } from '@sveltejs/kit';
import * as feed from '#papers/feed.server.ts';
import { page } from '#routes/answer.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import type { PageServerLoad } from './$types';

/** The newest day that has papers, or today; with `?date=`, as the date picker sends it, that day; filters stay. */
export const load: PageServerLoad = page(async (event) => {
  signedIn(event);
  const query = new URLSearchParams(event.url.searchParams);
  const wanted = query.get('date');
  query.delete('date');
  const day = wanted || ((await feed.newestDay()) ?? new Date().toISOString().slice(0, 10));
  redirect(303, `/feed/${encodeURIComponent(day)}${query.size > 0 ? `?${query}` : ''}`);
});
