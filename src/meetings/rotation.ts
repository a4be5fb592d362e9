import { createHash } from 'node:crypto';

/** What one member has behind them when a lead is sought. */
export interface Record {
  accountId: string;
  /** At how many meetings they were. */
  there: number;
  /** How many items they led or are to lead. */
  turns: number;
  lastLedAt: Date | null;
}

/**
 * Who is to lead next, first of all first: whoever was at the most meetings for each turn, the one sought now
 * counted in both, as D'Hondt's method gives seats for votes. Among people who always come turns differ by one at
 * most; who comes half as often leads about half as often. Between equals, who has led least,
 * then who has not led for longest, then a draw.
 */
export function inTurn(people: readonly Record[], seed: string): Record[] {
  const drawn = drawOrder(
    seed,
    people.map(({ accountId }) => accountId)
  );
  const place = new Map(drawn.map((accountId, index) => [accountId, index]));
  return people.toSorted(
    (a, b) =>
      (b.there + 1) * (a.turns + 1) - (a.there + 1) * (b.turns + 1) ||
      a.turns - b.turns ||
      (a.lastLedAt?.getTime() ?? 0) - (b.lastLedAt?.getTime() ?? 0) ||
      place.get(a.accountId)! - place.get(b.accountId)!
  );
}

/**
 * The order a seed gives: ids by the SHA-256, in hexadecimal, of `seed:id`, lowest first, as ballots draw too.
 * Anyone can repeat it: `printf '%s' 'seed:id' | sha256sum`.
 */
export function drawOrder(seed: string, ids: readonly string[]): string[] {
  const digest = (id: string) => createHash('sha256').update(`${seed}:${id}`).digest('hex');
  return ids
    .map((id) => ({ id, key: digest(id) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ id }) => id);
}
