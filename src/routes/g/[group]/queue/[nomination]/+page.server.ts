import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Member } from '#groups/groups.ts';
import { may } from '#groups/permissions.ts';
import {
  CommentChange,
  CommentChoice,
  CommentForm,
  MergeForm,
  PageSearch,
  PitchForm,
  QueueForm,
  SnoozeForm
} from '#queue/forms.ts';
import { eventSentence } from '#queue/events.ts';
import { scoreOf } from '#queue/order.ts';
import { ReadingForm } from '#papers/looking.ts';
import * as queue from '#queue/queue.server.ts';
import { action, page, read, readForm } from '#routes/answer.server.ts';
import { placesOf } from '#routes/paperview.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import { abstract, pitchHtml, shown } from '../../rendered.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
  const { params, locals, url, depends } = event;
  depends('group:queue');
  const member = await locals.enter(params.group);
  const nomination = await queue.view(member, params.nomination);
  const asked = url.searchParams.has('page')
    ? read(PageSearch, Object.fromEntries(url.searchParams)).page
    : null;
  const [text, thread, queues, events, places] = await Promise.all([
    queue.abstractOf(member, nomination.id),
    queue.thread(member, nomination.id, asked),
    queue.queues(member),
    queue.historyOf(member, nomination.id),
    placesOf(signedIn(event).account, [nomination.paperId], member.groupSlug)
  ]);
  const { comments, ...pages } = thread;
  const { merged, ...one } = shown(nomination);
  return {
    nomination: {
      ...one,
      merged: merged.map(({ by, pitch }) => ({ by, pitchHtml: pitch && pitchHtml(pitch) }))
    },
    score: scoreOf(nomination, new Date()),
    abstractHtml: text && abstract(text),
    ...pages,
    comments: comments.map((said) => ({ ...said, html: said.text && pitchHtml(said.text) })),
    queues: queues.map(({ id, name, closedAt }) => ({ id, name, isClosed: closedAt !== null })),
    events: events.map((told) => ({ id: told.id, at: told.at, sentence: eventSentence(told) })),
    places: (places.get(nomination.paperId) ?? []).filter(({ href }) => !href.endsWith(nomination.id)),
    ...(await mergeable(member, nomination))
  };
});

/** What an organiser can merge this one into: what has its title first, then what else waits. */
async function mergeable(member: Member, { id, chosenAt, withdrawnAt }: queue.Viewed) {
  if (chosenAt || withdrawnAt || !may(member.role, 'nomination.tend')) return { others: [], hasTwin: false };
  const [twins, all] = await Promise.all([queue.twinsOf(member, id), queue.choices(member)]);
  const first = new Set(twins.map((twin) => twin.id));
  const others = all.filter((one) => one.id !== id);
  return {
    hasTwin: twins.length > 0,
    others: others
      .toSorted((a, b) => Number(first.has(b.id)) - Number(first.has(a.id)))
      .map((one) => ({ value: one.id, label: one.title }))
  };
}

type Acting = RequestEvent<{ group: string; nomination: string }>;

export const actions: Actions = {
  pitch: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const { pitch } = readForm(PitchForm, form);
    await queue.editPitch(member, params.nomination, pitch);
    redirect(303, `/g/${params.group}/queue#n-${params.nomination}`);
  }),

  withdraw: action(async ({ params, locals }) => {
    const member = await locals.enter(params.group);
    await queue.withdraw(member, params.nomination);
    redirect(303, `/g/${params.group}/queue`);
  }),

  showInterest: onIt(queue.showInterest),
  withdrawInterest: onIt(queue.withdrawInterest),
  keep: onIt(queue.keep),
  bringBack: onIt(queue.bringBack),
  pin: onIt((member, id) => queue.pin(member, id)),
  unpin: onIt((member, id) => queue.pin(member, id, false)),
  snooze: onIt((member, id, form) => queue.snooze(member, id, readForm(SnoozeForm, form).until)),
  wake: onIt(queue.wake),
  lookForLead: onIt((member, id) => queue.lookForLead(member, id)),
  foundLead: onIt((member, id) => queue.lookForLead(member, id, false)),
  offerLead: onIt((member, id) => queue.offerLead(member, id)),
  takeBackLead: onIt((member, id) => queue.offerLead(member, id, false)),
  move: onIt((member, id, form) => queue.moveTo(member, id, readForm(QueueForm, form).queue)),
  reading: onIt((member, id, form) =>
    queue.setReading(member, id, readForm(ReadingForm, form).reading || null)
  ),

  merge: action(async ({ params, locals }: Acting, form) => {
    const { into } = readForm(MergeForm, form);
    await queue.merge(await locals.enter(params.group), params.nomination, into);
    redirect(303, `/g/${params.group}/queue/${into}`);
  }),

  comment: action(async ({ params, locals, url }: Acting, form) => {
    const { text } = readForm(CommentForm, form);
    const id = await queue.comment(await locals.enter(params.group), params.nomination, text);
    redirect(303, `${url.pathname}#c-${id}`);
  }),
  editComment: onIt((member, _id, form) => {
    const { comment, text } = readForm(CommentChange, form);
    return queue.editComment(member, comment, text);
  }),
  removeComment: onIt((member, _id, form) =>
    queue.removeComment(member, readForm(CommentChoice, form).comment)
  )
};

/** Does one thing to this proposal, and stays. */
function onIt(act: (member: Member, nominationId: string, form: FormData) => Promise<unknown>) {
  return action(async ({ params, locals }: Acting, form) => {
    await act(await locals.enter(params.group), params.nomination, form);
  });
}
