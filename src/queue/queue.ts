import * as v from 'valibot';

/** Papers to propose at most in characters: enough for any address, and for several sentences why. */
const longestPaper = 2_000;
const longestPitch = 2_000;

const Pitch = v.pipe(
  v.optional(v.string(), ''),
  v.trim(),
  v.maxLength(longestPitch, 'A pitch has at most 2,000 characters. The rest fits into the notes.')
);

/** Proposes a paper: anything one can paste, and a sentence why. */
export const NominationForm = v.object({
  paper: v.pipe(
    v.optional(v.string(), ''),
    v.trim(),
    v.nonEmpty('Paste an arXiv id, a DOI or an address of a paper.'),
    v.maxLength(longestPaper, 'That is too long for an id or an address.')
  ),
  pitch: Pitch,
  /** Where to go afterwards, as a path in this application. */
  back: v.optional(v.string())
});

export const PitchForm = v.object({ pitch: Pitch });
export const PointForm = v.object({ nomination: v.string() });

/** A nomination that waits, as a member sees it. */
export interface Waiting {
  id: string;
  paperId: string;
  title: string;
  authors: string[];
  /** Known from sources that count authors without naming them. */
  authorCount: number | null;
  /** The version arXiv has now, when it is newer than the one that was proposed. */
  newVersion: number | null;
  /** Whether there is one to read; `abstractOf` gives it. */
  hasAbstract: boolean;
  publishedOn: string | null;
  /** Markdown as it was written. */
  pitch: string;
  proposer: string;
  /** The reader proposed it. */
  own: boolean;
  proposedAt: Date;
  /** How many would like to discuss it. */
  interest: number;
  /** The reader is one of them. */
  interested: boolean;
}

/** What somebody said for a paper, and what became of it. */
export interface Proposal extends Omit<Standing, 'state'> {
  /** Joined: it became one with another proposal of the same work. */
  state: Standing['state'] | 'joined';
  by: string;
  /** Markdown as it was written. */
  pitch: string;
  proposedAt: Date;
  /** The arXiv version that was known then. */
  arxivVersion: number | null;
}

/** Where a paper stands in a group's queue. */
export interface Standing {
  groupSlug: string;
  groupName: string;
  nominationId: string;
  state: 'waiting' | 'chosen' | 'withdrawn';
  /** When it came to that. */
  since: Date;
}

const week = 7 * 24 * 60 * 60 * 1000;
const largestBonus = 3;

/** The rule of `inOrder` as people read it. */
export const orderSentence =
  'Order: interest + age bonus. Each full week of waiting counts like one more interested person, three at most; ' +
  'between equals the one that waits longer comes first.';

/** What waiting adds to interest: one for each full week, three at most. */
export function ageBonus(proposedAt: Date, now: Date): number {
  const weeks = Math.floor((now.getTime() - proposedAt.getTime()) / week);
  return Math.min(largestBonus, Math.max(0, weeks));
}

/** The queue's order: interest + age bonus, most first; equals by time of proposal, then by id. */
export function inOrder<Candidate extends Pick<Waiting, 'id' | 'interest' | 'proposedAt'>>(
  candidates: readonly Candidate[],
  now: Date
): Candidate[] {
  const score = (one: Candidate) => one.interest + ageBonus(one.proposedAt, now);
  return candidates.toSorted(
    (a, b) =>
      score(b) - score(a) ||
      a.proposedAt.getTime() - b.proposedAt.getTime() ||
      (a.id < b.id ? -1 : Number(a.id > b.id))
  );
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

/** A path in this application, or nothing: addresses elsewhere are not followed. */
export function localPath(text: string | undefined): string | undefined {
  return text && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text) ? text : undefined;
}
