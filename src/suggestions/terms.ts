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
    eachTerm(text, ({ term }) => {
      counts.set(term, (counts.get(term) ?? 0) + times);
      return true;
    });
  add(title, titleCounts);
  add(abstract, 1);
  return counts;
}

/** Terms by number, each with how often it was met. */
export interface Counted {
  terms: number[];
  counts: number[];
}

/** The terms of a vocabulary, ready to be found in texts: reading a day's papers is most of what a suggestion costs. */
export interface Dictionary {
  /** Numbers of the words that are in any term. */
  words: ReadonlyMap<string, number>;
  /** The numbers of terms: of one word, by the word's number (-1 for none); of two, by `pairKey`. */
  singles: Int32Array;
  pairs: ReadonlyMap<number, number>;
  /** Numbers of words as texts write them, -1 for those in no term; grows while texts are read. */
  written: Map<string, number>;
  /** How often each term was met in the text that is being read; zeros between texts. */
  tally: Int32Array;
}

/** Of 20,000 terms there are at most 40,000 words, so that this stays below 2³¹, where numbers are quick to look up. */
const pairKey = (first: number, second: number) => first * 40_000 + second;

/** Makes a dictionary of numbered terms. */
export function dictionaryOf(numbers: ReadonlyMap<string, number>): Dictionary {
  const words = new Map<string, number>();
  const numberOf = (word: string) => {
    let number = words.get(word);
    if (number === undefined) words.set(word, (number = words.size));
    return number;
  };
  const singles = new Int32Array(2 * numbers.size).fill(-1);
  const pairs = new Map<number, number>();
  for (const [term, number] of numbers) {
    const space = term.indexOf(' ');
    if (space < 0) singles[numberOf(term)] = number;
    else pairs.set(pairKey(numberOf(term.slice(0, space)), numberOf(term.slice(space + 1))), number);
  }
  return { words, singles, pairs, written: new Map(), tally: new Int32Array(numbers.size) };
}

/** The terms of a dictionary that occur in a paper's title and abstract, by number, and how often; as `countTerms` counts. */
export function countKnown({ title, abstract }: Omit<Readable, 'id'>, dictionary: Dictionary): Counted {
  const { tally } = dictionary;
  const terms: number[] = [];
  tallyIn(title, titleCounts, dictionary, terms);
  tallyIn(abstract, 1, dictionary, terms);
  const counts = terms.map((term) => tally[term]!);
  for (const term of terms) tally[term] = 0;
  return { terms, counts };
}

function tallyIn(text: string, times: number, dictionary: Dictionary, met: number[]): void {
  const { singles, pairs, tally } = dictionary;
  const plain = readable(text);
  const take = (term: number) => {
    if (tally[term] === 0) met.push(term);
    tally[term]! += times;
  };
  let [before, beforeEnd] = [-1, 0];
  for (let start = nextWord(plain, 0), end; start < plain.length; start = nextWord(plain, end)) {
    end = endOfWord(plain, start);
    const word = numberIn(dictionary, plain.slice(start, end));
    if (word >= 0) {
      if (singles[word]! >= 0) take(singles[word]!);
      if (before >= 0 && areNeighbours(plain, beforeEnd, start)) {
        const pair = pairs.get(pairKey(before, word));
        if (pair !== undefined) take(pair);
      }
    }
    before = word;
    beforeEnd = end;
  }
}

function numberIn({ words, written }: Dictionary, text: string): number {
  const known = written.get(text);
  if (known !== undefined) return known;
  if (written.size >= mostKnown) written.clear();
  const word = folded(text);
  const number = (word === null ? undefined : words.get(word)) ?? -1;
  written.set(text, number);
  return number;
}

/** The given terms as a paper first writes them, in the order given; words in lower case unless they are names. */
export function asWritten({ title, abstract }: Omit<Readable, 'id'>, terms: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const text of [title, abstract]) {
    eachTerm(text, ({ term, written }) => {
      if (terms.includes(term) && !first.has(term)) first.set(term, uncapitalised(written));
      return first.size < terms.length;
    });
  }
  return terms.map((term) => first.get(term) ?? term);
}

/** On one line: `Feature learning` → `feature learning`, but `ReLU` and `LLMs` stay. */
function uncapitalised(written: string): string {
  return written
    .replace(/\s+/g, ' ')
    .replace(/[\p{L}\p{N}]+/gu, (word) => (/\p{Lu}/u.test(word.slice(1)) ? word : word.toLowerCase()));
}

/** Goes through a text's terms for as long as `take` wants more. */
function eachTerm(text: string, take: (found: Found) => boolean): void {
  const plain = readable(text);
  let before: { word: string; start: number; end: number } | undefined;
  for (let start = nextWord(plain, 0), end; start < plain.length; start = nextWord(plain, end)) {
    end = endOfWord(plain, start);
    const written = plain.slice(start, end);
    const word = folded(written);
    if (word === null) {
      before = undefined;
      continue;
    }
    if (!take({ term: word, written })) return;
    if (before && areNeighbours(plain, before.end, start)) {
      const both = { term: `${before.word} ${word}`, written: plain.slice(before.start, end) };
      if (!take(both)) return;
    }
    before = { word, start, end };
  }
}

/* A day's papers hold half a million characters: looking each up in a table takes half the time of an expression. */

function nextWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && inWord[text.charCodeAt(at)] === 0) at++;
  return at;
}

function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && inWord[text.charCodeAt(at)] === 1) at++;
  return at;
}

/** Letters, digits and the marks upon them, by UTF-16 unit. */
const inWord = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  Number(/[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(unit)))
);

/** Whether nothing but white space or a hyphen stands between two words. */
function areNeighbours(text: string, end: number, start: number): boolean {
  if (start - end === 1) return text.charCodeAt(end) === 0x20 || '-\n‐‑\u00a0'.includes(text[end]!);
  return /^\s+$/.test(text.slice(end, start));
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

/** Words come again and again, within a paper and over papers. */
const known = new Map<string, string | null>();
const mostKnown = 50_000;

function folded(written: string): string | null {
  const before = known.get(written);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const word = fold(written);
  known.set(written, word);
  return word;
}

/** @returns null for what is no term: stop words, letters and numbers alone, endless strings */
function fold(written: string): string | null {
  if (written.length > longestWord) return null;
  const bare = written.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  if (bare.length < 2 || stopWords.has(bare) || !/\p{L}/u.test(bare)) return null;
  const word = singular(bare);
  return stopWords.has(word) ? null : word;
}

/** `networks` → `network`, `theories` → `theory`; `bias`, `loss` and `analysis` stay. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is|as|os)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
