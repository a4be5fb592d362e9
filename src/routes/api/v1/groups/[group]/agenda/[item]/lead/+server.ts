import * as v from 'valibot';
import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';

const Lead = v.variant(
  'by',
  [
    v.object({ by: v.literal('offer') }),
    v.object({ by: v.literal('turn') }),
    v.object({ by: v.literal('lot') }),
    v.object({ by: v.literal('organiser'), accountId: v.nullable(v.string()) })
  ],
  'Say how: by offer (yourself), turn, lot, or organiser (with an accountId).'
);

export const PUT = operation(
  'PUT',
  '/groups/{group}/agenda/{item}/lead',
  {
    summary: 'Lead an item oneself (offer), or let turn, lot or an organiser’s word say who leads',
    scope: 'meetings:write',
    body: Lead
  },
  ({ member, params: { item }, body }) => {
    switch (body.by) {
      case 'offer':
        return meetings.volunteer(member, item);
      case 'turn':
        return meetings.leadInTurn(member, item);
      case 'lot':
        return meetings.drawLead(member, item);
      case 'organiser':
        return meetings.setLead(member, item, body.accountId);
    }
  }
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/agenda/{item}/lead',
  { summary: 'Hand back an item one leads', scope: 'meetings:write' },
  ({ member, params }) => meetings.handBack(member, params.item)
);
