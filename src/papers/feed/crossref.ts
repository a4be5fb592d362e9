import * as v from 'valibot';
import { isDay } from '../days.ts';
import { readIdentifier } from '../identifiers.ts';
import { pagesOfRange } from '../length.ts';
import { cleanText, foldText } from '../text.ts';
import { Unreadable } from './listed.ts';

/** What Crossref knows of a DOI; what it does not tell is absent. Markup is taken out, mathematics stays as text. */
export interface Registered {
  title?: string;
  abstract?: string;
  authors?: string[];
  /** ISO date; absent when only the year or the month is known. */
  publishedOn?: string;
  venue?: string;
  pages?: number;
  /** The arXiv id of the same work, without version. */
  arxivId?: string;
}

/**
 * Reads the answer of `/works/{doi}`. Throws `Unreadable` when it is no work.
 * Source: https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md
 */
export function readCrossrefWork(json: unknown): Registered {
  const read = v.safeParse(Answer, json);
  if (!read.success) throw new Unreadable('Crossref did not answer with a work.');
  const work = read.output.message;
  const title = firstText(work.title);
  const abstract = textOf(work.abstract).replace(/^Abstract\s+/i, '');
  const venue = firstText(work['container-title']) || textOf(nameOf(work.event));
  const dates = [work.published, work['published-online'], work['published-print'], work.issued, work.posted];
  const publishedOn = dates.map(dayOf).find((day) => day !== undefined);
  const authors = namesOf(work.author);
  const pages = pagesOfRange(textOf(work.page));
  const arxivId = arxivIdIn(work.relation);
  return {
    ...(arxivId && { arxivId }),
    ...(authors.length > 0 && { authors }),
    ...(title && { title }),
    ...(abstract && { abstract }),
    ...(venue && { venue }),
    ...(publishedOn && { publishedOn }),
    ...(pages && { pages })
  };
}

const Answer = v.object({
  message: v.object({
    DOI: v.string(),
    title: v.optional(v.unknown()),
    abstract: v.optional(v.unknown()),
    author: v.optional(v.unknown()),
    event: v.optional(v.unknown()),
    relation: v.optional(v.unknown()),
    'container-title': v.optional(v.unknown()),
    page: v.optional(v.unknown()),
    published: v.optional(v.unknown()),
    'published-online': v.optional(v.unknown()),
    'published-print': v.optional(v.unknown()),
    issued: v.optional(v.unknown()),
    posted: v.optional(v.unknown())
  })
});

/** More than the largest collaborations have, and longer than any abstract. */
const mostAuthors = 10_000;
const longestText = 50_000;

function namesOf(authors: unknown): string[] {
  if (!Array.isArray(authors)) return [];
  return authors
    .slice(0, mostAuthors)
    .map((author: unknown) => {
      const { given, family, name } = (author ?? {}) as Record<string, unknown>;
      return [textOf(given), textOf(family)].filter((part) => part !== '').join(' ') || textOf(name);
    })
    .filter((name) => name !== '');
}

/** How Crossref calls it that two records are of one work. */
const samenesses = [
  'has-preprint',
  'is-preprint-of',
  'is-version-of',
  'has-version',
  'is-identical-to',
  'is-same-as'
];

/** `{"has-preprint": [{"id-type": "arxiv", "id": "2606.00001"}]}`, or with a DOI such as `10.48550/arXiv.2606.00001`. */
function arxivIdIn(relation: unknown): string | undefined {
  const read = v.safeParse(v.record(v.string(), v.unknown()), relation);
  const others = read.success ? samenesses.flatMap((name) => read.output[name] ?? []) : [];
  for (const other of others) {
    const named = v.safeParse(v.object({ id: v.string() }), other);
    const found = named.success ? readIdentifier(named.output.id) : null;
    if (found && 'arxivId' in found) return found.arxivId;
  }
  return undefined;
}

function nameOf(event: unknown): unknown {
  return event && typeof event === 'object' && 'name' in event ? event.name : undefined;
}

function firstText(texts: unknown): string {
  return textOf(Array.isArray(texts) ? texts[0] : texts);
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The text of a fragment of JATS or HTML, on one line. */
function textOf(value: unknown): string {
  if (typeof value !== 'string') return '';
  const plain = value
    .slice(0, longestText)
    .replace(/<\/?[a-zA-Z][^<>]{0,500}>/g, (tag) =>
      /^<\/?(?:jats:)?(?:p|title|sec|list-item)\b/i.test(tag) ? ' ' : ''
    )
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (whole, name: string) => entities[name] ?? whole);
  return foldText(cleanText(plain));
}

/** `{"date-parts": [[2026, 6, 12]]}`: only a whole date counts, a year alone is no day. */
function dayOf(date: unknown): string | undefined {
  const read = v.safeParse(v.object({ 'date-parts': v.array(v.array(v.unknown())) }), date);
  const [year, month, day] = read.success ? (read.output['date-parts'][0] ?? []) : [];
  if (![year, month, day].every((part) => Number.isInteger(part))) return undefined;
  const iso = [
    String(year).padStart(4, '0'),
    ...[month, day].map((part) => String(part).padStart(2, '0'))
  ].join('-');
  return isDay(iso) ? iso : undefined;
}
