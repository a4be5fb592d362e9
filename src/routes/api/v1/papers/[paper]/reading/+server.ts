import * as v from 'valibot';
import { readings } from '#papers/names.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as works from '#works/works.server.ts';

export const PUT = operation(
  'PUT',
  '/papers/{paper}/reading',
  {
    summary: 'Say how far one has read a paper; null: not begun',
    scope: 'papers:write',
    body: v.object({ reading: v.nullable(v.picklist(readings, `One of ${readings.join(', ')}, or null.`)) })
  },
  ({ account, params, body }) => works.setReading(account, params.paper, body.reading)
);
