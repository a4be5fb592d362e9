import { openSession, sessionCookie } from '#accounts/accounts.server.ts';
import { seeded } from '../../support/random.ts';
import { dayNumbered, days, idNumbered } from '../feed/filling.ts';
import { each, type Size } from './filling.ts';

/** A page that people use, and how often they ask for it beside the others. */
export interface Page {
  name: string;
  weight: number;
  /** Its address for somebody of a group. */
  address(group: number, random: () => number, size: Size): string;
}

const id = (kind: string, number: number) => kind + String(number).padStart(15, '0');
const past = (group: number, random: () => number) =>
  group * each.meetings + 1 + Math.floor(random() * (each.meetings - 1));

export const pages: readonly Page[] = [
  { name: 'queue', weight: 4, address: (group) => `/g/group-${group}/queue` },
  {
    name: 'nomination',
    weight: 1,
    address: (group) => `/g/group-${group}/queue/${id('n', group * each.nominations + 10)}`
  },
  { name: 'ballots', weight: 1, address: (group) => `/g/group-${group}/ballots` },
  {
    name: 'ballot, open',
    weight: 3,
    address: (group) => `/g/group-${group}/ballots/${id('b', group * each.meetings)}`
  },
  {
    name: 'ballot, closed',
    weight: 1,
    address: (group, random) => `/g/group-${group}/ballots/${id('b', past(group, random))}`
  },
  { name: 'meetings', weight: 2, address: (group) => `/g/group-${group}/meetings` },
  {
    name: 'meeting',
    weight: 3,
    address: (group) => `/g/group-${group}/meetings/${id('e', group * each.meetings)}`
  },
  { name: 'notes', weight: 1, address: (group) => `/g/group-${group}/notes` },
  {
    name: 'note',
    weight: 3,
    address: (group, random) => `/g/group-${group}/notes/${id('t', past(group, random))}`
  },
  { name: 'archive', weight: 1, address: (group) => `/g/group-${group}/archive` },
  { name: 'members', weight: 1, address: (group) => `/g/group-${group}/members` },
  {
    name: 'feed, a day',
    weight: 4,
    address: (_group, random) => `/feed/${dayNumbered(days - 1 - Math.floor(random() * 30))}`
  },
  {
    name: 'paper',
    weight: 2,
    address: (_group, random, { papers }) => `/papers/${idNumbered(Math.floor(random() * papers))}`
  },
  {
    name: 'search',
    weight: 1,
    address: (_group, random) =>
      `/search?q=${['grokking', 'sparse circuits', 'kernel prior', 'scaling'][Math.floor(random() * 4)]}`
  },
  { name: 'settings', weight: 1, address: () => '/settings' }
];

/** Somebody signed in, and the number of their group. */
export interface Reader {
  group: number;
  cookie: string;
}

/** People of groups drawn by lot, each with a session. */
export async function readers(many: number, { groups }: Size): Promise<Reader[]> {
  const random = seeded(11);
  return Promise.all(
    Array.from({ length: many }, async () => {
      const group = Math.floor(random() * groups);
      const member = group * each.members + Math.floor(random() * each.members);
      const { name, value } = sessionCookie(await openSession(id('a', member), 'bench'));
      return { group, cookie: `${name}=${value}` };
    })
  );
}
