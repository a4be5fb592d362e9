import * as v from 'valibot';
import { read, script } from '#routes/answer.server.ts';
import { readBefore } from '#routes/readbefore.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import type { RequestEvent } from './$types';

const Search = v.object({ paper: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(2_000)) });

/** What the group did with what somebody is about to propose. */
export const GET = script(async (event: RequestEvent) => {
  const member = await event.locals.enter(event.params.group);
  const { paper } = read(Search, Object.fromEntries(event.url.searchParams));
  const { papers } = await readBefore(signedIn(event).account, member, paper);
  return { looked: papers.filter(({ places }) => places.length > 0).slice(0, 5) };
});
