import { redirect } from '@sveltejs/kit';
import { action, page, readForm } from '#routes/answer.server.ts';
import * as webhooks from '#webhooks/webhooks.server.ts';
import { eventNames, kinds, WebhookChoice, WebhookForm } from '#webhooks/webhooks.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, url }) => {
  const member = await locals.enter(params.group);
  return {
    webhooks: await webhooks.list(member),
    kinds: kinds.map((kind) => ({ ...kind })),
    events: Object.entries(eventNames).map(([name, meaning]) => ({ name, meaning })),
    done: url.searchParams.has('done')
  };
});

export const actions: Actions = {
  add: action(async ({ params, locals, setHeaders }, form) => {
    const member = await locals.enter(params.group);
    const { secret } = await webhooks.add(member, readForm(WebhookForm, form));
    setHeaders({ 'cache-control': 'no-store' });
    return { secret };
  }),

  test: action(async ({ params, locals }, form) => {
    const { webhook } = readForm(WebhookChoice, form);
    await webhooks.test(await locals.enter(params.group), webhook);
    redirect(303, `/g/${params.group}/settings/webhooks/${webhook}`);
  }),

  pause: action(async ({ params, locals }, form) => {
    await webhooks.pause(await locals.enter(params.group), readForm(WebhookChoice, form).webhook);
    redirect(303, `/g/${params.group}/settings/webhooks?done`);
  }),

  resume: action(async ({ params, locals }, form) => {
    await webhooks.resume(await locals.enter(params.group), readForm(WebhookChoice, form).webhook);
    redirect(303, `/g/${params.group}/settings/webhooks?done`);
  }),

  remove: action(async ({ params, locals }, form) => {
    await webhooks.remove(await locals.enter(params.group), readForm(WebhookChoice, form).webhook);
    redirect(303, `/g/${params.group}/settings/webhooks?done`);
  })
};
