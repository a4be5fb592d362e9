import { redirect } from '@sveltejs/kit';
import * as groups from '#groups/groups.server.ts';
import { GroupForm } from '#groups/forms.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page((event) => {
  signedIn(event);
  return { zones: Intl.supportedValuesOf('timeZone') };
});

export const actions: Actions = {
  default: action(async (event, form) => {
    const slug = await groups.found(signedIn(event).account, readForm(GroupForm, form));
    redirect(303, `/g/${slug}/members`);
  })
};
