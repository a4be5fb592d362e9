import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as groups from '#groups/groups.server.ts';
import { RequestForm } from '#groups/forms.ts';
import { renderPaperTitle } from '#markdown/markdown.server.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import { byline } from '../../g/[group]/byline.ts';
import type { Actions, PageServerLoad } from './$types';

const PageNumber = v.fallback(
  v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(10_000)),
  1
);

/** What a group shows to people outside it, signed in or not: only what it chose. */
export const load: PageServerLoad = page(async ({ params, locals, url }) => {
  const { groupId, ...front } = await groups.front(locals.account, params.group);
  const number = v.parse(PageNumber, url.searchParams.get('page') ?? '1');
  const [archive, schedule] = await Promise.all([
    front.shows.archive ? meetings.publicArchive({ groupId, ...front }, number) : null,
    front.shows.schedule ? meetings.publicSchedule({ groupId, ...front }) : null
  ]);
  return {
    front,
    number,
    schedule: schedule?.map(({ id, title, startsAt, papers }) => ({
      ...{ id, title, startsAt },
      papers: papers.map(renderPaperTitle)
    })),
    archive: archive && {
      hasMore: archive.hasMore,
      discussions: archive.discussions.map(({ id, startsAt, papers }) => ({
        ...{ id, startsAt },
        papers: papers.map(({ id: paperId, title, authors, authorCount, lead }) => ({
          ...{ id: paperId, lead },
          titleHtml: renderPaperTitle(title),
          byline: byline(authors, authorCount)
        }))
      }))
    }
  };
});

export const actions: Actions = {
  ask: action(async (event, form) => {
    const { account } = signedIn(event);
    const { slug } = await groups.front(account, event.params.group ?? '');
    await groups.askToJoin(account, slug, readForm(RequestForm, form).sentence);
    redirect(303, `/groups/${slug}`);
  }),

  takeBack: action(async (event) => {
    await groups.withdrawRequest(signedIn(event).account, event.params.group ?? '');
    redirect(303, `/groups/${event.params.group}`);
  }),

  join: action(async (event) => {
    const slug = await groups.joinByDomain(signedIn(event).account, event.params.group ?? '');
    redirect(303, `/g/${slug}/queue`);
  })
};
