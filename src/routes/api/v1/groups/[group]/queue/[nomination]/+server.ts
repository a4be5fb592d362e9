import * as queue from '#queue/queue.server.ts';
import { PitchForm } from '#queue/forms.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/queue.ts';
import { NotFound } from '../../../../../../../failures.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/queue/{nomination}',
  { summary: 'One proposal that waits', scope: 'queue:read', answer: shapes.Nomination },
  async ({ member, params }) => {
    const found = await queue.view(member, params.nomination);
    if (found.withdrawnAt ?? found.chosenAt ?? found.joinedId) throw new NotFound('This proposal');
    return { ...found, nominationId: found.id, proposedBy: found.proposer };
  }
);

export const PATCH = operation(
  'PATCH',
  '/groups/{group}/queue/{nomination}',
  { summary: 'Write the pitch of one’s own proposal anew', scope: 'queue:write', body: PitchForm },
  ({ member, params, body }) => queue.editPitch(member, params.nomination, body.pitch)
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/queue/{nomination}',
  { summary: 'Take a proposal back: one’s own, organisers any', scope: 'queue:write' },
  ({ member, params }) => queue.withdraw(member, params.nomination)
);
