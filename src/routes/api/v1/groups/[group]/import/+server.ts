import * as v from 'valibot';
import { allow } from '#groups/permissions.ts';
import { PasteForm } from '#papers/papers.ts';
import * as papers from '#papers/papers.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/papers.ts';

const Import = v.object({
  ...PasteForm.entries,
  keep: v.boolean('Say whether to keep the papers: true or false.')
});

export const POST = operation(
  'POST',
  '/groups/{group}/import',
  {
    summary: 'Read a pasted text (a Daily Papers page, ids, BibTeX, RIS), and keep its papers if asked to',
    scope: 'papers:write',
    body: Import,
    /** A million characters, as JSON writes them. */
    longestBody: 7_000_000,
    answer: shapes.Imported
  },
  ({ member, body: { text, keep } }) => {
    allow(member, 'nomination.make');
    return keep ? papers.keep(text) : papers.preview(text);
  }
);
