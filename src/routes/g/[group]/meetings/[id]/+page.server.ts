import { redirect } from '@sveltejs/kit';
import * as groups from '#groups/groups.server.ts';
import { may, type Member } from '#groups/groups.ts';
import * as meetings from '#meetings/meetings.server.ts';
import {
  AdditionForm,
  AnswerForm,
  AttendanceForm,
  DutyForm,
  HandForm,
  ItemForm,
  LeadForm,
  MinutesForm,
  opensAt,
  QuestionChoice,
  QuestionForm,
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
  const [{ agenda, ...meeting }, choices, people, swaps] = await Promise.all([
    meetings.view(member, params.id),
    choicesFor(member),
    peopleAt(member, params.id),
    meetings.openSwaps(member)
  ]);
  const isPlanned = !meeting.isOver && !meeting.cancelledAt;
  const leadsOne = agenda.some(({ lead }) => lead?.accountId === member.accountId);
  const wantsLead = agenda.some(({ lead }) => !lead);
  return {
    meeting,
    agenda: agenda.map(shown),
    ...people,
    swaps: swaps.filter(({ meetingId }) => meetingId === params.id).map(shownSwap),
    isOpen: !meeting.cancelledAt && opensAt(meeting) <= new Date(),
    /** By which pages set their clocks. */
    now: new Date(),
    nextInTurn: isPlanned && wantsLead ? await meetings.nextInTurn(member, params.id) : null,
    takers: isPlanned && leadsOne ? await takersFor(member) : [],
    ...choices
  };
});

/** Who comes, who does what, and what they want to say. */
async function peopleAt(member: Member, meetingId: string) {
  const [expected, duties, questions, hands] = await Promise.all([
    meetings.expected(member, meetingId),
    meetings.duties(member, meetingId),
    meetings.questions(member, meetingId),
    meetings.hands(member, meetingId)
  ]);
  return { expected, duties, questions, hands };
}

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
  const [waiting, people] = await Promise.all([queue.choices(member), groups.people(member)]);
  return {
    waiting: waiting.map(({ id, title, queueName, queueId }) => ({
      value: id,
      label: queueId === waiting[0]?.queueId ? title : `${title} (${queueName})`
    })),
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

  ask: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await meetings.ask(member, params.id, readForm(QuestionForm, form).text);
    redirect(303, placeOf(params));
  }),

  settleQuestion: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await meetings.settleQuestion(member, params.id, readForm(QuestionChoice, form).question);
    redirect(303, placeOf(params));
  }),

  dropQuestion: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await meetings.dropQuestion(member, params.id, readForm(QuestionChoice, form).question);
    redirect(303, placeOf(params));
  }),

  raiseHand: action(async ({ params, locals }) => {
    await meetings.raiseHand(await locals.enter(params.group), params.id);
    redirect(303, placeOf(params));
  }),

  lowerHand: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await meetings.lowerHand(member, params.id, readForm(HandForm, form).person);
    redirect(303, placeOf(params));
  }),

  plan: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const { item, minutes } = readForm(MinutesForm, form);
    await meetings.plan(member, item, minutes);
    redirect(303, placeOf(params));
  }),

  begin: action(async ({ params, locals }, form) => {
    await meetings.begin(await locals.enter(params.group), readForm(ItemForm, form).item);
    redirect(303, placeOf(params));
  }),

  finish: action(async ({ params, locals }, form) => {
    await meetings.finish(await locals.enter(params.group), readForm(ItemForm, form).item);
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
