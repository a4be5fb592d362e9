import { json } from '@sveltejs/kit';
import * as groups from '#groups/groups.server.ts';
import { GroupForm } from '#groups/groups.ts';
import { api, readJson } from '#routes/answer.server.ts';

export const POST = api(async ({ request }, account) => {
  const slug = await groups.found(account, await readJson(GroupForm, request));
  return json({ slug }, { status: 201 });
});
