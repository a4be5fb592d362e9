import type { Asks, Entry } from '../table.ts';

/** Rows of operations: by method, and what follows the part of the address that they share. */
export type Rows = Record<string, Asks | Entry>;

/** A row with a body that the operation would take. */
export const op = (asks: Asks, body: Entry['body'] = () => ({}), more: Partial<Entry> = {}): Entry => ({
  ...{ asks, body, ...more }
});

/** For what takes away what others need. */
export const last = { last: 1 } as const;

export const days = { from: '2031-01-01', until: '2031-01-02' };
export const hour = { title: 'Extra', date: '2031-05-02', time: '18:00', duration: 60, place: '' };
export const soon = () => new Date(Date.now() + 2 * 86_400_000).toISOString();
