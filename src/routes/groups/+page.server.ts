import * as v from 'valibot';
import * as groups from '#groups/groups.server.ts';
import { page } from '#routes/answer.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import type { PageServerLoad } from './$types';

const PageNumber = v.fallback(
  v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(10_000)),
  1
);

export const load: PageServerLoad = page(async (event) => {
  const number = v.parse(PageNumber, event.url.searchParams.get('page') ?? '1');
  const { groups: found, hasMore } = await groups.findable(signedIn(event).account, number);
  return { found, hasMore, number };
});
