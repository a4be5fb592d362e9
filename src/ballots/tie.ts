import { createHash } from 'node:crypto';
import type { TieBreak } from '#ballots/ballots.ts';
import type { Candidate } from '#ballots/counting.ts';

/**
 * Fills the seats from the places, best first. Where a place holds more options than seats are left, equals are told
 * apart in this order: somebody offers to lead it, the longest wait, a draw by the seed.
 */
export function fill(
  places: readonly string[][],
  seats: number,
  candidates: readonly Candidate[],
  seed: string
): { winners: string[]; tieBreak: TieBreak | null } {
  const byId = new Map(candidates.map((one) => [one.id, one]));
  const winners: string[] = [];
  for (const place of places) {
    const left = seats - winners.length;
    if (left <= 0) break;
    const ordered = inOrder(
      place.map((id) => byId.get(id)!),
      seed
    );
    winners.push(...ordered.slice(0, left).map(({ id }) => id));
    if (ordered.length > left) return { winners, tieBreak: tieAt(ordered, left, seed) };
  }
  return { winners, tieBreak: null };
}

function inOrder(equal: readonly Candidate[], seed: string): Candidate[] {
  const drawn = drawOrder(
    seed,
    equal.map(({ id }) => id)
  );
  const position = new Map(drawn.map((id, index) => [id, index]));
  return [...equal].sort(
    (a, b) =>
      Number(isOffered(b)) - Number(isOffered(a)) ||
      a.proposedAt.getTime() - b.proposedAt.getTime() ||
      position.get(a.id)! - position.get(b.id)!
  );
}

const isOffered = ({ offered }: Candidate) => offered === true;

/** What parted the last that came in from the first that did not. */
function tieAt(ordered: readonly Candidate[], left: number, seed: string): TieBreak {
  const [lastIn, firstOut] = [ordered[left - 1]!, ordered[left]!];
  const between = (those: readonly Candidate[]) => those.map(({ id }) => id).sort();
  if (isOffered(lastIn) !== isOffered(firstOut)) return { between: between(ordered), by: 'offer to lead' };
  const alike = ordered.filter((one) => isOffered(one) === isOffered(lastIn));
  const since = lastIn.proposedAt.getTime();
  if (since !== firstOut.proposedAt.getTime()) return { between: between(alike), by: 'longest wait' };
  const waiting = alike.filter(({ proposedAt }) => proposedAt.getTime() === since);
  return { between: between(waiting), by: 'draw', seed };
}

/**
 * The order a seed gives: ids by the SHA-256, in hexadecimal, of `seed:id`, lowest first. The same on every machine,
 * so that anyone can repeat a draw: `printf '%s' 'seed:id' | sha256sum`.
 */
export function drawOrder(seed: string, ids: readonly string[]): string[] {
  const digest = (id: string) => createHash('sha256').update(`${seed}:${id}`).digest('hex');
  return ids
    .map((id) => ({ id, key: digest(id) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ id }) => id);
}

/** The order in which one voter sees the options: their own, and the same at every visit. */
export function shuffleFor(ballotId: string, accountId: string, ids: readonly string[]): string[] {
  return drawOrder(`${ballotId}:${accountId}`, ids);
}
