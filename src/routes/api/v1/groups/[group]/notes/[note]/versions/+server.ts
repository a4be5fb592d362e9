import * as v from 'valibot';
import { KeepForm } from '#notes/versions.ts';
import * as versions from '#notes/versions.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import { Made } from '#routes/api/shapes/common.ts';
import * as shapes from '#routes/api/shapes/notes.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/notes/{note}/versions',
  {
    summary: 'Kept versions of a note, newest first; `below` names the last one of the page before',
    scope: 'notes:read',
    query: v.object({ below: v.optional(v.string()) }),
    answer: v.object({ versions: v.array(shapes.Version), older: v.nullable(v.string()) })
  },
  ({ member, params, query }) => versions.list(member, params.note, query.below ?? null)
);

export const POST = operation(
  'POST',
  '/groups/{group}/notes/{note}/versions',
  {
    summary: 'Keep a note as it stands, under a name',
    scope: 'notes:write',
    body: KeepForm,
    status: 201,
    answer: Made
  },
  ({ member, params, body }) => versions.keep(member, params.note, body.name)
);
