import { redirect } from '@sveltejs/kit';
import * as notes from '#notes/notes.server.ts';
import { noteKinds, TemplateForm } from '#notes/notes.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, url }) => {
  const kind = noteKinds.find((one) => one === url.searchParams.get('kind')) ?? 'meeting';
  return {
    kind,
    text: await notes.template(await locals.enter(params.group), kind),
    done: url.searchParams.has('done')
  };
});

export const actions: Actions = {
  default: action(async ({ params, locals }, form) => {
    const { kind, text } = readForm(TemplateForm, form);
    await notes.setTemplate(await locals.enter(params.group), kind, text);
    redirect(303, `/g/${params.group}/settings/template?kind=${kind}&done`);
  })
};
