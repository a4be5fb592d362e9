import { redirect } from '@sveltejs/kit';
import * as groups from '#groups/groups.server.ts';
import { may, type Member } from '#groups/groups.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { AdditionForm, ItemForm, LeadForm } from '#meetings/meetings.ts';
import * as queue from '#queue/queue.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { shown } from '../../rendered.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, depends }) => {
  depends('group:meetings', 'group:ballots');
  const member = await locals.enter(params.group);
  const [{ agenda, ...meeting }, choices] = await Promise.all([
    meetings.view(member, params.id),
    choicesFor(member)
  ]);
  return { meeting, agenda: agenda.map(shown), ...choices };
});

/** What organisers choose from: the queue, and who may lead. */
async function choicesFor(member: Member) {
  if (!may(member.role, 'meeting.arrange')) return { waiting: [], leads: [] };
  const [waiting, people] = await Promise.all([queue.waiting(member), groups.people(member)]);
  return {
    waiting: waiting.map(({ id, title }) => ({ value: id, label: title })),
    leads: people
      .filter(({ role }) => may(role, 'agenda.lead'))
      .map(({ accountId, name }) => ({ value: accountId, label: name }))
  };
}

export const actions: Actions = {
  add: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await meetings.addToAgenda(member, params.id, readForm(AdditionForm, form).nomination);
    redirect(303, placeOf(params));
  }),

  remove: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await meetings.removeFromAgenda(member, readForm(ItemForm, form).item);
    redirect(303, placeOf(params));
  }),

  volunteer: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await meetings.volunteer(member, readForm(ItemForm, form).item);
    redirect(303, placeOf(params));
  }),

  handBack: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await meetings.handBack(member, readForm(ItemForm, form).item);
    redirect(303, placeOf(params));
  }),

  lead: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const { item, lead } = readForm(LeadForm, form);
    await meetings.setLead(member, item, lead || null);
    redirect(303, placeOf(params));
  }),

  cancel: action(async ({ params, locals }) => {
    await meetings.cancel(await locals.enter(params.group), params.id);
    redirect(303, placeOf(params));
  }),

  revive: action(async ({ params, locals }) => {
    await meetings.revive(await locals.enter(params.group), params.id);
    redirect(303, placeOf(params));
  })
};

function placeOf({ group, id }: { group: string; id: string }): string {
  return `/g/${group}/meetings/${id}`;
}
