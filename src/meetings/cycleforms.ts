import * as v from 'valibot';
import { OpeningForm, whole } from '#ballots/forms.ts';
import { faultsOf, mostDays, stepKinds, usualCycle, type Cycle, type StepKind } from '#meetings/cycle.ts';

function leadTime(kind: StepKind) {
  const usual = usualCycle.steps[kind]!;
  return {
    [`${kind}.on`]: v.optional(v.string()),
    [`${kind}.days`]: whole(
      usual.days,
      [0, 'Not after the meeting.'],
      [mostDays, `At most ${mostDays} days before.`]
    ),
    [`${kind}.time`]: v.pipe(
      v.optional(v.string(), usual.time),
      v.regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'Give a time such as 18:00.'),
      v.transform((time) => time.slice(0, 5))
    )
  };
}

/** What is the same for every ballot, whoever opens it. */
const { method, budget, most, top, quorum } = OpeningForm.entries;

const fields = v.object({
  ...(Object.assign({}, ...stepKinds.map(leadTime)) as Record<string, never>),
  queueId: v.pipe(
    v.optional(v.string(), ''),
    v.maxLength(16),
    v.transform((id) => id || null)
  ),
  shortlist: whole(5, [2, 'With one there is nothing to decide.'], [20, 'At most 20 proposals.']),
  seats: whole(1, [1, 'At least one has to win.'], [19, 'At most 19 can win.']),
  ...{ method, budget, most, top, quorum }
});

/** The lead times of a series as its form sends them: `open.on`, `open.days`, `open.time` and so on. */
export const CycleForm = v.pipe(
  fields,
  v.transform((form): Cycle => {
    const given = form as Record<string, unknown>;
    const steps = Object.fromEntries(
      stepKinds.map((kind) => [
        kind,
        given[`${kind}.on`] === undefined
          ? null
          : { days: given[`${kind}.days`] as number, time: given[`${kind}.time`] as string }
      ])
    ) as Cycle['steps'];
    const { queueId, method, budget, most, top, shortlist, seats, quorum } = form;
    return { steps, queueId, method, budget, most, top, shortlist, seats, quorum };
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const [field, message] of Object.entries(faultsOf(dataset.value)))
      addIssue({
        message,
        path: [{ type: 'object', origin: 'value', input: {}, key: field, value: undefined }]
      });
  })
);

export const StepChoice = v.object({ step: v.pipe(v.optional(v.string(), ''), v.maxLength(16)) });
export const StepNow = v.object({
  meeting: v.pipe(v.optional(v.string(), ''), v.maxLength(16)),
  kind: v.picklist(stepKinds, 'Choose a step.')
});
