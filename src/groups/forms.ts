import * as v from 'valibot';
import { roles } from '#groups/permissions.ts';
import { mailKinds } from '#groups/words.ts';

/** An IANA time zone that this machine knows. */
export const Timezone = v.pipe(
  v.string(),
  v.check((zone) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
    } catch {
      return false;
    }
  }, 'Choose a time zone such as Europe/Berlin.')
);

export const GroupForm = v.object({
  name: v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty('Give the group a name.'),
    v.maxLength(80, 'A name has at most 80 characters.')
  ),
  timezone: v.optional(Timezone, 'UTC')
});

/** Categories of arXiv as one writes them in a row: `cs.LG, stat.ML`. */
const Categories = v.pipe(
  v.optional(v.string(), ''),
  v.transform((text) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))]),
  v.maxLength(20, 'At most 20 categories.'),
  v.check(
    (all) => all.every((one) => /^[a-z-]{2,10}(?:\.[A-Za-z-]{2,20})?$/.test(one)),
    'Write categories as arXiv does, such as cs.LG, stat.ML.'
  )
);

/** A checkbox: there when it is ticked. */
const Ticked = v.pipe(
  v.optional(v.string(), ''),
  v.transform((value) => value !== '')
);

/** What organisers set for a group. */
export const SettingsForm = v.object({
  ...GroupForm.entries,
  categories: Categories,
  guestsComment: Ticked
});

export const InvitationForm = v.object({
  role: v.optional(v.picklist(['organiser', 'member', 'guest'], 'Choose a role.'), 'member'),
  days: v.optional(
    v.pipe(
      v.string(),
      v.transform(Number),
      v.integer('Give whole days.'),
      v.minValue(1, 'At least one day.'),
      v.maxValue(365, 'At most a year.')
    ),
    '7'
  ),
  maxUses: v.optional(
    v.pipe(
      v.string(),
      v.transform(Number),
      v.integer('Give a whole number.'),
      v.minValue(1, 'At least one use.'),
      v.maxValue(1000, 'At most 1,000 uses.')
    ),
    '20'
  )
});

const mostRecipients = 20;

/** Invites by mail: one address a line, or parted by commas. */
export const LettersForm = v.object({
  role: InvitationForm.entries.role,
  days: InvitationForm.entries.days,
  recipients: v.pipe(
    v.string(),
    v.transform((text) => [
      ...new Set(
        text
          .toLowerCase()
          .split(/[\s,;]+/)
          .filter(Boolean)
      )
    ]),
    v.minLength(1, 'Give at least one address.'),
    v.maxLength(mostRecipients, `Give at most ${mostRecipients} addresses at once.`),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const wrong = dataset.value.filter(
        (address) => !v.is(v.pipe(v.string(), v.email(), v.maxLength(254)), address)
      );
      if (wrong.length > 0) addIssue({ message: `Not an e-mail address: ${wrong.join(', ')}` });
    })
  )
});

/** The form that gives somebody another role. */
export const RoleForm = v.object({ membership: v.string(), role: v.picklist(roles, 'Choose a role.') });

/** Offers the group to somebody in it. */
export const OfferForm = v.object({ membership: v.string(), shared: Ticked });

/** Names an offer; says yes to it, or no. */
export const OfferChoice = v.object({ offer: v.string() });
export const OfferAnswer = v.object({
  offer: v.string(),
  answer: v.picklist(['yes', 'no'], 'Say yes or no.')
});

/** Domains as one writes them in a row: `example.org, example.edu`. */
const Domains = v.pipe(
  v.optional(v.string(), ''),
  v.transform((text) => [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,;]+/)
        .map((domain) => domain.replace(/^@/, ''))
        .filter(Boolean)
    )
  ]),
  v.maxLength(20, 'At most 20 domains.'),
  v.check(
    (all) => all.every((one) => one.length <= 253 && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(one)),
    'Write what stands behind the @ of an address, such as example.org.'
  ),
  v.check(
    (all) => !all.some((one) => anybodys.has(one)),
    'Anybody can have an address there. Name the domain of an organisation.'
  )
);

/** Mail for everybody: a domain that says nothing about who somebody is. */
const anybodys = new Set([
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'yahoo.com', 'icloud.com'],
  ...['aol.com', 'proton.me', 'protonmail.com', 'gmx.de', 'gmx.net', 'web.de', 'mail.ru', 'qq.com', '163.com']
]);

/** Who may join by themselves, and who may ask to. */
export const JoiningForm = v.object({
  about: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(500, 'At most 500 characters.')),
  listed: Ticked,
  domains: Domains,
  role: v.optional(v.picklist(['member', 'guest'], 'Choose a role.'), 'member')
});

/** What everybody may see, signed in or not. */
export const PublicForm = v.object({ archive: Ticked, schedule: Ticked, names: Ticked });

/** Asks to join a listed group. */
export const RequestForm = v.object({
  sentence: v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty('Say in a sentence who you are, or why you would like to join.'),
    v.maxLength(300, 'At most 300 characters.')
  )
});

/** Names a request to join. */
export const RequestChoice = v.object({ request: v.string() });

/** The kinds of mails somebody wants from a group. */
export const MailForm = v.object({
  kinds: v.array(v.picklist(mailKinds.map(({ value }) => value)))
});

const Clock = v.pipe(
  v.optional(v.string(), ''),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'Give a time such as 22:00.')
);

/** The hours in which mail waits, on the clocks of a zone. */
export const QuietForm = v.object({ from: Clock, until: Clock, timezone: Timezone });
export type Quiet = v.InferOutput<typeof QuietForm>;
