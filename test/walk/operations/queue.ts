import { last, op, soon, type Rows } from './entry.ts';

const other = { params: { nomination: 'secondNomination' } };

/** Queues, proposals and ballots of a group. */
export const queue: Rows = {
  'GET /ballots': 'group.read',
  'POST /ballots': op('ballot.open', (at) => ({
    ...{ title: 'Which?', nomination: [at.nomination, at.secondNomination], closesAt: soon() }
  })),
  'GET /ballots/[ballot]': 'group.read',
  'POST /ballots/[ballot]/closing': op('ballot.close', () => ({}), last),
  'POST /ballots/[ballot]/opening': 'ballot.open',
  'PUT /ballots/[ballot]/options/[nomination]/lead': op('ballot.vote', () => ({}), other),
  'DELETE /ballots/[ballot]/options/[nomination]/lead': op('ballot.vote', () => ({}), other),
  'PUT /ballots/[ballot]/vote': op('ballot.vote', (at) => ({ marks: { [at.secondNomination!]: 1 } })),

  'GET /queue': 'group.read',
  'POST /queue': op('nomination.make', (at) => ({ paper: at.paper })),
  'GET /queue/record': 'group.read',
  'GET /queue/[nomination]': 'group.read',
  'PATCH /queue/[nomination]': op('nomination.make', () => ({ pitch: 'Why not' }), {
    params: { nomination: 'ownNomination' }
  }),
  'DELETE /queue/[nomination]': op('nomination.withdraw.any', () => ({}), last),
  'GET /queue/[nomination]/comments': 'group.read',
  'POST /queue/[nomination]/comments': op('nomination.comment', () => ({ text: 'Hm.' })),
  'PATCH /queue/[nomination]/comments/[comment]': op('nomination.comment', () => ({ text: 'Hm!' }), {
    params: { comment: 'code' }
  }),
  'DELETE /queue/[nomination]/comments/[comment]': op('nomination.comment', () => ({}), {
    params: { comment: 'code' }
  }),
  'PUT /queue/[nomination]/interest': 'interest.show',
  'DELETE /queue/[nomination]/interest': 'interest.show',
  'POST /queue/[nomination]/keeping': 'nomination.keep',
  'PUT /queue/[nomination]/lead': 'nomination.lead',
  'DELETE /queue/[nomination]/lead': 'nomination.lead',
  'PUT /queue/[nomination]/lead-wanted': 'nomination.tend',
  'DELETE /queue/[nomination]/lead-wanted': 'nomination.tend',
  'POST /queue/[nomination]/merging': op('nomination.tend', (at) => ({ into: at.ownNomination }), last),
  'PUT /queue/[nomination]/pin': 'nomination.tend',
  'DELETE /queue/[nomination]/pin': 'nomination.tend',
  'PUT /queue/[nomination]/place': op('nomination.tend', () => ({ to: 'top' })),
  'PUT /queue/[nomination]/queue': op('nomination.tend', (at) => ({ queue: at.queue })),
  'GET /queue/[nomination]/record': 'group.read',
  'POST /queue/[nomination]/return': 'nomination.tend',
  'PUT /queue/[nomination]/snooze': op('nomination.tend', () => ({ until: soon().slice(0, 10) })),
  'DELETE /queue/[nomination]/snooze': 'nomination.tend',
  'GET /queue/[nomination]/twins': 'group.read',

  'GET /queues': 'group.read',
  'POST /queues': op('queue.set', () => ({ name: 'Another' })),
  'GET /queues/spans': 'group.read',
  'PUT /queues/spans': op('queue.set', () => ({ ask: 8, leave: 2 })),
  'PATCH /queues/[queue]': op('queue.set', () => ({ name: 'Renamed' })),
  'PUT /queues/[queue]/order': op('queue.set', () => ({ order: 'hand' })),
  'PUT /queues/[queue]/place': op('queue.set', () => ({ to: 'down' })),
  'PUT /queues/[queue]/closing': op('queue.set', () => ({}), last),
  'DELETE /queues/[queue]/closing': op('queue.set', () => ({}), last),

  'POST /import': op('nomination.make', () => ({ text: 'nothing that names a paper', keep: false })),
  'PUT /papers/[paper]/interest': 'interest.show',
  'DELETE /papers/[paper]/interest': 'interest.show'
};
