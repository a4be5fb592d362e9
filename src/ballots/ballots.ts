import type { Marks, Rules } from '#ballots/rules.ts';

/** A vote as it is kept. Approvals are a list, as they have been from the beginning. */
export type Vote = { approved: string[] } | { marks: Marks };

/** What was counted for one option. */
export interface Count {
  /** Approvals, dots or points; in a ranking the votes that prefer it to "none of these". */
  points: number;
  /** Votes that gave it anything. */
  supporters: number;
}

/** Who was preferred to whom in a ranked ballot; options in the order of `ids`, of which one is "none of these". */
export interface Duels {
  ids: string[];
  /** `preferred[a][b]`: votes that rank a above b. */
  preferred: number[][];
  /** `strongest[a][b]`: the strongest path from a to b; 0 where there is none, or where one left the queue. */
  strongest: number[][];
}

/** What decided between equals for the last places. */
export interface TieBreak {
  /** The options that were equal, as far as the rule that decided is concerned. */
  between: string[];
  by: 'offer to lead' | 'longest wait' | 'draw';
  /** A draw can be recomputed from it (`drawOrder`). */
  seed?: string;
}

/** The frozen outcome of a ballot. */
export interface Result {
  rules: Rules;
  /** How many could win. */
  seats: number;
  /** Nomination ids, best first; empty when the quorum was missed or "none of these" won. */
  winners: string[];
  votes: number;
  /** By nomination id. */
  counts: Record<string, Count>;
  /** Votes that support nothing. */
  noneOfThese: number;
  quorum: number;
  /** How many might have voted when it closed. */
  eligible: number;
  /** Nominations that had left the queue before the closing, and so could not win. */
  gone: string[];
  /** What could be chosen, best first; options of one place are equal by the count. */
  places: string[][];
  /** Of a ranked ballot. */
  duels: Duels | null;
  /** Null when nothing had to be broken. */
  tieBreak: TieBreak | null;
}

/** What brought a result about, in one word. */
export type Outcome = 'chosen' | 'quorum missed' | 'none of these' | 'nothing left';

/** @returns why the ballot ended as it did */
export function outcomeOf({ winners, votes, quorum, counts, gone }: Result): Outcome {
  if (winners.length > 0) return 'chosen';
  if (votes < quorum) return 'quorum missed';
  const isSupported = Object.entries(counts).some(
    ([id, { supporters }]) => supporters > 0 && !gone.includes(id)
  );
  return isSupported ? 'none of these' : 'nothing left';
}

/** What a ballot needs to open; 3 to 8 options are good, 2 to 20 possible. */
export interface Opening {
  title: string;
  nominationIds: string[];
  closesAt: Date;
  /** Votes needed for a result. */
  quorum: number;
  /** Approval unless said otherwise. */
  rules?: Rules;
  /** How many can win, one unless said otherwise. */
  seats?: number;
  /** When voting begins, at once unless said otherwise. */
  opensAt?: Date | null;
  /** When those who have not voted are reminded by mail; never, unless said otherwise. */
  remindsAt?: Date | null;
}

/** A ballot in the list. */
export interface Listed {
  id: string;
  title: string;
  rules: Rules;
  /** May be still to come. */
  opensAt: Date;
  closesAt: Date;
  closedAt: Date | null;
  /** It was taken back, and decides nothing. */
  withdrawnAt: Date | null;
  options: number;
  /** How many have voted. */
  voted: number;
  /** The reader is one of them. */
  mine: boolean;
  /** Titles of what it chose. */
  winners: string[];
}

/** A nomination on a ballot. */
export interface Option {
  nominationId: string;
  paperId: string;
  title: string;
  authors: string[];
  authorCount: number | null;
  abstract: string;
  pitch: string;
  proposer: string;
  /** Who offers to lead it if it is chosen. */
  lead: { name: string; isMe: boolean } | null;
  /** It left the queue, and cannot win any more. */
  gone: boolean;
}

/** The count so far, for who has voted. */
export type Tally = Pick<Result, 'counts' | 'noneOfThese'>;

/** A ballot as one member may see it. What others voted is not in it. */
export interface View {
  id: string;
  title: string;
  rules: Rules;
  seats: number;
  /** May be still to come. */
  opensAt: Date;
  closesAt: Date;
  closedAt: Date | null;
  /** It was taken back, and decides nothing. */
  withdrawnAt: Date | null;
  remindsAt: Date | null;
  remindedAt: Date | null;
  quorum: number;
  /** In the reader's own order while it is open; as the result has them once it is closed. */
  options: Option[];
  /** What the reader marked; null before they voted. */
  mine: Marks | null;
  /** How many have voted. */
  voted: number;
  /**
   * Who has voted, by name; not what. Null for who sees the count of an open ballot: a name that appears while the
   * counts change would tell what that person voted.
   */
  voters: string[] | null;
  /** How many may vote. */
  eligible: number;
  /** The count so far: null until the reader has voted or the ballot is closed. */
  tally: Tally | null;
  /** Frozen at the closing. */
  result: Result | null;
}
