import * as v from 'valibot';
import * as notes from '#notes/notes.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/notes.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/action-items',
  {
    summary: 'What is still to be done in the group: the dated first',
    scope: 'notes:read',
    answer: v.object({ items: v.array(shapes.ActionItem) })
  },
  async ({ member }) => ({ items: await notes.openItems(member) })
);
