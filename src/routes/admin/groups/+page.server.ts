import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as groups from '#groups/groups.server.ts';
import { transaction } from '#platform/database.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { operating } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

const GroupForm = v.object({ group: v.string() });

export const load: PageServerLoad = page(async (event) => {
  operating(event);
  const text = event.url.searchParams.get('q')?.trim().slice(0, 200) ?? '';
  return {
    text,
    done: event.url.searchParams.get('done'),
    ...(await groups.listAll(text, event.url.searchParams.get('below')))
  };
});

export const actions: Actions = {
  remove: action(async (event, form) => {
    operating(event);
    const { group } = readForm(GroupForm, form);
    await transaction((tx) => groups.schedule(tx, group));
    redirect(303, '/admin/groups?done=removed');
  }),

  keep: action(async (event, form) => {
    operating(event);
    const { group } = readForm(GroupForm, form);
    await transaction((tx) => groups.unschedule(tx, group));
    redirect(303, '/admin/groups?done=kept');
  })
};
