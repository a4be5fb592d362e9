import type { Asks, Entry } from './table.ts';

/* The operations of the API: which row of the tables of permissions each asks, and a body it would take. */

const op = (asks: Asks, body: Entry['body'] = () => ({}), more: Partial<Entry> = {}): Entry => ({
  ...{ asks, body, ...more }
});

/** Those of a group, by method and what follows `/api/v1/groups/[group]`. */
const inGroup: Record<string, Asks | Entry> = {
  'POST /import': op('nomination.make', () => ({ text: 'nothing that names a paper', keep: false })),
  'GET /queue': 'group.read',
  'POST /queue': op('nomination.make', (at) => ({ paper: at.paper }))
};

/** All of them, by method and route. */
export const operations: Record<string, Asks | Entry> = {
  'GET /api/v1/me': 'account',
  'GET /api/v1/feed': { asks: 'account', query: 'date=2026-05-04' },
  'POST /api/v1/groups': op('group.found', () => ({ name: 'Another' })),
  ...Object.fromEntries(
    Object.entries(inGroup).map(([name, row]) => [name.replace(' ', ' /api/v1/groups/[group]'), row])
  )
};
