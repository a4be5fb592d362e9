import * as v from 'valibot';
import * as notes from '#notes/notes.server.ts';
import { AppendForm } from '#notes/notes.ts';
import { operation } from '#routes/api/operation.server.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/notes/{note}/markdown',
  {
    summary: 'A note’s text, as Markdown and nothing else',
    scope: 'notes:read',
    answer: v.string(),
    type: 'text/markdown'
  },
  async ({ member, params }) => (await notes.markdownOf(member, params.note)).markdown
);

export const POST = operation(
  'POST',
  '/groups/{group}/notes/{note}/markdown',
  {
    summary: 'Write at the end of a note; whoever has it open sees it at once',
    scope: 'notes:write',
    body: AppendForm,
    /** A hundred thousand characters, as JSON writes them. */
    longestBody: 700_000
  },
  ({ member, params, body }) => notes.append(member, params.note, body.text)
);
