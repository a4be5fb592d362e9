import * as accounts from '#accounts/accounts.server.ts';
import { govern } from '#accounts/accounts.ts';
import * as groups from '#groups/groups.server.ts';
import * as feed from '#papers/feed.server.ts';
import { action, page } from '#routes/answer.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
  govern(signedIn(event).account, 'installation.read');
  const [people, readingGroups, health] = await Promise.all([
    accounts.count(),
    groups.count(),
    feed.health()
  ]);
  return { people, readingGroups, health };
});

export const actions: Actions = {
  sample: action(async (event) => {
    await feed.loadSample(signedIn(event).account);
    redirect(303, '/feed');
  })
};
