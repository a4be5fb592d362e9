/** A paper as a source listed it on a day. Dates are ISO days in UTC; titles and abstracts keep their TeX. */
export interface ListedPaper {
  arxivId: string;
  title: string;
  abstract: string;
  authors: string[];
  publishedOn: string;
  /** The day it was featured; absent when the source does not say. */
  listedOn?: string;
  submittedBy?: string;
  upvotes: number;
  commentCount?: number;
  /** http(s) only, as `codeUrl`. */
  projectUrl?: string;
  codeUrl?: string;
  /** Written by a machine: to be shown as such, with its model. */
  aiSummary?: string;
  aiSummaryModel?: string;
  withdrawn?: true;
}

/** An item of a list that could not be read, and why, as a sentence for the feed's health line. */
export interface Malformed {
  /** From 0. */
  index: number;
  reason: string;
}

/** An upstream's answer that is not what it should be as a whole: an error, HTML, half a body. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}
