import * as v from 'valibot';
import * as notes from '#notes/notes.server.ts';
import { operation } from '#routes/api/operation.server.ts';

const Task = v.object({
  noteId: v.string(),
  position: v.pipe(v.number(), v.integer(), v.minValue(0)),
  text: v.pipe(v.string(), v.maxLength(500))
});

export const POST = operation(
  'POST',
  '/groups/{group}/action-items/done',
  { summary: 'Tick a task where it stands in its note', scope: 'notes:write', body: Task },
  ({ member, body: { noteId, ...task } }) => notes.tick(member, noteId, task)
);
