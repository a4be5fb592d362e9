import { Forbidden } from '../failures.ts';

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
