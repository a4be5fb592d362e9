import * as v from 'valibot';
import { Count, Markdown, Moment, Reading } from '#routes/api/shapes/common.ts';

export const Nomination = v.object({
  nominationId: v.string(),
  paperId: v.string(),
  title: v.string(),
  authors: v.array(v.string()),
  pitch: Markdown,
  proposedBy: v.string(),
  own: v.boolean(),
  proposedAt: Moment,
  interest: Count,
  interested: v.boolean(),
  queueId: v.string(),
  pinnedBy: v.nullable(v.string()),
  snoozedUntil: v.nullable(Moment),
  askedAt: v.pipe(
    v.nullable(Moment),
    v.description('Since when the group is asked whether to keep it; it leaves at `leavesAt` if nobody does.')
  ),
  leavesAt: v.nullable(Moment),
  leadWanted: v.boolean(),
  leaders: v.pipe(v.array(v.string()), v.description('Who offers to lead it, the earliest first.')),
  comments: Count,
  readers: v.array(v.object({ name: v.string(), reading: Reading })),
  reading: v.nullable(Reading),
  merged: v.array(v.object({ by: v.string(), pitch: Markdown }))
});

export const QueueEvent = v.object({
  id: v.string(),
  kind: v.picklist([
    ...(['asked', 'kept', 'left', 'withdrawn', 'back', 'moved'] as const),
    ...(['pinned', 'unpinned', 'snoozed', 'woken', 'merged', 'split'] as const)
  ]),
  by: v.pipe(v.nullable(v.string()), v.description('Null for what happened by itself.')),
  at: Moment,
  nominationId: v.string(),
  paperId: v.string(),
  title: v.string(),
  isOut: v.boolean()
});

export const QueueComment = v.object({
  id: v.string(),
  by: v.string(),
  own: v.boolean(),
  text: v.pipe(Markdown, v.description('Empty once it was taken back.')),
  createdAt: Moment,
  editedAt: v.nullable(Moment),
  isRemoved: v.boolean()
});

export const Queue = v.object({
  queueId: v.string(),
  name: v.string(),
  waiting: Count,
  isByHand: v.boolean(),
  closedAt: v.nullable(Moment)
});
