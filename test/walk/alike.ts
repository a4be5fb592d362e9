/*
 * Which operation of the API does what a form of the pages does. The API covers papers, queues, ballots, votes, meetings, notes
 * and members; what it leaves to the pages stands here with its reason.
 */

/** Forms that are about an account, a session or the installation, by how their names begin. */
export const ofPeople = [
  ...['/admin', '/settings', '/sign-', '/reset', '/verify', '/oidc', '/passkeys', '/rsvp', '/unsubscribe'],
  ...['/share']
];

/** Why a form has no operation. */
export const reasons = {
  secret: 'It makes or withdraws an address that lets in whoever has it, longer than a token holds.',
  letters: 'It is about the letters that one person gets.',
  file: 'It takes a file; the API takes its text.',
  whole: 'It gives away or deletes all of a group, and asks for a session for that.',
  sample: 'It fills an installation that is tried out.'
} as const;

const group = 'g/[group]';
const at = '/groups/[group]';
const queue = {
  page: `/${group}/queue`,
  many: `/${group}/queues/[queue]`,
  one: `/${group}/queue/[nomination]`
};
const nomination = `${at}/queue/[nomination]`;
const meeting = `/${group}/meetings/[id]`;
const note = `/${group}/notes/[id]`;
const [ofMeeting, ofNote] = [`${at}/meetings/[meeting]`, `${at}/notes/[note]`];

const rowOfQueue = (page: string): Record<string, string> => ({
  [`${page}?/nominate`]: `POST ${at}/queue`,
  [`${page}?/showInterest`]: `PUT ${nomination}/interest`,
  [`${page}?/withdrawInterest`]: `DELETE ${nomination}/interest`,
  [`${page}?/keep`]: `POST ${nomination}/keeping`,
  [`${page}?/offerLead`]: `PUT ${nomination}/lead`,
  [`${page}?/takeBackLead`]: `DELETE ${nomination}/lead`,
  [`${page}?/sort`]: `PUT ${nomination}/place`
});

/** A form's operation, or the name of the reason why it has none. */
export const alike: Record<string, string> = {
  '/feed/[date]?/seen': 'PUT /papers/[paper]/seen',
  '/feed/[date]?/unseen': 'DELETE /papers/[paper]/seen',
  '/feed/[date]?/like': `PUT ${at}/papers/[paper]/interest`,
  '/feed/[date]?/unlike': `DELETE ${at}/papers/[paper]/interest`,
  '/feed/[date]?/mute': 'POST /muted-words',
  '/feed/[date]?/unmute': 'DELETE /muted-words/[word]',
  '/feed/[date]?/save': 'POST /filters',
  '/feed/[date]?/forget': 'DELETE /filters/[filter]',
  '/feed/[date]?/sample': 'sample',
  '/papers/[paper]?/reading': 'PUT /papers/[paper]/reading',
  '/groups/new': 'POST /groups',
  '/groups/[group]?/ask': 'PUT /directory/[slug]/request',
  '/groups/[group]?/takeBack': 'DELETE /directory/[slug]/request',
  '/groups/[group]?/join': 'PUT /directory/[slug]/membership',
  '/join/[code]': 'PUT /joining/[code]',

  [`/${group}/members?/invite`]: `POST ${at}/invitations`,
  [`/${group}/members?/mail`]: `POST ${at}/invitations/letters`,
  [`/${group}/members?/revoke`]: `DELETE ${at}/invitations/[invitation]`,
  [`/${group}/members?/role`]: `PATCH ${at}/members/[membership]`,
  [`/${group}/members?/remove`]: `DELETE ${at}/members/[membership]`,
  [`/${group}/members?/leave`]: `DELETE ${at}/membership`,
  [`/${group}/members?/offer`]: `POST ${at}/offers`,
  [`/${group}/members?/withdrawOffer`]: `DELETE ${at}/offers/[offer]`,
  [`/${group}/members?/answerOffer`]: `PUT ${at}/offers/[offer]`,
  [`/${group}/members?/accept`]: `PUT ${at}/requests/[request]`,
  [`/${group}/members?/decline`]: `PUT ${at}/requests/[request]`,
  [`/${group}/settings?/change`]: `PUT ${at}/settings`,
  [`/${group}/settings?/openFeeds`]: 'secret',
  [`/${group}/settings?/closeFeeds`]: 'secret',
  [`/${group}/settings/joining?/joining`]: `PUT ${at}/joining`,
  [`/${group}/settings/joining?/public`]: `PUT ${at}/public`,
  [`/${group}/settings/template`]: `PUT ${at}/templates/[kind]`,
  [`/${group}/settings/webhooks?/add`]: 'secret',
  [`/${group}/settings/webhooks?/test`]: 'secret',
  [`/${group}/settings/webhooks/[webhook]?/again`]: 'secret',
  [`/${group}/settings/webhooks?/pause`]: 'secret',
  [`/${group}/settings/webhooks?/resume`]: 'secret',
  [`/${group}/settings/webhooks?/remove`]: 'secret',
  [`/${group}/settings/data?/remove`]: 'whole',
  [`/${group}/settings/data?/keep`]: 'whole',

  [`/${group}/ballots/new`]: `POST ${at}/ballots`,
  [`/${group}/ballots/[ballot]?/vote`]: `PUT ${at}/ballots/[ballot]/vote`,
  [`/${group}/ballots/[ballot]?/lead`]: `PUT ${at}/ballots/[ballot]/options/[nomination]/lead`,
  [`/${group}/ballots/[ballot]?/open`]: `POST ${at}/ballots/[ballot]/opening`,
  [`/${group}/ballots/[ballot]/closing`]: `POST ${at}/ballots/[ballot]/closing`,

  [`/${group}/import?/preview`]: `POST ${at}/import`,
  [`/${group}/import?/keep`]: `POST ${at}/import`,
  [`/${group}/archive?/ask`]: `POST ${at}/archive/asking`,
  ...rowOfQueue(queue.page),
  ...rowOfQueue(queue.many),
  [`${queue.one}?/pitch`]: `PATCH ${nomination}`,
  [`${queue.one}?/withdraw`]: `DELETE ${nomination}`,
  [`${queue.one}?/showInterest`]: `PUT ${nomination}/interest`,
  [`${queue.one}?/withdrawInterest`]: `DELETE ${nomination}/interest`,
  [`${queue.one}?/keep`]: `POST ${nomination}/keeping`,
  [`${queue.one}?/bringBack`]: `POST ${nomination}/return`,
  [`${queue.one}?/pin`]: `PUT ${nomination}/pin`,
  [`${queue.one}?/unpin`]: `DELETE ${nomination}/pin`,
  [`${queue.one}?/snooze`]: `PUT ${nomination}/snooze`,
  [`${queue.one}?/wake`]: `DELETE ${nomination}/snooze`,
  [`${queue.one}?/lookForLead`]: `PUT ${nomination}/lead-wanted`,
  [`${queue.one}?/foundLead`]: `DELETE ${nomination}/lead-wanted`,
  [`${queue.one}?/offerLead`]: `PUT ${nomination}/lead`,
  [`${queue.one}?/takeBackLead`]: `DELETE ${nomination}/lead`,
  [`${queue.one}?/move`]: `PUT ${nomination}/queue`,
  [`${queue.one}?/reading`]: 'PUT /papers/[paper]/reading',
  [`${queue.one}?/merge`]: `POST ${nomination}/merging`,
  [`${queue.one}?/comment`]: `POST ${nomination}/comments`,
  [`${queue.one}?/editComment`]: `PATCH ${nomination}/comments/[comment]`,
  [`${queue.one}?/removeComment`]: `DELETE ${nomination}/comments/[comment]`,
  [`/${group}/queues?/make`]: `POST ${at}/queues`,
  [`/${group}/queues?/rename`]: `PATCH ${at}/queues/[queue]`,
  [`/${group}/queues?/place`]: `PUT ${at}/queues/[queue]/place`,
  [`/${group}/queues?/order`]: `PUT ${at}/queues/[queue]/order`,
  [`/${group}/queues?/close`]: `PUT ${at}/queues/[queue]/closing`,
  [`/${group}/queues?/reopen`]: `DELETE ${at}/queues/[queue]/closing`,
  [`/${group}/queues?/spans`]: `PUT ${at}/queues/spans`,

  [`/${group}/meetings?/acceptSwap`]: `PUT ${at}/swaps/[swap]`,
  [`/${group}/meetings?/declineSwap`]: `DELETE ${at}/swaps/[swap]`,
  [`/${group}/meetings/calendar?/openOwn`]: 'secret',
  [`/${group}/meetings/calendar?/closeOwn`]: 'secret',
  [`/${group}/meetings/calendar?/openShared`]: 'secret',
  [`/${group}/meetings/calendar?/closeShared`]: 'secret',
  [`/${group}/meetings/calendar?/mails`]: 'letters',
  [`/${group}/meetings/calendar?/quiet`]: 'letters',
  [`/${group}/meetings/calendar?/noQuiet`]: 'letters',
  [`/${group}/meetings/new`]: `POST ${at}/meetings`,
  [`/${group}/meetings/people?/away`]: `POST ${at}/absences`,
  [`/${group}/meetings/people?/back`]: `DELETE ${at}/absences/[absence]`,
  [`/${group}/meetings/rhythm?/set`]: `PUT ${at}/rhythm`,
  [`/${group}/meetings/rhythm?/look`]: `POST ${at}/rhythm/foresight`,
  [`/${group}/meetings/rhythm?/pause`]: `PUT ${at}/rhythm/pause`,
  [`/${group}/meetings/rhythm?/resume`]: `DELETE ${at}/rhythm/pause`,
  [`/${group}/meetings/rhythm?/takeOff`]: `POST ${at}/holidays`,
  [`/${group}/meetings/rhythm?/giveBack`]: `DELETE ${at}/holidays/[holiday]`,
  [`/${group}/meetings/week?/now`]: `POST ${ofMeeting}/steps`,
  [`/${group}/meetings/week?/undo`]: `DELETE ${at}/steps/[step]`,
  [`/${group}/meetings/week/change?/look`]: `POST ${at}/cycle/foresight`,
  [`/${group}/meetings/week/change?/set`]: `PUT ${at}/cycle`,
  [`${meeting}?/add`]: `POST ${ofMeeting}/agenda`,
  [`${meeting}?/remove`]: `DELETE ${at}/agenda/[item]`,
  [`${meeting}?/volunteer`]: `PUT ${at}/agenda/[item]/lead`,
  [`${meeting}?/handBack`]: `DELETE ${at}/agenda/[item]/lead`,
  [`${meeting}?/lead`]: `PUT ${at}/agenda/[item]/lead`,
  [`${meeting}?/inTurn`]: `PUT ${at}/agenda/[item]/lead`,
  [`${meeting}?/draw`]: `PUT ${at}/agenda/[item]/lead`,
  [`${meeting}?/swap`]: `POST ${at}/agenda/[item]/swap`,
  [`${meeting}?/answer`]: `PUT ${ofMeeting}/answer`,
  [`${meeting}?/attend`]: `PUT ${ofMeeting}/attendance/[account]`,
  [`${meeting}?/takeOn`]: `POST ${ofMeeting}/duties`,
  [`${meeting}?/layDown`]: `DELETE ${ofMeeting}/duties/[duty]`,
  [`${meeting}?/ask`]: `POST ${ofMeeting}/questions`,
  [`${meeting}?/settleQuestion`]: `PATCH ${ofMeeting}/questions/[question]`,
  [`${meeting}?/dropQuestion`]: `DELETE ${ofMeeting}/questions/[question]`,
  [`${meeting}?/raiseHand`]: `PUT ${ofMeeting}/hand`,
  [`${meeting}?/lowerHand`]: `DELETE ${ofMeeting}/hands/[account]`,
  [`${meeting}?/summarise`]: `PUT ${at}/agenda/[item]/summary`,
  [`${meeting}?/reading`]: 'PUT /papers/[paper]/reading',
  [`${meeting}?/note`]: `POST ${ofMeeting}/note`,
  [`${meeting}?/reopen`]: `DELETE ${ofMeeting}/closing`,
  [`${meeting}?/plan`]: `PATCH ${at}/agenda/[item]`,
  [`${meeting}?/begin`]: `PUT ${at}/agenda/[item]/time`,
  [`${meeting}?/finish`]: `DELETE ${at}/agenda/[item]/time`,
  [`${meeting}?/cancel`]: `PUT ${ofMeeting}/cancellation`,
  [`${meeting}?/revive`]: `DELETE ${ofMeeting}/cancellation`,
  [`${meeting}/edit`]: `PUT ${ofMeeting}`,
  [`${meeting}/closing`]: `PUT ${ofMeeting}/closing`,

  [`/${group}/notes?/make`]: `POST ${at}/notes`,
  [`/${group}/notes?/tick`]: `POST ${at}/action-items/done`,
  [`/${group}/notes?/bring`]: 'file',
  [`/${group}/notes?/forMeeting`]: `POST ${ofMeeting}/note`,
  [`${note}?/rename`]: `PATCH ${ofNote}`,
  [`${note}?/share`]: 'secret',
  [`${note}?/unshare`]: 'secret',
  [`${note}?/comment`]: `POST ${ofNote}/comments`,
  [`${note}?/reply`]: `POST ${ofNote}/comments/[thread]`,
  [`${note}?/editComment`]: `PATCH ${ofNote}/comments/[thread]/[comment]`,
  [`${note}?/removeComment`]: `DELETE ${ofNote}/comments/[thread]/[comment]`,
  [`${note}?/resolve`]: `PATCH ${ofNote}/comments/[thread]`,
  [`${note}?/reopen`]: `PATCH ${ofNote}/comments/[thread]`,
  [`${note}?/remove`]: `DELETE ${ofNote}`,
  [`${note}/history?/keep`]: `POST ${ofNote}/versions`,
  [`${note}/history/[version]/restoring`]: `POST ${ofNote}/versions/[version]/restoring`
};
