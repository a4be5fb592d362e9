import * as meetings from '#meetings/meetings.server.ts';
import * as bodies from '#routes/api/bodies/meetings.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/meetings.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/meetings/{meeting}',
  {
    summary: 'One meeting: its agenda, who comes, who does what, what is to be asked',
    scope: 'meetings:read',
    answer: shapes.Meeting
  },
  async ({ member, params: { meeting } }) => {
    const [shown, expected, duties, questions, hands] = await Promise.all([
      meetings.view(member, meeting),
      meetings.expected(member, meeting),
      meetings.duties(member, meeting),
      meetings.questions(member, meeting),
      meetings.hands(member, meeting)
    ]);
    return { ...shown, expected, duties, questions, hands };
  }
);

export const PUT = operation(
  'PUT',
  '/groups/{group}/meetings/{meeting}',
  {
    summary: 'Move a meeting to another time or place, or call it something else',
    scope: 'meetings:write',
    body: bodies.Arrangement
  },
  ({ member, params, body }) => meetings.move(member, params.meeting, body)
);
