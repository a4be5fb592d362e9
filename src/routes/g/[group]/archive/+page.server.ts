import * as meetings from '#meetings/meetings.server.ts';
import { ArchiveSearch } from '#meetings/forms.ts';
import * as notes from '#notes/notes.server.ts';
import { action, page, read, readForm } from '#routes/answer.server.ts';
import { AskForm, readBefore } from '#routes/readbefore.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import { byline } from '../byline.ts';
import { shownOutcome, titleHtml } from '../rendered.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, url, depends }) => {
  depends('group:meetings');
  const member = await locals.enter(params.group);
  const { title, page: number, ...rest } = read(ArchiveSearch, Object.fromEntries(url.searchParams));
  const sought = { ...rest, words: rest.words || title };
  const alsoMeetings = sought.words ? await notes.meetingsWithWords(member, sought.words) : [];
  const [{ discussions, hasMore }, people] = await Promise.all([
    meetings.archive(member, { ...sought, page: number, alsoMeetings }),
    meetings.peopleInArchive(member)
  ]);
  const outcomes = await notes.outcomesOf(
    member,
    discussions.map(({ id }) => id)
  );
  return {
    ...{ sought, number, hasMore, people },
    discussions: discussions.map(({ papers, ...meeting }) => ({
      ...meeting,
      outcome: shownOutcome(outcomes.get(meeting.id)),
      papers: papers.map(({ id, title, lead, authors, authorCount }) => ({
        id,
        lead,
        titleHtml: titleHtml(title),
        byline: byline(authors, authorCount)
      }))
    }))
  };
});

export const actions: Actions = {
  ask: action(async (event, form) => {
    const member = await event.locals.enter(event.params.group);
    const { text } = readForm(AskForm, form);
    return { values: { text }, asked: await readBefore(signedIn(event).account, member, text) };
  })
};
