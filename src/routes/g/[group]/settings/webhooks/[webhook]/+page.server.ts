import { page } from '#routes/answer.server.ts';
import * as webhooks from '#webhooks/webhooks.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals }) => {
  const member = await locals.enter(params.group);
  const [{ id, name, address }, log] = await Promise.all([
    webhooks.view(member, params.webhook),
    webhooks.deliveries(member, params.webhook)
  ]);
  // Whoever has the address of a chat's webhook can write there: its host says enough.
  return { webhook: { id, name, host: new URL(address).host }, log };
});
