import { redirect } from '@sveltejs/kit';
import * as groups from '#groups/groups.server.ts';
import { may, type Member } from '#groups/groups.ts';
import * as meetings from '#meetings/meetings.server.ts';
import {
  AdditionForm,
  AnswerForm,
  AttendanceForm,
  DutyForm,
  ItemForm,
  LeadForm,
  opensAt,
  SwapForm
} from '#meetings/meetings.ts';
import * as queue from '#queue/queue.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { moment } from '#ui/moment.ts';
import { shown } from '../../rendered.server.ts';
import { shownSwap } from '../swaps.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, depends }) => {
  depends('group:meetings', 'group:ballots');
  const member = await locals.enter(params.group);
  const [{ agenda, ...meeting }, choices, expected, duties, swaps] = await Promise.all([
    meetings.view(member, params.id),
    choicesFor(member),
    meetings.expected(member, params.id),
    meetings.duties(member, params.id),
    meetings.openSwaps(member)
  ]);
  const isPlanned = !meeting.isOver && !meeting.cancelledAt;
  return {
    meeting,
    agenda: agenda.map(shown),
    expected,
    duties,
    swaps: swaps.filter(({ meetingId }) => meetingId === params.id).map(shownSwap),
    isOpen: !meeting.cancelledAt && opensAt(meeting) <= new Date(),
    nextInTurn:
      isPlanned && agenda.some(({ lead }) => !lead) ? await meetings.nextInTurn(member, params.id) : null,
    takers:
      isPlanned && agenda.some(({ lead }) => lead?.accountId === member.accountId)
        ? await takersFor(member)
        : [],
    ...choices
  };
});

/** Whom one can ask to take over what one leads: each for nothing, or for something they lead. */
async function takersFor(member: Member) {
  const [people, led] = await Promise.all([groups.people(member), meetings.ledByOthers(member)]);
  const handOver = people
    .filter(({ role, accountId }) => may(role, 'agenda.lead') && accountId !== member.accountId)
    .map(({ accountId, name }) => ({ value: `account:${accountId}`, label: `${name} takes it over` }));
  const inReturn = led.map(({ itemId, name, startsAt, title }) => ({
    value: `item:${itemId}`,
    label: `Swap with ${name}, ${moment(startsAt, member.timezone, 'date')}: ${title}`
  }));
  return [...handOver, ...inReturn];
}

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

  inTurn: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await meetings.leadInTurn(member, readForm(ItemForm, form).item);
    redirect(303, placeOf(params));
  }),

  draw: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await meetings.drawLead(member, readForm(ItemForm, form).item);
    redirect(303, placeOf(params));
  }),

  swap: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const asked = readForm(SwapForm, form);
    await meetings.askToSwap(member, asked.item, asked.with);
    redirect(303, placeOf(params));
  }),

  answer: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await meetings.answer(member, params.id, readForm(AnswerForm, form).answer);
    redirect(303, placeOf(params));
  }),

  attend: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const { person, there } = readForm(AttendanceForm, form);
    await meetings.attend(member, params.id, { accountId: person, there: there !== '' });
    redirect(303, placeOf(params));
  }),

  takeOn: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await meetings.takeOn(member, params.id, readForm(DutyForm, form).name);
    redirect(303, placeOf(params));
  }),

  layDown: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await meetings.layDown(member, params.id, readForm(DutyForm, form).name);
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
