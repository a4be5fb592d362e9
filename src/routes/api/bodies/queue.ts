import * as v from 'valibot';
import { NominationForm, SpansForm } from '#queue/forms.ts';
import { forForm, Whole } from '#routes/api/bodies/writing.ts';

export const Nomination = forForm(
  v.object({
    paper: v.string('Give an arXiv id, a DOI or an address of a paper.'),
    pitch: v.optional(v.string()),
    queue: v.optional(v.string())
  }),
  v.pick(NominationForm, ['paper', 'pitch', 'queue'])
);

const Neighbour = v.pipe(v.string(), v.maxLength(16));

/** Where a proposal goes in a queue that is sorted by hand. */
export const Place = v.union(
  [
    v.object({ to: v.picklist(['up', 'down', 'top', 'end']) }),
    v.object({ before: Neighbour }),
    v.object({ after: Neighbour })
  ],
  'Say where to: `to` is up, down, top or end, or `before` or `after` names another proposal.'
);

export const Spans = forForm(v.object({ ask: Whole, leave: Whole }), SpansForm);
