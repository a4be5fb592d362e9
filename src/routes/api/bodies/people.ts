import * as v from 'valibot';
import {
  InvitationForm,
  JoiningForm,
  LettersForm,
  OfferForm,
  PublicForm,
  SettingsForm
} from '#groups/forms.ts';
import { forForm, inWords, Whole } from '#routes/api/bodies/writing.ts';

const Terms = {
  role: v.optional(v.picklist(['organiser', 'member', 'guest'], 'Choose a role.')),
  days: v.optional(Whole)
};

export const Invitation = forForm(v.object({ ...Terms, maxUses: v.optional(Whole) }), InvitationForm);

export const Letters = forForm(
  v.object({ ...Terms, recipients: v.array(v.string(), 'Give at least one address.') }),
  LettersForm,
  ({ recipients, ...terms }) => ({ ...inWords(terms), recipients: recipients.join(' ') })
);

export const Offer = forForm(v.object({ membership: v.string(), shared: v.boolean() }), OfferForm);

/** An answer to an offer or a request. */
export const Verdict = v.object({ accept: v.boolean('Say yes or no: true or false.') });

export const Settings = forForm(
  v.object({
    name: v.string(),
    timezone: v.string(),
    categories: v.array(v.string()),
    guestsComment: v.boolean()
  }),
  SettingsForm,
  ({ categories, ...rest }) => ({ ...inWords(rest), categories: categories.join(' ') })
);

export const Joining = forForm(
  v.object({
    about: v.string(),
    listed: v.boolean(),
    domains: v.array(v.string()),
    role: v.picklist(['member', 'guest'], 'Choose a role.')
  }),
  JoiningForm,
  ({ domains, ...rest }) => ({ ...inWords(rest), domains: domains.join(' ') })
);

export const Public = forForm(
  v.object({ archive: v.boolean(), schedule: v.boolean(), names: v.boolean() }),
  PublicForm
);
