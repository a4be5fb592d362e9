import fs from 'node:fs';
import type { InstallationAction } from '#accounts/operators.ts';
import type { Action } from '#groups/permissions.ts';
import type { Place } from './scene.ts';

/*
 * Which row of the tables of permissions each route, form action, operation and message asks. The walk takes what it
 * expects from here and from those tables, and fails when something the application has is not in it.
 */

/**
 * What must be asked before it: an action of the group's table or of the installation's, or
 * `anybody`: no account needed, and nothing of a group to be seen without a secret;
 * `account`: whoever is signed in.
 */
export type Asks = Action | InstallationAction | 'anybody' | 'account';

export interface Entry {
  asks: Asks;
  /** What a form or a body holds that would be taken. */
  body?: (at: Place) => Record<string, unknown>;
  query?: string;
  /** Which thing of the place a parameter of the route names, where it is not the one of its name. */
  params?: Record<string, string>;
  /** Whether it is about a group although it asks no row of its table: outsiders are to learn nothing from it. */
  aboutGroup?: true;
  /** For what takes away what others need: after everything else, and the higher the later. */
  last?: 1 | 2 | 3;
}

type Row = Asks | Entry;

const group = 'g/[group]';
const meeting = `${group}/meetings/[id]`;
const note = `${group}/notes/[id]`;

const form = (asks: Asks, body: Entry['body'] = () => ({}), more: Partial<Entry> = {}): Entry => ({
  ...{ asks, body, ...more }
});
const hour = { title: 'Extra', date: '2031-05-02', time: '18:00', duration: '60', place: '' };
/** A closing time as a form has it. */
const soon = () => new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 16);
const words = (at: Place) => ({ anchorFrom: at.anchor, anchorTo: at.anchor, quote: 'words', text: 'Hm.' });

/** Pages and files, by their route. */
export const pages: Record<string, Row> = {
  '/': 'anybody',
  '/api': 'anybody',
  '/sign-in': 'anybody',
  '/sign-in/again': 'account',
  '/sign-in/code': 'anybody',
  '/sign-out': 'anybody',
  '/sign-up': 'anybody',
  '/reset': 'anybody',
  '/reset/[token]': 'anybody',
  '/verify/[token]': 'anybody',
  '/oidc': 'anybody',
  '/oidc/callback': 'anybody',
  '/oidc/connect': 'account',
  '/join/[code]': 'anybody',
  '/rsvp/[word]': 'anybody',
  '/unsubscribe/[word]': 'anybody',
  '/calendars/[key].ics': 'anybody',
  '/feeds/[key]/[list].[form]': 'anybody',
  '/shared/[key]': 'anybody',
  '/admin': 'installation.read',
  '/admin/log': 'installation.audit',
  '/admin/operators': 'installation.operators',
  '/feed': 'account',
  '/feed/[date]': 'account',
  '/feed/[date]/cite': 'account',
  '/groups': 'group.find',
  '/groups/new': 'group.found',
  '/groups/[group]': { asks: 'group.read', aboutGroup: true },
  '/mentions': 'account',
  '/papers/[paper]': 'account',
  '/papers/[paper]/cite': 'account',
  '/reading': 'account',
  '/reading/cite': 'account',
  '/search': 'account',
  '/settings': 'account',
  '/settings/address': 'account',
  '/settings/authenticator': 'account',
  '/settings/passkeys': 'account',
  '/settings/tokens': 'account',
  '/share': 'account',
  '/notes/[id]': 'note.read',
  '/notes/[id].html': 'note.export',
  '/notes/[id].md': 'note.export',
  [`/${group}`]: 'group.read',
  [`/${group}/archive`]: 'group.read',
  [`/${group}/archive/cite`]: 'group.read',
  [`/${group}/ballots`]: 'group.read',
  [`/${group}/ballots/new`]: 'ballot.open',
  [`/${group}/ballots/[ballot]`]: 'group.read',
  [`/${group}/ballots/[ballot]/cite`]: 'group.read',
  [`/${group}/ballots/[ballot]/closing`]: 'ballot.close',
  [`/${group}/import`]: 'nomination.make',
  [`/${group}/live`]: 'group.read',
  [`/${group}/meetings`]: 'group.read',
  [`/${group}/meetings/calendar`]: 'group.read',
  [`/${group}/meetings/new`]: 'meeting.arrange',
  [`/${group}/meetings/people`]: 'group.read',
  [`/${group}/meetings/rhythm`]: 'series.set',
  [`/${meeting}`]: 'group.read',
  [`/${meeting}/cite`]: 'group.read',
  [`/${meeting}/edit`]: 'meeting.arrange',
  [`/${group}/members`]: 'group.read',
  [`/${group}/members/roles`]: 'group.read',
  [`/${group}/notes`]: 'note.read',
  [`/${group}/notes/citable`]: 'note.read',
  [`/${group}/notes.zip`]: 'note.export',
  [`/${note}`]: 'note.read',
  [`/${note}/history`]: 'note.read',
  [`/${note}/history/[version]/restoring`]: 'note.restore',
  [`/${group}/queue`]: 'group.read',
  [`/${group}/queue/cite`]: 'group.read',
  [`/${group}/queue/[nomination]`]: 'group.read',
  [`/${group}/queue/[nomination]/abstract`]: 'group.read',
  [`/${group}/settings`]: 'group.settings',
  [`/${group}/settings/joining`]: 'group.joining',
  [`/${group}/settings/log`]: 'group.audit',
  [`/${group}/settings/template`]: 'note.template',
  [`/${group}/settings/webhooks`]: 'group.webhooks',
  [`/${group}/settings/webhooks/[webhook]`]: 'group.webhooks',
  '/search/cite': 'account',
  '/g/[group]/meetings/[id]/meeting.ics': 'group.read',
  '/g/[group]/meetings/[id]/closing': 'meeting.close',
  '/g/[group]/queue/look': 'group.read',
  '/g/[group]/queue/record': 'group.read',
  '/g/[group]/queues': 'group.read',
  '/g/[group]/queues/[queue]': 'group.read',
  '/g/[group]/meetings/week': 'group.read',
  '/g/[group]/meetings/week/change': 'series.set',
  '/admin/groups': 'installation.groups',
  '/admin/groups/import': 'installation.groups',
  '/admin/jobs': 'installation.jobs',
  '/admin/mail': 'installation.mail',
  '/admin/storage': 'installation.storage',
  '/admin/users': 'installation.users',
  '/left': 'anybody',
  '/settings/data': 'account',
  '/settings/data/colloquy.json': 'account',
  '/g/[group]/settings/data': 'group.delete',
  '/g/[group]/settings/data/group.zip': 'group.export'
};

/** Form actions, and what pages' scripts send. */
export const actions: Record<string, Row> = {
  '/admin?/sample': form('installation.feed'),
  '/admin/operators?/name': form('installation.operators', (at) => ({ email: at.namedEmail })),
  '/admin/operators?/dismiss': form('installation.operators', (at) => ({ operator: at.named })),
  '/feed/[date]?/sample': form('installation.feed'),
  '/feed/[date]?/seen': form('account', (at) => ({ paper: at.paper })),
  '/feed/[date]?/unseen': form('account', (at) => ({ paper: at.paper })),
  '/feed/[date]?/like': form('interest.show', (at) => ({ paper: at.paper }), { query: 'group' }),
  '/feed/[date]?/unlike': form('interest.show', (at) => ({ paper: at.paper }), { query: 'group' }),
  '/feed/[date]?/mute': form('account', () => ({ word: 'hype' })),
  '/feed/[date]?/unmute': form('account', () => ({ word: 'hype' })),
  '/feed/[date]?/save': form('account', () => ({ name: 'Mine' })),
  '/feed/[date]?/forget': form('account', (at) => ({ filter: at.paper })),
  '/groups/new': form('group.found', () => ({ name: 'Another', timezone: 'UTC' })),
  '/groups/[group]?/ask': form('account', () => ({ sentence: 'May I?' }), { aboutGroup: true }),
  '/groups/[group]?/takeBack': form('account', () => ({}), { aboutGroup: true }),
  '/groups/[group]?/join': form('account', () => ({}), { aboutGroup: true }),
  '/join/[code]': form('anybody'),
  '/oidc/connect': form('account'),
  '/papers/[paper]?/reading': form('account', () => ({ reading: 'read' })),
  '/passkeys/options': form('anybody'),
  '/passkeys/sign-in': form('anybody', () => ({ response: { id: 'made-up' } })),
  '/passkeys/again': form('account', () => ({ response: { id: 'made-up' } })),
  '/settings/passkeys/options': form('account'),
  '/settings/passkeys': form('account', () => ({ response: { id: 'made-up' }, name: 'Mine' })),
  '/settings/passkeys?/remove': form('account', () => ({ passkey: 'made-up' })),
  '/reset': form('anybody', () => ({ email: 'nobody@example.org' })),
  '/reset/[token]': form('anybody', () => ({ password: 'one that is long enough' })),
  '/rsvp/[word]': form('anybody', () => ({ answer: 'yes' })),
  '/settings?/name': form('account', () => ({ name: 'Somebody' })),
  '/settings?/password': form('account', () => ({
    oldPassword: 'wrong',
    newPassword: 'a much longer sentence'
  })),
  '/settings?/verify': form('account'),
  '/settings?/disconnect': form('account'),
  '/settings?/endSession': form('account', () => ({ session: 'made-up' })),
  '/settings?/endOthers': form('account'),
  '/settings/address': form('account', () => ({ email: 'elsewhere@example.org' })),
  '/settings/authenticator?/begin': form('account'),
  '/settings/authenticator?/turnOn': form('account', () => ({ code: '000000' })),
  '/settings/authenticator?/renewCodes': form('account'),
  '/settings/authenticator?/turnOff': form('account'),
  '/settings/tokens?/make': form('account', () => ({ label: 'Mine', queue: 'read' })),
  '/settings/tokens?/revoke': form('account', () => ({ token: 'made-up' })),
  '/share': form('account', () => ({ paper: 'made up' })),
  '/sign-in': form('anybody', () => ({ email: 'nobody@example.org', password: 'wrong' })),
  '/sign-in/again': form('account', () => ({ password: 'wrong' })),
  '/sign-in/code': form('anybody', () => ({ code: '000000' })),
  '/sign-out': form('anybody', () => ({}), { last: 3 }),
  '/sign-up': form('anybody', () => ({ name: 'X', email: 'not one', password: 'short' })),
  '/unsubscribe/[word]': form('anybody'),
  '/verify/[token]': form('anybody'),

  [`/${group}/ballots/new`]: form('ballot.open', (at) => ({
    ...{ title: 'Which?', nomination: [at.nomination, at.secondNomination], closesAt: soon() },
    ...{ quorum: '1', method: 'approval' }
  })),
  [`/${group}/ballots/[ballot]?/vote`]: form('ballot.vote', (at) => ({ approved: at.secondNomination })),
  [`/${group}/ballots/[ballot]?/lead`]: form('ballot.vote', (at) => ({ offer: at.secondNomination })),
  [`/${group}/ballots/[ballot]?/open`]: form('ballot.open'),
  [`/${group}/ballots/[ballot]/closing`]: form('ballot.close', () => ({}), { last: 1 }),
  [`/${group}/import?/preview`]: form('nomination.make', () => ({ text: '2401.00001' })),
  [`/${group}/import?/keep`]: form('nomination.make', () => ({ text: 'nothing that names a paper' })),
  [`/${group}/meetings?/acceptSwap`]: form('agenda.lead', () => ({ swap: 'made-up' })),
  [`/${group}/meetings?/declineSwap`]: form('agenda.lead', () => ({ swap: 'made-up' })),
  [`/${group}/meetings/calendar?/openOwn`]: form('account'),
  [`/${group}/meetings/calendar?/closeOwn`]: form('account'),
  [`/${group}/meetings/calendar?/openShared`]: form('calendar.share'),
  [`/${group}/meetings/calendar?/closeShared`]: form('calendar.share'),
  [`/${group}/meetings/calendar?/mails`]: form('group.read', () => ({ kinds: 'reminder' })),
  [`/${group}/meetings/calendar?/quiet`]: form('account', () => ({
    ...{ from: '22:00', until: '07:00', timezone: 'UTC' }
  })),
  [`/${group}/meetings/calendar?/noQuiet`]: form('account'),
  [`/${group}/meetings/new`]: form('meeting.arrange', () => hour),
  [`/${group}/meetings/people?/away`]: form('member.away', () => ({
    from: '2031-01-01',
    until: '2031-01-02'
  })),
  [`/${group}/meetings/people?/back`]: form('member.away', (at) => ({ absence: at.absence })),
  [`/${group}/meetings/rhythm?/set`]: form('series.set', () => ({
    ...{ ...hour, every: 'weekly', weekday: 'TH', startsOn: '2031-01-01' }
  })),
  [`/${group}/meetings/rhythm?/look`]: form('series.set', () => ({
    ...{ ...hour, every: 'weekly', weekday: 'TH', startsOn: '2031-01-01' }
  })),
  [`/${group}/meetings/rhythm?/pause`]: form('series.set'),
  [`/${group}/meetings/rhythm?/resume`]: form('series.set'),
  [`/${group}/meetings/rhythm?/takeOff`]: form('series.set', () => ({
    from: '2031-03-01',
    until: '2031-03-02'
  })),
  [`/${group}/meetings/rhythm?/giveBack`]: form('series.set', () => ({ holiday: 'made-up' })),
  [`/${meeting}?/add`]: form('meeting.arrange', (at) => ({ nomination: at.nomination })),
  [`/${meeting}?/remove`]: form('meeting.arrange', (at) => ({ item: at.item }), { last: 1 }),
  [`/${meeting}?/volunteer`]: form('agenda.lead', (at) => ({ item: at.item })),
  [`/${meeting}?/handBack`]: form('agenda.lead', (at) => ({ item: at.ledItem }), { last: 1 }),
  [`/${meeting}?/lead`]: form('meeting.arrange', (at) => ({ item: at.item, lead: '' })),
  [`/${meeting}?/inTurn`]: form('meeting.arrange', (at) => ({ item: at.item })),
  [`/${meeting}?/draw`]: form('meeting.arrange', (at) => ({ item: at.item })),
  [`/${meeting}?/swap`]: form('agenda.lead', (at) => ({
    ...{ item: at.ledItem, with: `account:${at.otherAccount}` }
  })),
  [`/${meeting}?/answer`]: form('meeting.answer', () => ({ answer: 'yes' })),
  [`/${meeting}?/attend`]: form('meeting.attend', (at) => ({ person: at.account, there: 'yes' })),
  [`/${meeting}?/takeOn`]: form('meeting.duty', () => ({ name: 'Scribe' })),
  [`/${meeting}?/layDown`]: form('meeting.duty', () => ({ name: 'Scribe' })),
  [`/${meeting}?/ask`]: form('meeting.ask', () => ({ text: 'Why?' })),
  [`/${meeting}?/settleQuestion`]: form('meeting.ask', (at) => ({ question: at.question })),
  [`/${meeting}?/dropQuestion`]: form('meeting.ask', (at) => ({ question: at.question })),
  [`/${meeting}?/raiseHand`]: form('meeting.speak'),
  [`/${meeting}?/lowerHand`]: form('meeting.speak', (at) => ({ person: at.account })),
  [`/${meeting}?/plan`]: form('meeting.time', (at) => ({ item: at.item, minutes: '10' })),
  [`/${meeting}?/begin`]: form('meeting.time', (at) => ({ item: at.item })),
  [`/${meeting}?/finish`]: form('meeting.time', (at) => ({ item: at.item })),
  [`/${meeting}?/cancel`]: form('meeting.arrange', () => ({}), { last: 1 }),
  [`/${meeting}?/revive`]: form('meeting.arrange', () => ({}), { last: 1 }),
  [`/${meeting}/edit`]: form('meeting.arrange', () => hour),
  [`/${group}/members?/invite`]: form('member.invite', () => ({ role: 'guest', days: '7', maxUses: '1' })),
  [`/${group}/members?/mail`]: form('member.invite', () => ({
    ...{ role: 'guest', days: '7', recipients: 'somebody@example.org' }
  })),
  [`/${group}/members?/revoke`]: form('member.invite', (at) => ({ invitation: at.invitation })),
  [`/${group}/members?/role`]: form('member.role', (at) => ({ membership: at.membership, role: 'guest' })),
  [`/${group}/members?/offer`]: form('group.handover', (at) => ({ membership: at.membership, shared: 'on' })),
  [`/${group}/members?/withdrawOffer`]: form('group.handover', (at) => ({ offer: at.offer }), { last: 1 }),
  [`/${group}/members?/answerOffer`]: form('handover.answer', (at) => ({ offer: at.mine, answer: 'no' })),
  [`/${group}/members?/accept`]: form('member.accept', (at) => ({ request: at.request })),
  [`/${group}/members?/decline`]: form('member.accept', (at) => ({ request: at.secondRequest })),
  [`/${group}/members?/remove`]: form('member.remove', (at) => ({ membership: at.membership }), {
    last: 1
  }),
  [`/${group}/members?/leave`]: form('group.leave', () => ({}), { last: 2 }),
  [`/${group}/notes?/make`]: form('note.make', () => ({ title: 'Another' })),
  [`/${group}/notes?/tick`]: form('note.write', (at) => ({ note: at.note, position: '0', text: 'made-up' })),
  [`/${group}/notes?/bring`]: form('note.make', () => ({ file: new File(['# Hi'], 'a.md') })),
  [`/${group}/notes?/forMeeting`]: form('note.make', (at) => ({ meeting: at.meeting })),
  [`/${note}?/rename`]: form('note.write', () => ({ title: 'Another name' })),
  [`/${note}?/share`]: form('note.share'),
  [`/${note}?/unshare`]: form('note.share'),
  [`/${note}?/comment`]: form('note.comment', words),
  [`/${note}?/reply`]: form('note.comment', (at) => ({ thread: at.thread, text: 'Hm.' })),
  [`/${note}?/editComment`]: form('note.comment', (at) => ({ comment: at.comment, text: 'Hm!' })),
  [`/${note}?/resolve`]: form('note.resolve', (at) => ({ thread: at.thread })),
  [`/${note}?/reopen`]: form('note.resolve', (at) => ({ thread: at.thread })),
  [`/${note}?/removeComment`]: form('note.comment', (at) => ({ comment: at.comment }), { last: 1 }),
  [`/${note}?/remove`]: form('note.delete', () => ({}), { last: 1 }),
  [`/${note}/history?/keep`]: form('note.version', () => ({ name: 'Second' })),
  [`/${note}/history/[version]/restoring`]: form('note.restore'),
  [`/${group}/queue?/nominate`]: form('nomination.make', (at) => ({ paper: at.paper })),
  [`/${group}/queue?/showInterest`]: form('interest.show', (at) => ({ nomination: at.nomination })),
  [`/${group}/queue?/withdrawInterest`]: form('interest.show', (at) => ({ nomination: at.nomination })),
  [`/${group}/queue/[nomination]?/pitch`]: form('nomination.make', () => ({ pitch: 'Why not' }), {
    params: { nomination: 'ownNomination' }
  }),
  [`/${group}/queue/[nomination]?/withdraw`]: form('nomination.withdraw.any', () => ({}), { last: 1 }),
  [`/${group}/settings?/openFeeds`]: form('group.feeds'),
  [`/${group}/settings?/closeFeeds`]: form('group.feeds'),
  [`/${group}/settings?/change`]: form('group.settings', () => ({ name: 'Another name', timezone: 'UTC' })),
  [`/${group}/settings/joining?/joining`]: form('group.joining', () => ({ about: 'We read.' })),
  [`/${group}/settings/joining?/public`]: form('group.public'),
  [`/${group}/settings/template`]: form('note.template', () => ({ kind: 'meeting', text: '' })),
  [`/${group}/settings/webhooks?/add`]: form('group.webhooks', () => ({
    ...{ name: 'Ours', address: 'https://hooks.invalid/in', kind: 'standard', events: ['ballot.closed'] }
  })),
  [`/${group}/settings/webhooks?/test`]: form('group.webhooks', (at) => ({ webhook: at.webhook })),
  [`/${group}/settings/webhooks?/pause`]: form('group.webhooks', (at) => ({ webhook: at.webhook })),
  [`/${group}/settings/webhooks?/resume`]: form('group.webhooks', (at) => ({ webhook: at.webhook })),
  [`/${group}/settings/webhooks?/remove`]: form('group.webhooks', (at) => ({ webhook: at.webhook }), {
    last: 1
  }),
  [`/${group}/settings/webhooks/[webhook]?/again`]: form('group.webhooks', () => ({ delivery: 'made-up' })),
  '/g/[group]/meetings/[id]/closing': form('meeting.close', () => ({}), { last: 1 }),
  '/g/[group]/meetings/[id]?/summarise': form('agenda.summarise', (at) => ({
    item: at.item,
    text: 'Short.'
  })),
  '/g/[group]/meetings/[id]?/reading': form('group.read', (at) => ({ item: at.item, reading: 'read' })),
  '/g/[group]/meetings/[id]?/note': form('note.make'),
  '/g/[group]/meetings/[id]?/reopen': form('meeting.close'),
  '/g/[group]/queues/[queue]?/keep': form('nomination.keep', (at) => ({ nomination: at.nomination })),
  '/g/[group]/queues/[queue]?/offerLead': form('nomination.lead', (at) => ({ nomination: at.nomination })),
  '/g/[group]/queues/[queue]?/takeBackLead': form('nomination.lead', (at) => ({ nomination: at.nomination })),
  '/g/[group]/queues/[queue]?/showInterest': form('interest.show', (at) => ({ nomination: at.nomination })),
  '/g/[group]/queues/[queue]?/withdrawInterest': form('interest.show', (at) => ({
    nomination: at.nomination
  })),
  '/g/[group]/queues/[queue]?/nominate': form('nomination.make', (at) => ({ paper: at.paper })),
  '/g/[group]/queues/[queue]?/sort': form('nomination.tend', (at) => ({
    nomination: at.nomination,
    to: 'top'
  })),
  '/g/[group]/queue?/keep': form('nomination.keep', (at) => ({ nomination: at.nomination })),
  '/g/[group]/queue?/offerLead': form('nomination.lead', (at) => ({ nomination: at.nomination })),
  '/g/[group]/queue?/takeBackLead': form('nomination.lead', (at) => ({ nomination: at.nomination })),
  '/g/[group]/queue?/sort': form('nomination.tend', (at) => ({ nomination: at.nomination, to: 'top' })),
  '/g/[group]/queue/[nomination]?/showInterest': form('interest.show'),
  '/g/[group]/queue/[nomination]?/withdrawInterest': form('interest.show'),
  '/g/[group]/queue/[nomination]?/keep': form('nomination.keep'),
  '/g/[group]/queue/[nomination]?/bringBack': form('nomination.tend'),
  '/g/[group]/queue/[nomination]?/pin': form('nomination.tend'),
  '/g/[group]/queue/[nomination]?/unpin': form('nomination.tend'),
  '/g/[group]/queue/[nomination]?/snooze': form('nomination.tend', () => ({ until: soon().slice(0, 10) })),
  '/g/[group]/queue/[nomination]?/wake': form('nomination.tend'),
  '/g/[group]/queue/[nomination]?/lookForLead': form('nomination.tend'),
  '/g/[group]/queue/[nomination]?/foundLead': form('nomination.tend'),
  '/g/[group]/queue/[nomination]?/offerLead': form('nomination.lead'),
  '/g/[group]/queue/[nomination]?/takeBackLead': form('nomination.lead'),
  '/g/[group]/queue/[nomination]?/move': form('nomination.tend', (at) => ({ queue: at.queue })),
  '/g/[group]/queue/[nomination]?/reading': form('group.read', () => ({ reading: 'read' })),
  '/g/[group]/queue/[nomination]?/merge': form('nomination.tend', (at) => ({ into: at.ownNomination }), {
    last: 1
  }),
  '/g/[group]/queue/[nomination]?/comment': form('nomination.comment', () => ({ text: 'Hm.' })),
  '/g/[group]/queue/[nomination]?/editComment': form('nomination.comment', () => ({
    comment: 'made-up',
    text: 'Hm!'
  })),
  '/g/[group]/queue/[nomination]?/removeComment': form('nomination.comment', () => ({ comment: 'made-up' })),
  '/g/[group]/queues?/make': form('queue.set', () => ({ name: 'Another' })),
  '/g/[group]/queues?/rename': form('queue.set', (at) => ({ queue: at.queue, name: 'Renamed' })),
  '/g/[group]/queues?/place': form('queue.set', (at) => ({ queue: at.queue, to: 'down' })),
  '/g/[group]/queues?/order': form('queue.set', (at) => ({ queue: at.queue, order: 'hand' })),
  '/g/[group]/queues?/close': form('queue.set', (at) => ({ queue: at.queue }), { last: 1 }),
  '/g/[group]/queues?/reopen': form('queue.set', (at) => ({ queue: at.queue }), { last: 1 }),
  '/g/[group]/queues?/spans': form('queue.set', () => ({ ask: '8', leave: '2' })),
  '/g/[group]/archive?/ask': form('group.read', () => ({ text: '2401.00001' })),
  '/g/[group]/meetings/week?/now': form('step.do', () => ({ meeting: 'made-up', kind: 'close' })),
  '/g/[group]/meetings/week?/undo': form('step.undo', () => ({ step: 'made-up' })),
  '/g/[group]/meetings/week/change?/look': form('series.set'),
  '/g/[group]/meetings/week/change?/set': form('series.set'),
  '/settings?/zone': form('account', () => ({ timezone: 'UTC' })),
  '/admin/groups/import': form('installation.groups', (at) => ({
    file: new File([fs.readFileSync(at.archive!)], 'group.zip')
  })),
  '/admin/groups?/remove': form('installation.groups', (at) => ({ group: at.unruly })),
  '/admin/groups?/keep': form('installation.groups', (at) => ({ group: at.unruly })),
  '/admin/jobs?/retry': form('installation.jobs', (at) => ({ name: 'walk.failing', job: at.job })),
  '/admin/mail?/retry': form('installation.mail', (at) => ({ mail: at.mail })),
  '/admin/mail?/drop': form('installation.mail', (at) => ({ mail: at.mail })),
  '/admin/users?/suspend': form('installation.users', (at) => ({ account: at.somebody })),
  '/admin/users?/reactivate': form('installation.users', (at) => ({ account: at.somebody })),
  '/admin/users?/reset': form('installation.users', (at) => ({ account: at.somebody })),
  '/settings/data?/remove': form('account', () => ({}), { last: 3 }),
  // It has another name by now: organisers and owners have changed it.
  '/g/[group]/settings/data?/remove': form('group.delete', () => ({ name: 'Another name' }), { last: 1 }),
  '/g/[group]/settings/data?/keep': form('group.delete', () => ({}), { last: 1 })
};

/** What a page may send over a note's socket, by its name in `collab/protocol.ts`. */
export const messages: Record<string, 'note.read' | 'note.write'> = {
  'sync step 1': 'note.read',
  'sync step 2': 'note.write',
  update: 'note.write',
  awareness: 'note.read',
  'query awareness': 'note.read'
};

const tended = 'The record of the queue tells it, to everybody.';
const same = 'It asks for what is so already, on the walk.';
const nothing = 'It changes nothing of the group.';

/** What organisers and owners do without a line in the log of acts, with the reason; in parts of the names of actions and operations. */
export const unrecorded: Record<string, string> = {
  '/queue/[nomination]': tended,
  '?/sort': 'It orders a list that all sort together.',
  '/cycle/foresight': nothing,
  '/rhythm/foresight': nothing,
  '/rhythm?/look': nothing,
  '/week/change?/look': nothing,
  '/webhooks?/test': nothing,
  '/queues/[queue]/place': 'Of one queue no order is to be changed.',
  '/queues?/place': 'Of one queue no order is to be changed.',
  '/ballots/[ballot]?/open': same,
  '/ballots/[ballot]/opening': same,
  '/queues/[queue]/order': same
};
