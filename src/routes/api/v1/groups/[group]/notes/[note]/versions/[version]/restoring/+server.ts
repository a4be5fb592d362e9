import * as versions from '#notes/versions.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const POST = operation(
  'POST',
  '/groups/{group}/notes/{note}/versions/{version}/restoring',
  { summary: 'Give a note the text of an older version; what it had is kept as one', scope: 'notes:write' },
  ({ member, params }) => versions.restore(member, params.note, params.version)
);
