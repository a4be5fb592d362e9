import { redirect } from '@sveltejs/kit';
import * as groups from '#groups/groups.server.ts';
import { allow, GroupForm } from '#groups/groups.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, url }) => {
  allow(await locals.enter(params.group), 'group.settings');
  return { zones: Intl.supportedValuesOf('timeZone'), done: url.searchParams.has('done') };
});

export const actions: Actions = {
  default: action(async ({ params, locals }, form) => {
    await groups.rename(await locals.enter(params.group), readForm(GroupForm, form));
    redirect(303, `/g/${params.group}/settings?done`);
  })
};
