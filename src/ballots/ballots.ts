/** How votes are cast and counted. */
export type Method = 'approval';

/** An approval vote: the nominations one would be glad to discuss; none of them is a vote too. */
export interface Vote {
  approved: string[];
}

/** The frozen outcome of a ballot. */
export interface Result {
  /** Nomination ids, best first; empty when the quorum was missed or "none of these" won. */
  winners: string[];
  votes: number;
  /** Approvals by nomination id. */
  approvals: Record<string, number>;
  /** Votes that approved of nothing. */
  noneOfThese: number;
  quorum: number;
  /** What decided between equals, if anything had to. */
  tieBreak: { between: string[]; by: 'longest wait' | 'draw'; seed?: string } | null;
}
