import { op, type Rows } from './operations/entry.ts';
import { meetings } from './operations/meetings.ts';
import { notes } from './operations/notes.ts';
import { people } from './operations/people.ts';
import { queue } from './operations/queue.ts';

/* The operations of the API: which row of the tables of permissions each asks, and a body it would take. */

const knocking = { aboutGroup: true, params: { slug: 'group' } } as const;

const everywhere: Rows = {
  'GET /openapi.json': 'anybody',
  'GET /me': 'account',
  'GET /directory': 'account',
  'PUT /directory/[slug]/request': op('account', () => ({ sentence: 'May I?' }), knocking),
  'DELETE /directory/[slug]/request': op('account', () => ({}), knocking),
  'PUT /directory/[slug]/membership': op('account', () => ({}), knocking),
  'GET /feed': { asks: 'account', query: 'date=2026-05-04' },
  'GET /filters': 'account',
  'POST /filters': op('account', () => ({ name: 'Mine', query: 'category=cs.LG' })),
  'DELETE /filters/[filter]': 'account',
  'PUT /joining/[code]': 'account',
  'GET /muted-words': 'account',
  'POST /muted-words': op('account', () => ({ word: 'hype' })),
  'DELETE /muted-words/[word]': 'account',
  'GET /papers': { asks: 'account', query: 'q=lattices' },
  'GET /papers/[paper]': 'account',
  'GET /papers/[paper]/citation': 'account',
  'PUT /papers/[paper]/reading': op('account', () => ({ reading: 'read' })),
  'PUT /papers/[paper]/seen': 'account',
  'DELETE /papers/[paper]/seen': 'account',
  'GET /groups': 'account',
  'POST /groups': op('group.found', () => ({ name: 'Another' }))
};

const below = (prefix: string, rows: Rows): Rows =>
  Object.fromEntries(Object.entries(rows).map(([name, row]) => [name.replace(' ', ` ${prefix}`), row]));

/** All of them, by method and route. */
export const operations: Rows = {
  ...below('/api/v1', everywhere),
  ...below('/api/v1/groups/[group]', { ...people, ...queue, ...meetings, ...notes })
};
