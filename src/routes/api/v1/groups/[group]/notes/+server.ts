import * as v from 'valibot';
import * as notes from '#notes/notes.server.ts';
import { NoteForm } from '#notes/notes.ts';
import { operation } from '#routes/api/operation.server.ts';
import { Next, pageFrom, pages } from '#routes/api/paging.ts';
import { Made } from '#routes/api/shapes/common.ts';
import * as shapes from '#routes/api/shapes/notes.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/notes',
  {
    summary: 'The group’s notes, newest first',
    scope: 'notes:read',
    query: v.object(pages(200)),
    answer: v.object({ notes: v.array(shapes.NoteCard), next: Next })
  },
  async ({ member, query }) => {
    const { items, next } = await pageFrom(query, (after, limit) => notes.list(member, { after, limit }));
    return { notes: items, next };
  }
);

export const POST = operation(
  'POST',
  '/groups/{group}/notes',
  {
    summary: 'Begin a note, about a paper or free, as the group’s template has it',
    scope: 'notes:write',
    body: NoteForm,
    status: 201,
    answer: Made
  },
  ({ member, body }) => notes.make(member, body)
);
