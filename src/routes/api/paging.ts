import * as v from 'valibot';
import { Invalid } from '../../failures.ts';

/** Where the next page begins; null on the last one. */
export const Next = v.nullable(v.string());

const cursor = v.optional(v.pipe(v.string(), v.maxLength(400, 'This is no cursor of ours.')));

/** The query of a list whose pages are as long as those one sees. */
export const numbered = { cursor };

/** The query of a list that comes in pages. */
export function pages(initially: number, most = 500) {
  return {
    cursor,
    limit: v.optional(
      v.pipe(
        v.number('Give a whole number.'),
        v.integer('Give a whole number.'),
        v.minValue(1, 'At least one.'),
        v.maxValue(most, `At most ${most} at once.`)
      ),
      initially
    )
  };
}

interface Wanted {
  cursor?: string | undefined;
  limit: number;
}

/** One page of a list that the database hands out by pages: `list` starts after the item it is given. */
export async function pageFrom<Item extends { id: string }>(
  { cursor, limit }: Wanted,
  list: (after: string | null, limit: number) => Promise<Item[]>
): Promise<{ items: Item[]; next: string | null }> {
  const found = await list(cursor === undefined ? null : opened(cursor)[0], limit + 1);
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? sealed(items.at(-1)!.id, 0) : null };
}

/**
 * One page of a list that is there as a whole. It goes on after the last item of the page before, or, when that has left
 * the list meanwhile, at its place.
 */
export function pageOf<Item>(
  all: readonly Item[],
  { cursor, limit }: Wanted,
  idOf: (item: Item) => string
): { items: Item[]; next: string | null } {
  const start = cursor === undefined ? 0 : startAfter(all, cursor, idOf);
  const items = all.slice(start, start + limit);
  const end = start + items.length;
  return { items, next: end < all.length ? sealed(idOf(items.at(-1)!), end) : null };
}

/** One page of a list whose pages have numbers, from 1. */
export async function numberedPage<Item>(
  at: string | undefined,
  list: (page: number) => Promise<{ items: Item[]; hasMore: boolean }>
): Promise<{ items: Item[]; next: string | null }> {
  const page = at === undefined ? 1 : opened(at)[1];
  const { items, hasMore } = await list(page);
  return { items, next: hasMore ? sealed('', page + 1) : null };
}

function startAfter<Item>(all: readonly Item[], cursor: string, idOf: (item: Item) => string): number {
  const [id, place] = opened(cursor);
  const at = all.findIndex((item) => idOf(item) === id);
  return at === -1 ? Math.max(0, place - 1) : at + 1;
}

function sealed(id: string, place: number): string {
  return Buffer.from(JSON.stringify([id, place])).toString('base64url');
}

const Opened = v.tuple([v.string(), v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))]);

function opened(cursor: string): [string, number] {
  try {
    return v.parse(Opened, JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new Invalid({ cursor: 'This is no cursor of ours.' });
  }
}
