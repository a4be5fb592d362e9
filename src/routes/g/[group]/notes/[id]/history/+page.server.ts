import { KeepForm } from '#notes/versions.ts';
import * as versions from '#notes/versions.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, url, depends }) => {
  depends('group:notes');
  const member = await locals.enter(params.group);
  const query = (name: string) => url.searchParams.get(name);
  const isComparing = query('from') !== null || query('to') !== null;
  return {
    noteId: params.id,
    history: await versions.list(member, params.id, query('below') || null),
    comparison: isComparing
      ? await versions.compare(member, params.id, query('from') || null, query('to') || null)
      : null
  };
});

export const actions: Actions = {
  keep: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await versions.keep(member, params.id, readForm(KeepForm, form).name);
  })
};
