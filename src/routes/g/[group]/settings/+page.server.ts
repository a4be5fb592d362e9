import { redirect } from '@sveltejs/kit';
import * as groups from '#groups/groups.server.ts';
import { allow } from '#groups/permissions.ts';
import { SettingsForm } from '#groups/forms.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, url }) => {
  const member = await locals.enter(params.group);
  allow(member, 'group.settings');
  return {
    guestsComment: await groups.guestsComment(member),
    ...(await groups.following(member)),
    origin: url.origin,
    zones: Intl.supportedValuesOf('timeZone'),
    done: url.searchParams.has('done')
  };
});

export const actions: Actions = {
  openFeeds: action(async ({ params, locals }) => {
    await groups.openFeeds(await locals.enter(params.group));
  }),

  closeFeeds: action(async ({ params, locals }) => {
    await groups.closeFeeds(await locals.enter(params.group));
  }),

  change: action(async ({ params, locals }, form) => {
    await groups.change(await locals.enter(params.group), readForm(SettingsForm, form));
    redirect(303, `/g/${params.group}/settings?done`);
  })
};
