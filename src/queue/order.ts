/** What the order of a queue depends on. */
export interface Ranked {
  id: string;
  interest: number;
  proposedAt: Date;
  /** Ballots that it lost although somebody voted for it. */
  lost: number;
  /** Since when it is pinned to the top. */
  pinnedAt: Date | null;
}

const week = 7 * 24 * 60 * 60 * 1000;
const largestBonus = 3;
const largestCarry = 2;

/** The rule of `inOrder` as people read it. */
export const orderSentence =
  'Order: interest + age bonus + carry-over. Each full week of waiting counts like one more interested person, three ' +
  'at most; each ballot it lost although somebody voted for it counts like one, two at most; between equals the one ' +
  'that waits longer comes first.';

/** What waiting adds to interest: one for each full week, three at most. */
export function ageBonus(proposedAt: Date, now: Date): number {
  const weeks = Math.floor((now.getTime() - proposedAt.getTime()) / week);
  return Math.min(largestBonus, Math.max(0, weeks));
}

/** What a nomination keeps of ballots that it lost: one for each, two at most. */
export function carryOver(lost: number): number {
  return Math.min(largestCarry, Math.max(0, lost));
}

/** The numbers that give a nomination its place. */
export function scoreOf({ interest, proposedAt, lost }: Omit<Ranked, 'id' | 'pinnedAt'>, now: Date) {
  const [age, carried] = [ageBonus(proposedAt, now), carryOver(lost)];
  return { interest, age, carried, total: interest + age + carried };
}

/** The order by interest: what is pinned, the earliest first; then by score, most first; equals by time, then by id. */
export function inOrder<Candidate extends Ranked>(candidates: readonly Candidate[], now: Date): Candidate[] {
  const pin = ({ pinnedAt }: Candidate) => pinnedAt?.getTime() ?? Infinity;
  const score = new Map(candidates.map((one) => [one.id, scoreOf(one, now).total]));
  return candidates.toSorted(
    (a, b) => (pin(a) === pin(b) ? 0 : pin(a) - pin(b)) || score.get(b.id)! - score.get(a.id)! || byTime(a, b)
  );
}

/** The order by hand: by place; what nobody has placed yet comes last, as it came in. */
export function asPlaced<Candidate extends Pick<Ranked, 'id' | 'proposedAt'> & { place: number | null }>(
  candidates: readonly Candidate[]
): Candidate[] {
  const place = (one: Candidate) => one.place ?? Infinity;
  return candidates.toSorted((a, b) => (place(a) === place(b) ? byTime(a, b) : place(a) - place(b)));
}

function byTime(a: Pick<Ranked, 'id' | 'proposedAt'>, b: Pick<Ranked, 'id' | 'proposedAt'>): number {
  return a.proposedAt.getTime() - b.proposedAt.getTime() || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/** Where to put something in a queue that is sorted by hand. */
export type Target = { before: string } | { after: string } | 'top' | 'end';

/**
 * A list in which one id was moved; the others keep their order among each other. What is said relative to the others
 * holds whatever somebody else moved in between.
 * @returns the list as it was when the id or the one beside it is not there, or is the same
 */
export function placed(ids: readonly string[], moved: string, to: Target): string[] {
  const rest = ids.filter((id) => id !== moved);
  const beside = typeof to === 'string' ? null : 'before' in to ? to.before : to.after;
  if (rest.length === ids.length || (beside !== null && !rest.includes(beside))) return [...ids];
  if (to === 'top') return [moved, ...rest];
  if (to === 'end') return [...rest, moved];
  return rest.toSpliced(rest.indexOf(beside!) + ('after' in to ? 1 : 0), 0, moved);
}

/** Keeps the places of what is on the screen: what stood there stays in its order, what is new comes after it. */
export function keepingPlaces<Candidate extends { id: string }>(
  candidates: readonly Candidate[],
  shownIds: readonly string[]
): Candidate[] {
  const place = new Map(shownIds.map((id, index) => [id, index]));
  const placeOf = ({ id }: Candidate) => place.get(id) ?? Infinity;
  return candidates.toSorted((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)));
}
