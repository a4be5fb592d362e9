import * as cycle from '#cycle/cycle.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/steps/{step}',
  {
    summary:
      'Undo a step as far as that is possible still: unlock, withdraw the ballot, take the choice off the agenda, remove the note, stop letters',
    scope: 'meetings:write'
  },
  ({ member, params }) => cycle.undo(member, params.step)
);
