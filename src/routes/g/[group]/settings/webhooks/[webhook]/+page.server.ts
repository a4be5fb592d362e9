import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { action, page, readForm } from '#routes/answer.server.ts';
import * as webhooks from '#webhooks/webhooks.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals }) => {
  const member = await locals.enter(params.group);
  const [{ id, name, address, pausedAt, switchedOffAt }, log] = await Promise.all([
    webhooks.view(member, params.webhook),
    webhooks.deliveries(member, params.webhook)
  ]);
  // Whoever has the address of a chat's webhook can write there: its host says enough.
  return {
    webhook: { id, name, host: new URL(address).host },
    log,
    isOff: (pausedAt ?? switchedOffAt) !== null
  };
});

const DeliveryForm = v.object({ delivery: v.pipe(v.string(), v.maxLength(16)) });

export const actions: Actions = {
  again: action(async ({ params, locals, url }, form) => {
    const member = await locals.enter(params.group);
    await webhooks.sendAgain(member, params.webhook, readForm(DeliveryForm, form).delivery);
    redirect(303, url.pathname);
  })
};
