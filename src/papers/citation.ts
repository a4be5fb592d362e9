import { isDay } from './days.ts';
import { keyOf, type Key } from './identifier-lines.ts';
import { type PastedEntry } from './pasted.ts';
import { foldText, plainText } from './text.ts';

/** What a BibTeX entry and a RIS record both say about a paper, as they say it. */
export interface Citation {
  title?: string | undefined;
  abstract?: string | undefined;
  authors: string[];
  /** Whether "and others" stands behind the authors. */
  hasMoreAuthors?: boolean;
  venue?: string | undefined;
  /** Only a whole date counts: a year alone is no day. */
  date?: string | undefined;
  /** Where an identifier may stand, the surest first. */
  sources: (string | undefined)[];
  url?: string | undefined;
}

/** The entry that a citation makes, or null when it names no paper: neither a title nor an identifier. */
export function entryOf(citation: Citation, line: number, endLine: number): PastedEntry | null {
  const entry: PastedEntry = { line, endLine };
  const title = withoutBraces(citation.title);
  const abstract = withoutBraces(citation.abstract);
  const authors = citation.authors
    .slice(0, mostAuthors)
    .map(authorName)
    .filter((name) => name !== '');
  const publishedOn = wholeDate(citation.date);
  const venue = venueOf(citation.venue);
  if (title) entry.title = title;
  if (abstract) entry.abstract = abstract;
  if (authors.length > 0) entry.authors = authors;
  if (authors.length > 0 && !citation.hasMoreAuthors && citation.authors.length <= mostAuthors) {
    entry.authorCount = authors.length;
  }
  if (publishedOn) entry.publishedOn = publishedOn;
  if (venue) entry.venue = venue;
  Object.assign(entry, keyAmong([...citation.sources, citation.url]), webAddress(citation.url));
  return entry.title || entry.arxivId || entry.doi ? entry : null;
}

/** Longer than any abstract. */
const longestText = 20_000;

/** More than the largest collaborations have. */
const mostAuthors = 10_000;

/** The first arXiv id and the first DOI. */
function keyAmong(sources: (string | undefined)[]): Key {
  const key: Key = {};
  for (const source of sources) {
    const found = source ? keyOf(source.trim()) : null;
    if (found?.arxivId) key.arxivId ??= found.arxivId;
    if (found?.doi) key.doi ??= found.doi;
  }
  return key;
}

/** An address that says nothing but the key is not kept beside it. */
function webAddress(url: string | undefined): { url?: string } {
  const address = url?.trim() ?? '';
  const isWeb = /^https?:\/\//i.test(address) && address.length <= 2000 && URL.canParse(address);
  return isWeb && !keyOf(address) ? { url: address } : {};
}

/** arXiv is where a preprint is kept, and CoRR its other name: it appeared nowhere yet. */
function venueOf(text: string | undefined): string {
  const venue = withoutBraces(text);
  return /\barxiv\b|^(?:abs\/|corr\b)/i.test(venue) ? '' : venue;
}

/** `Hopper, Grace` is Grace Hopper. */
function authorName(name: string): string {
  const plain = withoutBraces(name);
  const [last = '', ...first] = plain.split(',').map((part) => part.trim());
  return [...first.reverse(), last].filter((part) => part !== '').join(' ');
}

/** Braces of BibTeX protect capitals; those of a formula, or of a script outside of one, stay. */
function withoutBraces(text: string | undefined): string {
  if (!text) return '';
  return foldText(plainText(text.slice(0, longestText)))
    .split(/(\$[^$]*\$|[_^]\{[^{}]*\})/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[{}]/g, '')))
    .join('');
}

function wholeDate(text: string | undefined): string | undefined {
  const [, year, month = '', day = ''] =
    /^\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:\/|\s|T|$)/.exec(text ?? '') ?? [];
  if (!year) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : undefined;
}
