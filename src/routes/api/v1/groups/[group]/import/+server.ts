import * as v from 'valibot';
import * as groups from '#groups/groups.server.ts';
import { allow } from '#groups/groups.ts';
import { PasteForm } from '#papers/papers.ts';
import * as papers from '#papers/papers.server.ts';
import { api, readJson } from '#routes/answer.server.ts';
import type { RequestEvent } from './$types';

const Import = v.object({
  ...PasteForm.entries,
  keep: v.boolean('Say whether to keep the papers: true or false.')
});

export const POST = api(async ({ params, request }: RequestEvent, account) => {
  allow(await groups.enter(account, params.group), 'nomination.make');
  const { text, keep } = await readJson(Import, request);
  return keep ? papers.keep(text) : papers.preview(text);
});
