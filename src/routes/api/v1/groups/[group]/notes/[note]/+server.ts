import * as notes from '#notes/notes.server.ts';
import { RenameForm } from '#notes/notes.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/notes.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/notes/{note}',
  { summary: 'A note with its text as it is saved', scope: 'notes:read', answer: shapes.Note },
  ({ member, params }) => notes.view(member, params.note)
);

export const PATCH = operation(
  'PATCH',
  '/groups/{group}/notes/{note}',
  { summary: 'Give a note another title', scope: 'notes:write', body: RenameForm },
  ({ member, params, body }) => notes.rename(member, params.note, body.title)
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/notes/{note}',
  { summary: 'Take a note away from everyone', scope: 'notes:write' },
  ({ member, params }) => notes.remove(member, params.note)
);
