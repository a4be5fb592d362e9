import * as v from 'valibot';
import { orders, readings, sources } from '#papers/names.ts';

/** What is looked through at once: a stretch of feed days, or what Hugging Face calls trending. */
export type Span = Stretch | { kind: 'trending'; name: 'trending' };

/** A stretch of feed days. Dates are ISO dates, both within. */
export interface Stretch {
  kind: 'day' | 'week' | 'month';
  /** As it stands in the address: `2026-11-23`, `2026-W48`, `2026-11`. */
  name: string;
  from: string;
  to: string;
}

const dayLength = 86_400_000;
const iso = (moment: number) => new Date(moment).toISOString().slice(0, 10);
const start = (day: string) => Date.parse(`${day}T00:00Z`);

/** Reads the name of a span; null when it names none. */
export function spanOf(name: string): Span | null {
  return name === 'trending' ? { kind: 'trending', name } : stretchOf(name);
}

/** Reads the name of a stretch; null when it names none between 1991, when arXiv began, and 2100. */
export function stretchOf(name: string): Stretch | null {
  const span = dayOf(name) ?? weekOf(name) ?? monthOf(name);
  return span && span.from >= '1991' && span.to < '2100' ? span : null;
}

function dayOf(name: string): Stretch | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(name)) return null;
  const moment = start(name);
  return !Number.isNaN(moment) && iso(moment) === name ? { kind: 'day', name, from: name, to: name } : null;
}

/** Weeks begin on Monday; the first has the year's first Thursday (ISO 8601). */
function weekOf(name: string): Stretch | null {
  const [, year, number] = /^(\d{4})-W(\d\d)$/.exec(name) ?? [];
  if (!year) return null;
  const fourth = start(`${year}-01-04`);
  const monday = fourth - mondayOffset(fourth) * dayLength + (Number(number) - 1) * 7 * dayLength;
  const span: Stretch = { kind: 'week', name, from: iso(monday), to: iso(monday + 6 * dayLength) };
  return weekNameOf(span.from) === name ? span : null;
}

function monthOf(name: string): Stretch | null {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(name)) return null;
  const next = new Date(start(`${name}-01`));
  next.setUTCMonth(next.getUTCMonth() + 1);
  return { kind: 'month', name, from: `${name}-01`, to: iso(next.getTime() - dayLength) };
}

/** The week a day lies in. @param day ISO date */
export function weekNameOf(day: string): string {
  const thursday = start(day) + (3 - mondayOffset(start(day))) * dayLength;
  const year = new Date(thursday).getUTCFullYear();
  const number = 1 + Math.floor((thursday - start(`${year}-01-01`)) / (7 * dayLength));
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** Days since Monday. */
function mondayOffset(moment: number): number {
  return (new Date(moment).getUTCDay() + 6) % 7;
}

/** The spans of the same kind right before and after. */
export function neighboursOf({ kind, from, to }: Stretch): { earlier: string; later: string } {
  const [before, after] = [iso(start(from) - dayLength), iso(start(to) + dayLength)];
  if (kind === 'week') return { earlier: weekNameOf(before), later: weekNameOf(after) };
  if (kind === 'month') return { earlier: before.slice(0, 7), later: after.slice(0, 7) };
  return { earlier: before, later: after };
}

const Words = v.fallback(v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(200)), '');
const Tick = v.fallback(
  v.pipe(
    v.optional(v.string(), ''),
    v.transform((value) => value !== '')
  ),
  false
);

const Page = v.fallback(
  v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(1000)),
  1
);

/** What of the feed somebody wants to see, as it stands in the address; what cannot be read counts as absent. */
export const Filters = v.object({
  category: v.fallback(
    v.pipe(v.optional(v.string(), ''), v.trim(), v.regex(/^$|^[a-z-]+(?:\.[A-Za-z-]+)?$/), v.maxLength(20)),
    ''
  ),
  words: Words,
  author: Words,
  source: v.fallback(v.picklist(['', ...sources]), ''),
  code: Tick,
  unseen: Tick,
  order: v.fallback(v.picklist(orders), 'votes'),
  page: Page
});
export type Filters = v.InferOutput<typeof Filters>;

/** Reads the filters of an address. */
export function filtersOf(query: URLSearchParams): Filters {
  return v.parse(Filters, Object.fromEntries(query));
}

/** The filters as they stand in an address after `?`, the usual ones and the page left out. */
export function queryOf(filters: Filters): string {
  const query = new URLSearchParams();
  for (const name of ['category', 'words', 'author', 'source'] as const)
    if (filters[name]) query.set(name, filters[name]);
  for (const name of ['code', 'unseen'] as const) if (filters[name]) query.set(name, 'on');
  if (filters.order !== 'votes') query.set('order', filters.order);
  return query.toString();
}

const PaperId = v.pipe(v.optional(v.string(), ''), v.maxLength(16));

/** A paper that was put aside, or that comes back. */
export const SeenForm = v.object({ paper: PaperId });

export const MuteForm = v.object({
  word: v.pipe(
    v.optional(v.string(), ''),
    v.trim(),
    v.toLowerCase(),
    v.nonEmpty('Write the word whose papers you do not want to see.'),
    v.maxLength(60, 'At most 60 characters.'),
    v.regex(/[\p{L}\p{N}]/u, 'A word has letters.')
  )
});

export const SaveFilterForm = v.object({
  name: v.pipe(
    v.optional(v.string(), ''),
    v.trim(),
    v.nonEmpty('Give the filter a name.'),
    v.maxLength(40, 'At most 40 characters.')
  )
});

export const ForgetForm = v.object({ filter: PaperId });

/** Which of the papers one reads, as it stands in the address; what cannot be read counts as absent. */
export const ReadingList = v.object({
  as: v.fallback(v.picklist(readings), 'to-read'),
  page: Page
});

/** How far one has read a paper; empty when one takes that back. */
export const ReadingForm = v.object({ reading: v.optional(v.picklist(['', ...readings]), '') });
