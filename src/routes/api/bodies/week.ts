import * as v from 'valibot';
import { methods } from '#ballots/rules.ts';
import { CycleForm } from '#meetings/cycleforms.ts';
import { fieldsOf, stepKinds, type Cycle as Set, type StepKind } from '#meetings/cycle.ts';
import { forForm, Whole } from '#routes/api/bodies/writing.ts';

const LeadTime = v.nullable(v.object({ days: Whole, time: v.string('Give a time such as 18:00.') }), null);

/** What happens by itself before each meeting, as `Cycle` is answered. */
export const Cycle = forForm(
  v.object({
    steps: v.object(
      Object.fromEntries(stepKinds.map((kind) => [kind, LeadTime])) as Record<StepKind, typeof LeadTime>
    ),
    queueId: v.nullish(v.string(), null),
    method: v.picklist(methods, 'Choose how to vote.'),
    budget: v.optional(Whole),
    most: v.optional(Whole),
    top: v.optional(Whole),
    shortlist: Whole,
    seats: Whole,
    quorum: Whole
  }),
  CycleForm,
  asTyped
);

/** A box that is not ticked is not sent. */
function asTyped(cycle: object) {
  return Object.fromEntries(Object.entries(fieldsOf(cycle as Set)).filter(([, value]) => value !== ''));
}
