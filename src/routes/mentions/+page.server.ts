import * as mentions from '#notes/mentions.server.ts';
import { page } from '#routes/answer.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => ({
  mentions: await mentions.list(signedIn(event).account)
}));
