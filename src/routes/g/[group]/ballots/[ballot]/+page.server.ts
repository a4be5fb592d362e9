import { redirect } from '@sveltejs/kit';
import * as ballots from '#ballots/ballots.server.ts';
import type { Option } from '#ballots/ballots.ts';
import { LeadForm, marksIn, VoteForm } from '#ballots/forms.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { action, page, read, readForm } from '#routes/answer.server.ts';
import { abstract, shown } from '../../rendered.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, url, depends }) => {
  depends('group:ballots', 'group:meetings');
  const member = await locals.enter(params.group);
  const { options, ...ballot } = await ballots.view(member, params.ballot);
  const now = new Date();
  return {
    ballot,
    options: options.map(withAbstract),
    isOver: ballot.closesAt <= now,
    isToCome: ballot.opensAt > now,
    wasClosedAlready: url.searchParams.has('already'),
    meeting: ballot.result && (await meetings.takerOf(member, ballot.result))
  };
});

export const actions: Actions = {
  vote: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await ballots.cast(member, params.ballot, read(VoteForm, marksIn(form)));
    redirect(303, `/g/${params.group}/ballots/${params.ballot}`);
  }),

  lead: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const { offer, takeBack } = readForm(LeadForm, form);
    await ballots.offerToLead(member, params.ballot, takeBack ?? offer, takeBack === undefined);
    redirect(303, `/g/${params.group}/ballots/${params.ballot}`);
  }),

  open: action(async ({ params, locals }) => {
    const member = await locals.enter(params.group);
    await ballots.openNow(member, params.ballot);
    redirect(303, `/g/${params.group}/ballots/${params.ballot}`);
  })
};

function withAbstract({ abstract: text, ...option }: Option) {
  return { ...shown(option), abstractHtml: text && abstract(text) };
}
