/**
 * What a source tells of a paper; what it does not tell is absent. Dates are ISO days in UTC; titles and abstracts
 * keep their TeX.
 */
export interface Described {
  arxivId: string;
  version?: number;
  /** In lower case. */
  doi?: string;
  title: string;
  abstract: string;
  authors: string[];
  publishedOn?: string;
  /** Of the newest version. */
  revisedOn?: string;
  venue?: string;
  /** As its authors count them. */
  pages?: number;
  /** arXiv's own classes only, the primary one first. */
  categories?: string[];
  keywords?: string[];
  /** http(s) only, as `codeUrl`. */
  projectUrl?: string;
  codeUrl?: string;
}

/** A paper as a source listed it on a day. */
export interface ListedPaper extends Described {
  /** The day it was featured; absent when the source does not say. */
  listedOn?: string;
  submittedBy?: string;
  upvotes: number;
  commentCount?: number;
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

/** An answer as JSON. @throws Unreadable with the sentence when it is none */
export function readJson(body: string, otherwise: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new Unreadable(otherwise, { cause });
  }
}
