import { redirect } from '@sveltejs/kit';
import * as groups from '#groups/groups.server.ts';
import { JoiningForm, PublicForm } from '#groups/forms.ts';
import { may } from '#groups/permissions.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, url }) => {
  const member = await locals.enter(params.group);
  return {
    openness: await groups.openness(member),
    mayPublish: may(member.role, 'group.public'),
    done: url.searchParams.has('done')
  };
});

export const actions: Actions = {
  joining: action(async ({ params, locals }, form) => {
    await groups.setJoining(await locals.enter(params.group), readForm(JoiningForm, form));
    redirect(303, `/g/${params.group}/settings/joining?done`);
  }),

  public: action(async ({ params, locals }, form) => {
    await groups.setPublic(await locals.enter(params.group), readForm(PublicForm, form));
    redirect(303, `/g/${params.group}/settings/joining?done`);
  })
};
