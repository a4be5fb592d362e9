import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as meetings from '#meetings/meetings.server.ts';
import { opensAt } from '#meetings/meetings.ts';
import {
  AdditionForm,
  AnswerForm,
  AttendanceForm,
  DutyForm,
  HandForm,
  ItemForm,
  LeadForm,
  MinutesForm,
  QuestionChoice,
  QuestionForm,
  SummaryForm,
  SwapForm
} from '#meetings/forms.ts';
import * as notes from '#notes/notes.server.ts';
import { ReadingForm } from '#papers/looking.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { shownSwap } from '../swaps.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { choicesFor, hourOf, peopleAt, shownItem, takersFor } from './shown.server.ts';

export const load: PageServerLoad = page(async ({ params, locals, depends }) => {
  depends('group:meetings', 'group:ballots', 'group:gleanings');
  const member = await locals.enter(params.group);
  const [{ agenda, ...meeting }, choices, people, swaps] = await Promise.all([
    meetings.view(member, params.id),
    choicesFor(member),
    peopleAt(member, params.id),
    meetings.openSwaps(member)
  ]);
  const isPlanned = !meeting.isOver && !meeting.cancelledAt;
  const isOpen = !meeting.cancelledAt && opensAt(meeting) <= new Date();
  const leadsOne = agenda.some(({ lead }) => lead?.accountId === member.accountId);
  const wantsLead = agenda.some(({ lead }) => !lead);
  return {
    meeting,
    agenda: agenda.map(shownItem),
    ...people,
    swaps: swaps.filter(({ meetingId }) => meetingId === params.id).map(shownSwap),
    isOpen,
    /** By which pages set their clocks. */
    now: new Date(),
    nextInTurn: isPlanned && wantsLead ? await meetings.nextInTurn(member, params.id) : null,
    takers: isPlanned && leadsOne ? await takersFor(member) : [],
    ...(isOpen ? await hourOf(member, params.id) : { next: null, outcome: null, carried: [] }),
    name: member.name,
    ...choices
  };
});

const ItemReadingForm = v.object({ ...ItemForm.entries, ...ReadingForm.entries });

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

  summarise: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const { item, ...written } = readForm(SummaryForm, form);
    await meetings.summarise(member, item, written);
    redirect(303, `${placeOf(params)}#item-${item}`);
  }),

  reading: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const { item, reading } = readForm(ItemReadingForm, form);
    await meetings.setReading(member, item, reading || null);
    redirect(303, `${placeOf(params)}#item-${item}`);
  }),

  note: action(async ({ params, locals }) => {
    await notes.openForMeeting(await locals.enter(params.group), params.id);
    redirect(303, placeOf(params));
  }),

  reopen: action(async ({ params, locals }) => {
    await meetings.reopen(await locals.enter(params.group), params.id);
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
