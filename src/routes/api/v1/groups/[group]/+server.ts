import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/people.ts';

export const GET = operation(
  'GET',
  '/groups/{group}',
  { summary: 'A group, and one’s role in it', scope: 'groups:read', answer: shapes.Group },
  ({ member: { groupSlug: slug, groupName: name, timezone, role } }) => ({ slug, name, timezone, role })
);
