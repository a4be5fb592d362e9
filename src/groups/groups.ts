import * as v from 'valibot';
import { Forbidden } from '../failures.ts';

export { permissionWords } from './words.ts';

/** Owner: everything. Organiser: runs the week. Member: takes part. Guest: reads. */
export const roles = ['owner', 'organiser', 'member', 'guest'] as const;
export type Role = (typeof roles)[number];

const everyone: readonly Role[] = roles;
const members: readonly Role[] = ['owner', 'organiser', 'member'];
const organisers: readonly Role[] = ['owner', 'organiser'];
const owners: readonly Role[] = ['owner'];

/** Who may do what in a group: the one table that pages, API and sockets ask. */
export const permissions = {
  'group.read': everyone,
  'group.leave': everyone,
  'group.settings': organisers,
  'group.feeds': organisers,
  'group.webhooks': organisers,
  'group.export': owners,
  'group.delete': owners,
  'group.joining': organisers,
  'group.public': owners,
  'group.audit': owners,
  'group.handover': owners,
  'handover.answer': everyone,
  'member.invite': organisers,
  'member.accept': organisers,
  'member.remove': organisers,
  'member.role': owners,
  'nomination.make': members,
  'nomination.withdraw.any': organisers,
  'nomination.tend': organisers,
  'nomination.keep': members,
  'nomination.lead': members,
  'nomination.comment': members,
  'nomination.comment.remove.any': organisers,
  'queue.set': organisers,
  'interest.show': members,
  'ballot.open': organisers,
  'ballot.close': organisers,
  'ballot.vote': members,
  'series.set': organisers,
  'step.do': organisers,
  'step.undo': organisers,
  'meeting.arrange': organisers,
  'agenda.lead': members,
  'agenda.summarise': members,
  'meeting.answer': members,
  'meeting.attend': members,
  'meeting.attend.any': organisers,
  'meeting.duty': members,
  'meeting.ask': members,
  'meeting.speak': members,
  'meeting.time': members,
  'meeting.close': members,
  'member.away': members,
  'calendar.share': organisers,
  'note.read': everyone,
  'note.write': members,
  'note.make': members,
  'note.delete': organisers,
  'note.comment': members,
  'note.comment.guest': everyone,
  'note.resolve': members,
  'note.version': members,
  'note.restore': members,
  'note.share': organisers,
  'note.template': organisers,
  'note.export': everyone
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof permissions;

/** Whether the table lets this role do that. */
export function may(role: Role, action: Action): boolean {
  return (permissions[action] as readonly Role[]).includes(role);
}

const names: Record<Role, string> = {
  owner: 'owners',
  organiser: 'organisers',
  member: 'members',
  guest: 'guests'
};

/** @throws Forbidden with a sentence that says who may */
export function allow(actor: { role: Role }, action: Action): void {
  if (may(actor.role, action)) return;
  const allowed = permissions[action].map((role) => names[role]);
  throw new Forbidden(`Only ${new Intl.ListFormat('en').format(allowed)} of this group may do that.`);
}

/** Someone in a group, found by `groups.enter`: the actor of every verb inside it. */
export interface Member {
  accountId: string;
  name: string;
  role: Role;
  membershipId: string;
  groupId: string;
  groupSlug: string;
  groupName: string;
  /** IANA zone of the group. */
  timezone: string;
  /** When the group will be deleted, if an owner asked for that. */
  deletionDueAt?: Date | null;
}

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

/** The mails a group writes to its members, each kind to be had or left. */
export const mailKinds = [
  { value: 'invitation', label: 'Invitations to meetings, and their changes' },
  { value: 'reminder', label: 'A reminder before a meeting' },
  { value: 'vote', label: 'A reminder of a ballot, when you have not voted' },
  { value: 'lead', label: 'When you lead something, or are asked to' },
  { value: 'digest', label: 'A digest: what was proposed, what is voted on, what is asked of you' },
  { value: 'request', label: 'Requests to join, for those who answer them' }
] as const;
export type MailKind = (typeof mailKinds)[number]['value'];

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

/** Names of groups that would hide a page of their own. */
const reserved = new Set(['new', 'api', 'admin']);

/** The part of an address made from a name: `Grokking Club!` → `grokking-club`. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return slug && !reserved.has(slug) ? slug : `group-${slug}`.replace(/-$/, '');
}
