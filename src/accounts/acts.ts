/* What organisers and operators do, in the words by which the audit log tells it. */

/**
 * Each act as a sentence after the actor's name. `{person}` is whom it concerns and `{about}` what, where there is
 * something to say.
 */
export const acts = {
  'role.change': 'gave {person} the role {about}',
  'member.remove': 'removed {person}',
  'member.join': 'let {person} in: {about}',
  'invitation.make': 'made an invitation: {about}',
  'invitation.mail': 'invited by mail: {about}',
  'invitation.revoke': 'withdrew an invitation: {about}',
  'request.decline': 'declined the request of {person} to join',
  'handover.offer': 'offered the group to {person}: {about}',
  'handover.withdraw': 'took back the offer to {person}',
  'handover.accept': 'took over the group: {about}',
  'handover.decline': 'declined to take over the group',
  'group.make': 'made the group',
  'group.settings': 'changed the settings: {about}',
  'group.joining': 'changed who may join: {about}',
  'group.public': 'changed what is public: {about}',
  'group.delete': 'asked for the deletion of the group: {about}',
  'group.keep': 'called off the deletion of the group: {about}',
  'group.export': 'exported the group: {about}',
  'group.import': 'imported a group: {about}',
  'feeds.open': 'opened the feeds of queue and picks',
  'feeds.close': 'withdrew the addresses of the feeds',
  'calendar.open': 'opened the group’s calendar address',
  'calendar.close': 'withdrew the group’s calendar address',
  'note.share': 'opened a note to whoever has its address: {about}',
  'note.unshare': 'withdrew the address of a note: {about}',
  'note.delete': 'deleted a note: {about}',
  'note.template': 'changed how notes begin: {about}',
  'nomination.withdraw': 'withdrew somebody’s proposal: {about}',
  'queue.change': 'changed the queues: {about}',
  'ballot.open': 'opened a ballot: {about}',
  'ballot.close': 'closed a ballot by hand: {about}',
  'ballot.withdraw': 'withdrew a ballot: {about}',
  'meeting.arrange': 'arranged a meeting: {about}',
  'meeting.move': 'moved a meeting: {about}',
  'meeting.cancel': 'called a meeting off: {about}',
  'meeting.revive': 'took back that a meeting is off: {about}',
  'agenda.add': 'put a paper onto an agenda: {about}',
  'agenda.remove': 'took a paper off an agenda: {about}',
  'agenda.lead': 'chose {person} to lead a paper',
  'agenda.free': 'took the lead of a paper from whoever had it',
  'holiday.add': 'took days off: {about}',
  'holiday.remove': 'gave days off back: {about}',
  'series.set': 'set the rhythm: {about}',
  'step.do': 'did a step before its time: {about}',
  'step.undo': 'undid a step: {about}',
  'cycle.change': 'changed the week: {about}',
  'webhook.make': 'added a webhook: {about}',
  'webhook.pause': 'paused a webhook: {about}',
  'webhook.resume': 'let a webhook go on: {about}',
  'webhook.remove': 'removed a webhook: {about}',
  'token.make': 'made an API token for {person}: {about}',
  'operator.name': 'made {person} an operator',
  'operator.dismiss': 'took the operator’s role from {person}',
  'account.make': 'made the account of {person}',
  'account.change': 'changed the account of {person}: {about}',
  'account.sessions': 'signed {person} out everywhere',
  'account.delete': 'asked for the deletion of an account',
  'account.keep': 'called off the deletion of an account',
  'account.export': 'exported their own data',
  'feed.sample': 'loaded sample papers',
  'feed.sync': 'asked a source for papers: {about}',
  'job.retry': 'had a job tried again: {about}',
  'mail.retry': 'had a mail sent again: {about}',
  'mail.drop': 'kept a mail from being sent: {about}',
  'backup.make': 'took a backup',
  'backup.restore': 'restored a backup: {about}'
} as const;

export type ActKind = keyof typeof acts;

/** Kinds as one chooses among them: what comes before the dot. */
export const actSubjects = [...new Set(Object.keys(acts).map((kind) => kind.split('.')[0]!))];

/** An act as it is shown, newest first. */
export interface Act {
  id: string;
  kind: ActKind;
  /** Null for the command line, or an account that is gone. */
  by: string | null;
  says: string;
  at: Date;
}

/** So long acts are kept. */
export const actsKeptDays = 400;

/** What an act says after the actor's name. */
export function sentenceOf(kind: ActKind, person: string | null, about: string): string {
  // An act of a version that is gone is shown by its name.
  const pattern: string = acts[kind] ?? `${kind}: {about}`;
  return pattern
    .replace('{person}', () => person ?? 'somebody who is gone')
    .replace('{about}', () => about)
    .replace(/: $/, '');
}
