import { redirect } from '@sveltejs/kit';
import * as notes from '#notes/notes.server.ts';
import { TemplateForm } from '#notes/notes.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, url }) => ({
  text: await notes.template(await locals.enter(params.group)),
  done: url.searchParams.has('done')
}));

export const actions: Actions = {
  default: action(async ({ params, locals }, form) => {
    await notes.setTemplate(await locals.enter(params.group), readForm(TemplateForm, form).text);
    redirect(303, `/g/${params.group}/settings/template?done`);
  })
};
