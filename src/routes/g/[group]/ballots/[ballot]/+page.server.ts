import { redirect } from '@sveltejs/kit';
import * as ballots from '#ballots/ballots.server.ts';
import { VoteForm, type Option } from '#ballots/ballots.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { abstract, shown } from '../../rendered.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, url, depends }) => {
  depends('group:ballots', 'group:meetings');
  const member = await locals.enter(params.group);
  const { options, ...ballot } = await ballots.view(member, params.ballot);
  return {
    ballot,
    options: options.map(withAbstract),
    isOver: ballot.closesAt <= new Date(),
    wasClosedAlready: url.searchParams.has('already'),
    meeting: ballot.result && (await meetings.takerOf(member, ballot.result))
  };
});

export const actions: Actions = {
  default: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const { approved } = readForm(VoteForm, form);
    await ballots.cast(member, params.ballot, approved);
    redirect(303, `/g/${params.group}/ballots/${params.ballot}`);
  })
};

function withAbstract({ abstract: text, ...option }: Option) {
  return { ...shown(option), abstractHtml: text && abstract(text) };
}
