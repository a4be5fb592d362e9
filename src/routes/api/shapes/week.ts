import * as v from 'valibot';
import { methods } from '#ballots/rules.ts';
import { stepKinds } from '#meetings/cycle.ts';
import { Count, Moment } from '#routes/api/shapes/common.ts';

const Kind = v.picklist(stepKinds);

const LeadTime = v.object({ days: Count, time: v.string() });

export const Cycle = v.object({
  steps: v.object(
    Object.fromEntries(stepKinds.map((kind) => [kind, v.nullable(LeadTime)])) as Record<
      (typeof stepKinds)[number],
      v.NullableSchema<typeof LeadTime, undefined>
    >
  ),
  queueId: v.nullable(v.string()),
  method: v.picklist(methods),
  budget: v.optional(Count),
  most: v.optional(Count),
  top: v.optional(Count),
  shortlist: Count,
  seats: Count,
  quorum: Count
});

const Step = v.object({
  id: v.string(),
  meetingId: v.string(),
  kind: Kind,
  dueAt: Moment,
  doneAt: v.nullable(Moment),
  doneBy: v.pipe(v.nullable(v.string()), v.description('Null when it happened by itself.')),
  missedAt: v.nullable(Moment),
  missed: v.nullable(v.string()),
  undoneAt: v.nullable(Moment),
  undoneBy: v.nullable(v.string()),
  ballotId: v.nullable(v.string())
});

const ofMeeting = {
  id: v.string(),
  title: v.string(),
  startsAt: Moment,
  cancelledAt: v.nullable(Moment)
};

export const Week = v.object({
  meetings: v.array(v.object({ ...ofMeeting, steps: v.array(Step) })),
  happened: v.array(Step)
});

const foreseen = {
  ...ofMeeting,
  steps: v.array(
    v.object({
      kind: Kind,
      at: Moment,
      when: v.pipe(
        v.picklist(['then', 'now', 'never']),
        v.description('`now`: at once, since its time has passed; `never`: it makes no sense.')
      )
    })
  )
};

export const ForeseenMeeting = v.object(foreseen);

export const ChangedMeeting = v.object({
  ...foreseen,
  change: v.picklist(['new', 'moved', 'same', 'kept', 'called off', 'called back']),
  was: v.pipe(v.nullable(Moment), v.description('When it begins as it is now; null for a new one.'))
});
