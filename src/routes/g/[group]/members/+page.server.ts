import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as groups from '#groups/groups.server.ts';
import {
  InvitationForm,
  LettersForm,
  OfferAnswer,
  OfferChoice,
  OfferForm,
  RequestChoice,
  RoleForm
} from '#groups/forms.ts';
import { may } from '#groups/permissions.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, depends }) => {
  depends('group:members');
  const member = await locals.enter(params.group);
  return {
    people: await groups.people(member),
    mine: member.membershipId,
    offers: await groups.offers(member),
    requests: may(member.role, 'member.accept') ? await groups.requests(member) : [],
    invitations: may(member.role, 'member.invite') ? await groups.invitations(member) : []
  };
});

const PersonForm = v.object({ membership: v.string() });

export const actions: Actions = {
  invite: action(async ({ params, locals, url }, form) => {
    const member = await locals.enter(params.group);
    const code = await groups.invite(member, readForm(InvitationForm, form));
    return { link: `${url.origin}/join/${code}` };
  }),

  mail: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const letters = readForm(LettersForm, form);
    await groups.inviteByMail(member, letters);
    return { mailed: letters.recipients.length };
  }),

  revoke: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await groups.revoke(member, readForm(v.object({ invitation: v.string() }), form).invitation);
    redirect(303, `/g/${params.group}/members`);
  }),

  role: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const { membership, role } = readForm(RoleForm, form);
    await groups.changeRole(member, membership, role);
    redirect(303, `/g/${params.group}/members`);
  }),

  remove: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await groups.remove(member, readForm(PersonForm, form).membership);
    redirect(303, `/g/${params.group}/members`);
  }),

  offer: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const { membership, shared } = readForm(OfferForm, form);
    await groups.offer(member, membership, shared);
    redirect(303, `/g/${params.group}/members`);
  }),

  withdrawOffer: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await groups.withdrawOffer(member, readForm(OfferChoice, form).offer);
    redirect(303, `/g/${params.group}/members`);
  }),

  answerOffer: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const { offer, answer } = readForm(OfferAnswer, form);
    await groups.answerOffer(member, offer, answer === 'yes');
    redirect(303, `/g/${params.group}/members`);
  }),

  accept: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await groups.answerRequest(member, readForm(RequestChoice, form).request, true);
    redirect(303, `/g/${params.group}/members`);
  }),

  decline: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await groups.answerRequest(member, readForm(RequestChoice, form).request, false);
    redirect(303, `/g/${params.group}/members`);
  }),

  leave: action(async ({ params, locals }) => {
    await groups.leave(await locals.enter(params.group));
    redirect(303, '/');
  })
};
