import * as v from 'valibot';
import { methods } from '#ballots/rules.ts';
import { OpeningForm, VoteForm } from '#ballots/forms.ts';
import { forForm, Instant, inWords, Whole } from '#routes/api/bodies/writing.ts';

const At = v.pipe(
  v.string(),
  v.transform((at) => new Date(at))
);

export const Opening = forForm(
  v.object({
    title: v.string('Say what is decided.'),
    nomination: v.array(v.string(), 'Name the proposals to choose from.'),
    closesAt: Instant,
    opensAt: v.nullish(Instant),
    quorum: v.optional(Whole),
    seats: v.optional(Whole),
    method: v.optional(v.picklist(methods, 'Choose how to vote.')),
    budget: v.optional(Whole),
    most: v.optional(Whole),
    top: v.optional(Whole),
    /** Hours before the closing at which those who have not voted are reminded; 0 for never. */
    remind: v.optional(Whole)
  }),
  v.object({
    ...v.omit(OpeningForm, ['opensAt', 'closesAt']).entries,
    closesAt: At,
    opensAt: v.nullish(At)
  })
);

export const Vote = forForm(
  v.object({ marks: v.optional(v.record(v.string(), Whole), {}), none: v.optional(v.boolean(), false) }),
  VoteForm,
  ({ marks, none }) => ({ approved: [], mark: inWords(marks), ...(none && { none: 'yes' }) })
);
