import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as groups from '#groups/groups.server.ts';
import { allow } from '#groups/permissions.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { Invalid } from '../../../../../failures.ts';
import type { Actions, PageServerLoad } from './$types';

const RemovalForm = v.object({ name: v.pipe(v.string(), v.trim()) });

export const load: PageServerLoad = page(async ({ params, locals, url }) => {
  const member = await locals.enter(params.group);
  allow(member, 'group.delete');
  return { done: url.searchParams.get('done') };
});

export const actions: Actions = {
  remove: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    allow(member, 'group.delete');
    if (readForm(RemovalForm, form).name !== member.groupName)
      throw new Invalid({ name: `Write the name as it stands: ${member.groupName}` });
    await groups.askForDeletion(member);
    redirect(303, `/g/${params.group}/settings/data?done=removed`);
  }),

  keep: action(async ({ params, locals }) => {
    await groups.keepAfterAll(await locals.enter(params.group));
    redirect(303, `/g/${params.group}/settings/data?done=kept`);
  })
};
