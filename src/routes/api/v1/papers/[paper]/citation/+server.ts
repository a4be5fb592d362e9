import * as v from 'valibot';
import * as papers from '#papers/papers.server.ts';
import { citationForms } from '#papers/names.ts';
import { operation } from '#routes/api/operation.server.ts';

const Query = v.object({
  form: v.optional(v.picklist(citationForms, `One of ${citationForms.join(', ')}.`), 'bibtex')
});

export const GET = operation(
  'GET',
  '/papers/{paper}/citation',
  {
    summary: 'How to cite a paper',
    scope: 'papers:read',
    query: Query,
    answer: v.object({ form: v.string(), text: v.string() })
  },
  async ({ params, query: { form } }) => {
    const { id } = await papers.view(params.paper);
    return { form, text: await papers.cite([id], form) };
  }
);
