import * as accounts from '#accounts/accounts.server.ts';
import * as groups from '#groups/groups.server.ts';
import * as feed from '#papers/feed.server.ts';
import { action, page } from '#routes/answer.server.ts';
import { operating } from '#routes/visiting.server.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
  operating(event, 'installation.read');
  const [people, readingGroups, health] = await Promise.all([
    accounts.count(),
    groups.count(),
    feed.health()
  ]);
  return { people, readingGroups, health };
});

export const actions: Actions = {
  sample: action(async (event) => {
    await feed.loadSample(operating(event, 'installation.feed'));
    redirect(303, '/feed');
  })
};
