import * as v from 'valibot';
import { Count, Day, Markdown, Moment } from '#routes/api/shapes/common.ts';

const card = {
  id: v.string(),
  title: v.string(),
  createdAt: Moment,
  meeting: v.nullable(v.object({ id: v.string(), startsAt: Moment })),
  paper: v.nullable(v.object({ id: v.string(), title: v.string() }))
};

export const NoteCard = v.object(card);
export const Note = v.object({ ...card, text: Markdown });

export const ActionItem = v.object({
  noteId: v.string(),
  position: Count,
  text: Markdown,
  assignee: v.nullable(v.string()),
  dueOn: v.nullable(Day),
  noteTitle: v.string()
});

export const Thread = v.object({
  id: v.string(),
  quote: v.string(),
  resolvedBy: v.nullable(v.string()),
  comments: v.array(
    v.object({
      id: v.string(),
      by: v.string(),
      createdAt: Moment,
      html: v.pipe(v.string(), v.description('Rendered and sanitised; empty once it was taken back.')),
      isRemoved: v.boolean(),
      isEdited: v.boolean()
    })
  )
});

export const Version = v.object({
  id: v.string(),
  reason: v.picklist(['named', 'pause', 'restore', 'meeting']),
  name: v.nullable(v.string()),
  createdAt: Moment,
  by: v.nullable(v.string()),
  writers: v.array(v.string())
});
