import * as queue from '#queue/queue.server.ts';
import { eventSentence } from '#queue/events.ts';
import { PageSearch } from '#queue/forms.ts';
import { page, read } from '#routes/answer.server.ts';
import { titleHtml } from '../../rendered.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, url, depends }) => {
  depends('group:queue');
  const member = await locals.enter(params.group);
  const { page: number } = read(PageSearch, Object.fromEntries(url.searchParams));
  const { events, hasMore } = await queue.happenings(member, number);
  return {
    ...{ number, hasMore },
    events: events.map((told) => ({
      ...{ id: told.id, at: told.at, nominationId: told.nominationId, isOut: told.isOut },
      proposer: told.proposer,
      titleHtml: titleHtml(told.title),
      sentence: eventSentence(told)
    }))
  };
});
