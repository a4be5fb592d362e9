import { redirect } from '@sveltejs/kit';
import * as data from '#data/data.server.ts';
import { action, page } from '#routes/answer.server.ts';
import { forgetSession, provenLately } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
  await provenLately(event);
});

export const actions: Actions = {
  remove: action(async (event) => {
    const { account } = await provenLately(event);
    const dueAt = await data.askForDeletion(account);
    forgetSession(event);
    redirect(303, `/left?on=${dueAt.toISOString().slice(0, 10)}`);
  })
};
