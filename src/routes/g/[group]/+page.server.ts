import { redirect } from '@sveltejs/kit';
import { page } from '#routes/answer.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals }) => {
  await locals.enter(params.group);
  redirect(303, `/g/${params.group}/queue`);
});
