import { fromTex } from '#markdown/tex.ts';
import { stopWords } from './stopwords.ts';
import type { Readable } from './suggestions.ts';

/** A term as it stands in a text: one word, or two that follow each other. */
interface Found {
  /** In lower case, without accents, in the singular where that is plain to see: `neural network`. */
  term: string;
  /** As the text writes it: `neural networks`. */
  written: string;
}

/** Characters read of an abstract; feeds hold texts of any length. */
const longestText = 6_000;
const longestWord = 40;
/** A word of the title counts as so many of the abstract. */
const titleCounts = 2;

/** How often each term occurs in a paper's title and abstract. Formulas and addresses are no terms. */
export function countTerms({ title, abstract }: Omit<Readable, 'id'>): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (text: string, times: number) =>
    eachTerm(text, ({ term }) => void counts.set(term, (counts.get(term) ?? 0) + times));
  add(title, titleCounts);
  add(abstract, 1);
  return counts;
}

/** The given terms as a paper first writes them, in the order given; words in lower case unless they are names. */
export function asWritten({ title, abstract }: Omit<Readable, 'id'>, terms: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const text of [abstract, title]) {
    eachTerm(text, ({ term, written }) => {
      if (terms.includes(term) && !first.has(term)) first.set(term, uncapitalised(written));
    });
  }
  return terms.map((term) => first.get(term) ?? term);
}

/** `Feature learning` → `feature learning`, but `ReLU` and `LLMs` stay. */
function uncapitalised(written: string): string {
  return written.replace(/[\p{L}\p{N}]+/gu, (word) =>
    /\p{Lu}/u.test(word.slice(1)) ? word : word.toLowerCase()
  );
}

function eachTerm(text: string, take: (found: Found) => void): void {
  const plain = readable(text);
  let before: { word: string; start: number; end: number } | undefined;
  for (const { 0: written, index: start } of plain.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const word = folded(written);
    const end = start + written.length;
    if (word === undefined) {
      before = undefined;
      continue;
    }
    take({ term: word, written });
    if (before && /^(?:\s+|[-‐‑])$/.test(plain.slice(before.end, start))) {
      take({ term: `${before.word} ${word}`, written: plain.slice(before.start, end).replace(/\s+/g, ' ') });
    }
    before = { word, start, end };
  }
}

/** Words with their TeX made characters; a formula or an address parts what stands around it. */
function readable(text: string): string {
  const start = text.slice(0, longestText);
  if (!/[\\$`{~]|--|''|https?:/.test(start)) return start;
  return fromTex(
    start,
    (plain) => plain,
    () => ' · '
  );
}

/** @returns undefined for what is no term: stop words, letters and numbers alone, endless strings */
function folded(written: string): string | undefined {
  if (written.length < 2 || written.length > longestWord) return undefined;
  const lower = written.toLowerCase();
  // eslint-disable-next-line no-control-regex -- most words are ASCII, and need no normal form
  const bare = /^[\x00-\x7f]*$/.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '');
  if (bare.length < 2 || stopWords.has(bare) || !/\p{L}/u.test(bare)) return undefined;
  const word = singular(bare);
  return stopWords.has(word) ? undefined : word;
}

/** `networks` → `network`, `theories` → `theory`; `bias`, `loss` and `analysis` stay. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is|as|os)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
