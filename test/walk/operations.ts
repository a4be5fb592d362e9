import type { Action } from '#groups/groups.ts';
import type { Asks, Entry } from './table.ts';

/* The operations of the API: which row of the tables of permissions each asks, and a body it would take. */

const op = (asks: Asks, body: Entry['body'] = () => ({}), more: Partial<Entry> = {}): Entry => ({
  ...{ asks, body, ...more }
});

const last = { last: 1 } as const;
const days = { from: '2031-01-01', until: '2031-01-02' };
const hour = { title: 'Extra', date: '2031-05-02', time: '18:00', duration: 60, place: '' };
const soon = () => new Date(Date.now() + 2 * 86_400_000).toISOString();

/** Those of a group that need no more than its row, by method and what follows `/api/v1/groups/[group]`. */
const plain: Partial<Record<Action, string[]>> = {
  'group.read': [
    'GET ',
    'GET /absences',
    'GET /archive',
    'GET /ballots',
    'GET /ballots/[ballot]',
    'GET /holidays',
    'GET /meetings',
    'GET /meetings/[meeting]',
    'GET /members',
    'GET /queue',
    'GET /queue/[nomination]',
    'GET /queues',
    'GET /rhythm',
    'GET /swaps'
  ],
  'note.read': [
    'GET /action-items',
    'GET /notes',
    'GET /notes/[note]',
    'GET /notes/[note]/comments',
    'GET /notes/[note]/versions'
  ],
  'note.export': ['GET /notes/[note]/markdown'],
  'note.make': ['POST /meetings/[meeting]/note'],
  'note.restore': ['POST /notes/[note]/versions/[version]/restoring'],
  'member.invite': ['GET /invitations', 'DELETE /invitations/[invitation]'],
  'member.away': ['DELETE /absences/[absence]'],
  'ballot.open': ['POST /ballots/[ballot]/opening'],
  'interest.show': [
    'PUT /papers/[paper]/interest',
    'DELETE /papers/[paper]/interest',
    'PUT /queue/[nomination]/interest',
    'DELETE /queue/[nomination]/interest'
  ],
  'meeting.attend': [
    'PUT /meetings/[meeting]/attendance/[account]',
    'DELETE /meetings/[meeting]/attendance/[account]'
  ],
  'meeting.duty': ['DELETE /meetings/[meeting]/duties/[duty]'],
  'meeting.speak': ['PUT /meetings/[meeting]/hand', 'DELETE /meetings/[meeting]/hand'],
  'meeting.time': ['PUT /agenda/[item]/time', 'DELETE /agenda/[item]/time'],
  'series.set': ['DELETE /holidays/[holiday]', 'PUT /rhythm/pause', 'DELETE /rhythm/pause'],
  'agenda.lead': ['DELETE /swaps/[swap]']
};

/** Those that need a body, another thing of the place, or to come late. */
const inGroup: Record<string, Entry> = {
  'POST /absences': op('member.away', () => days),
  'POST /action-items/done': op('note.write', (at) => ({ noteId: at.note, position: 0, text: 'made-up' })),
  'PATCH /agenda/[item]': op('meeting.time', () => ({ minutes: 10 })),
  'DELETE /agenda/[item]': op('meeting.arrange', () => ({}), last),
  'PUT /agenda/[item]/lead': op('agenda.lead', () => ({ by: 'offer' })),
  'DELETE /agenda/[item]/lead': op('agenda.lead', () => ({}), { ...last, params: { item: 'ledItem' } }),
  'POST /agenda/[item]/swap': op('agenda.lead', (at) => ({ accountId: at.otherAccount }), {
    params: { item: 'ledItem' }
  }),
  'POST /ballots': op('ballot.open', (at) => ({
    ...{ title: 'Which?', nomination: [at.nomination, at.secondNomination], closesAt: soon() }
  })),
  'POST /ballots/[ballot]/closing': op('ballot.close', () => ({}), last),
  'PUT /ballots/[ballot]/options/[nomination]/lead': op('ballot.vote', () => ({}), {
    params: { nomination: 'secondNomination' }
  }),
  'DELETE /ballots/[ballot]/options/[nomination]/lead': op('ballot.vote', () => ({}), {
    params: { nomination: 'secondNomination' }
  }),
  'PUT /ballots/[ballot]/vote': op('ballot.vote', (at) => ({ marks: { [at.secondNomination!]: 1 } })),
  'POST /holidays': op('series.set', () => days),
  'POST /import': op('nomination.make', () => ({ text: 'nothing that names a paper', keep: false })),
  'POST /invitations': op('member.invite', () => ({ role: 'guest', days: 7, maxUses: 1 })),
  'POST /meetings': op('meeting.arrange', () => hour),
  'PUT /meetings/[meeting]': op('meeting.arrange', () => hour),
  'POST /meetings/[meeting]/agenda': op('meeting.arrange', (at) => ({ nomination: at.nomination })),
  'PUT /meetings/[meeting]/answer': op('meeting.answer', () => ({ answer: 'yes' })),
  'PUT /meetings/[meeting]/cancellation': op('meeting.arrange', () => ({}), last),
  'DELETE /meetings/[meeting]/cancellation': op('meeting.arrange', () => ({}), last),
  'POST /meetings/[meeting]/duties': op('meeting.duty', () => ({ name: 'Scribe' })),
  'POST /meetings/[meeting]/questions': op('meeting.ask', () => ({ text: 'Why?' })),
  'PATCH /meetings/[meeting]/questions/[question]': op('meeting.ask', () => ({ settled: true })),
  'DELETE /meetings/[meeting]/questions/[question]': op('meeting.ask', () => ({}), last),
  'PATCH /members/[membership]': op('member.role', () => ({ role: 'guest' })),
  'DELETE /members/[membership]': op('member.remove', () => ({}), last),
  'POST /notes': op('note.make', () => ({ title: 'Another' })),
  'PATCH /notes/[note]': op('note.write', () => ({ title: 'Another name' })),
  'DELETE /notes/[note]': op('note.delete', () => ({}), last),
  'POST /notes/[note]/comments/[thread]': op('note.comment', () => ({ text: 'Hm.' })),
  'PATCH /notes/[note]/comments/[thread]': op('note.resolve', () => ({ resolved: true })),
  'POST /notes/[note]/markdown': op('note.write', () => ({ text: 'More.' })),
  'POST /notes/[note]/versions': op('note.version', () => ({ name: 'Second' })),
  'POST /queue': op('nomination.make', (at) => ({ paper: at.paper })),
  'PATCH /queue/[nomination]': op('nomination.make', () => ({ pitch: 'Why not' }), {
    params: { nomination: 'ownNomination' }
  }),
  'DELETE /queue/[nomination]': op('nomination.withdraw.any', () => ({}), last),
  'PUT /rhythm': op('series.set', () => ({
    ...hour,
    every: 'weekly',
    weekday: 'TH',
    startsOn: '2031-01-01'
  })),
  'PUT /swaps/[swap]': op('agenda.lead', () => ({ accept: true }))
};

const rows: [string, Asks | Entry][] = [
  ...Object.entries(plain).flatMap(([asks, names]) =>
    names.map((name): [string, Asks] => [name, asks as Action])
  ),
  ...Object.entries(inGroup)
];

/** All of them, by method and route. */
export const operations: Record<string, Asks | Entry> = {
  'GET /api/v1/openapi.json': 'anybody',
  'GET /api/v1/me': 'account',
  'GET /api/v1/feed': { asks: 'account', query: 'date=2026-05-04' },
  'GET /api/v1/papers': { asks: 'account', query: 'q=lattices' },
  'GET /api/v1/papers/[paper]': 'account',
  'GET /api/v1/papers/[paper]/citation': 'account',
  'PUT /api/v1/papers/[paper]/reading': op('account', () => ({ reading: 'read' })),
  'GET /api/v1/groups': 'account',
  'POST /api/v1/groups': op('group.found', () => ({ name: 'Another' })),
  ...Object.fromEntries(rows.map(([name, row]) => [name.replace(' ', ' /api/v1/groups/[group]'), row]))
};
