import { last, op, type Rows } from './entry.ts';

/** Who is in a group, who may come in, and what its organisers set. */
export const people: Rows = {
  'GET ': 'group.read',
  'GET /acts': 'group.audit',
  'GET /invitations': 'member.invite',
  'POST /invitations': op('member.invite', () => ({ role: 'guest', days: 7, maxUses: 1 })),
  'POST /invitations/letters': op('member.invite', () => ({
    ...{ role: 'guest', recipients: ['somebody@example.org'] }
  })),
  'DELETE /invitations/[invitation]': 'member.invite',
  'GET /joining': 'group.joining',
  'PUT /joining': op('group.joining', () => ({
    ...{ about: 'We read.', listed: false, domains: [], role: 'member' }
  })),
  'GET /members': 'group.read',
  'PATCH /members/[membership]': op('member.role', () => ({ role: 'guest' })),
  'DELETE /members/[membership]': op('member.remove', () => ({}), last),
  // Whoever left by the page is not there any more.
  'DELETE /membership': op('account', () => ({}), { last: 2, aboutGroup: true }),
  'GET /offers': 'group.read',
  'POST /offers': op('group.handover', (at) => ({ membership: at.membership, shared: true })),
  'PUT /offers/[offer]': op('handover.answer', () => ({ accept: false })),
  'DELETE /offers/[offer]': 'group.handover',
  'PUT /public': op('group.public', () => ({ archive: false, schedule: false, names: false })),
  'GET /requests': 'member.accept',
  'PUT /requests/[request]': op('member.accept', () => ({ accept: true })),
  'GET /settings': 'group.settings',
  'PUT /settings': op('group.settings', () => ({
    ...{ name: 'Another name', timezone: 'UTC', categories: [], guestsComment: false }
  }))
};
