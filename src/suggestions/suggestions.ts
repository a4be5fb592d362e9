/** What a group did with a paper, the weightiest last. Withdrawn speaks against it, everything else for it. */
export type Touch = 'withdrawn' | 'proposed' | 'wanted' | 'approved' | 'discussed';

/** What a group did with a paper of its past that a suggestion may be like. */
export type Liking = Exclude<Touch, 'withdrawn'>;

/** Why a paper is suggested: a paper of the group's past, and the terms that the two share. */
export interface Reason {
  like: {
    paperId: string;
    /** With its TeX, as `papers` keeps it. */
    title: string;
    kind: Liking;
    /** ISO date in the group's zone: the meeting, the ballot's closing, the first interest, the proposal. */
    on: string;
  };
  /** One to three, the weightiest first, as the suggested paper writes them. */
  terms: string[];
}

/** A paper that the group may like. */
export interface Suggestion {
  paperId: string;
  /** From 0 to 1, for ordering: papers alike to what the group chose against those it passed over; no probability. */
  score: number;
  reason: Reason;
}

/** What a paper says; titles and abstracts keep their TeX. */
export interface Readable {
  id: string;
  title: string;
  abstract: string;
}

/** What to say of a paper of the past, as in "like *Grokking as …*, discussed 3 May". */
export const toldAs: Record<Liking, string> = {
  discussed: 'discussed',
  approved: 'approved in a vote',
  wanted: 'wanted',
  proposed: 'proposed'
};

/** Papers that speak for a taste (and papers passed over) without which there is too little to learn from. */
export const fewestExamples = 8;
