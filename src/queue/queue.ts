import type { paperReader } from '#papers/schema.ts';

import type { Ranked } from '#queue/order.ts';

/** One of a group's queues. */
export interface Queue {
  id: string;
  name: string;
  isByHand: boolean;
  closedAt: Date | null;
  /** How many nominations wait in it, snoozed ones too. */
  waiting: number;
}

/** How far somebody has read a paper. */
export type Reading = NonNullable<(typeof paperReader.$inferSelect)['reading']>;

/** A nomination that waits, as a member sees it. */
export interface Waiting extends Ranked {
  queueId: string;
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
  /** The reader is one of those who would like to discuss it. */
  interested: boolean;
  pinnedBy: string | null;
  snoozedUntil: Date | null;
  snoozedBy: string | null;
  /** Since when the group is asked whether to keep it, and when it leaves if nobody does. */
  askedAt: Date | null;
  leavesAt: Date | null;
  leadWanted: boolean;
  /** Who offers to lead it, the earliest first; whether the reader does. */
  leaders: string[];
  leading: boolean;
  comments: number;
  /** Who of the group has it to read, skimmed it or read it; how far the reader is. */
  readers: { name: string; reading: Reading }[];
  reading: Reading | null;
  /** Proposals of the same work that were merged into this one, pitches as they were written. */
  merged: { by: string; pitch: string }[];
  /** The group chose this paper before. */
  chosenBefore: boolean;
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
  /** What was said below it. */
  comments: number;
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

/** A path in this application, or nothing: addresses elsewhere are not followed. */
export function localPath(text: string | undefined): string | undefined {
  return text && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text) ? text : undefined;
}
