import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as groups from '#groups/groups.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { operating } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

const GroupForm = v.object({ group: v.string() });

export const load: PageServerLoad = page(async (event) => {
  const who = operating(event, 'installation.groups');
  const text = event.url.searchParams.get('q')?.trim().slice(0, 200) ?? '';
  return {
    text,
    done: event.url.searchParams.get('done'),
    ...(await groups.listAll(who, text, event.url.searchParams.get('below')))
  };
});

export const actions: Actions = {
  remove: action(async (event, form) => {
    const { group } = readForm(GroupForm, form);
    await groups.orderDeletion(operating(event, 'installation.groups'), group);
    redirect(303, '/admin/groups?done=removed');
  }),

  keep: action(async (event, form) => {
    const { group } = readForm(GroupForm, form);
    await groups.callOffDeletion(operating(event, 'installation.groups'), group);
    redirect(303, '/admin/groups?done=kept');
  })
};
