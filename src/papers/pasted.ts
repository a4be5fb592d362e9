import { readBibtex, startsBibtex, type Abbreviations } from './bibtex.ts';
import { isCopiedPage, readCopiedPage } from './copied-page.ts';
import { readIdentifierLine } from './identifier-lines.ts';
import { readRis, startsRis } from './ris.ts';
import { cleanText } from './text.ts';

/** One paper as a pasted text tells of it; what the text does not say is absent. */
export interface PastedEntry {
  /** Its first and last line, counted from 1. */
  line: number;
  endLine: number;
  title?: string;
  abstract?: string;
  authors?: string[];
  authorCount?: number;
  /** Where it appeared. */
  venue?: string;
  /** ISO date. */
  publishedOn?: string;
  /** Said to be none when 0; not said when absent. */
  commentCount?: number;
  arxivId?: string;
  doi?: string;
  /** http(s) only. */
  url?: string;
}

/** A line of the pasted text, counted from 1. */
export interface PastedLine {
  line: number;
  text: string;
}

/** Each line that is not blank belongs to an entry, or could not be read, or was left out knowingly. */
export interface Pasted {
  entries: PastedEntry[];
  unread: PastedLine[];
  /** Headings, footers and buttons of the page it was copied from. */
  ignored: PastedLine[];
}

/**
 * Reads whatever names papers in a pasted text: identifiers and addresses, BibTeX, RIS, a copied Daily Papers page,
 * also mixed. Nothing is guessed: what cannot be read is named with its line, and the rest comes in.
 * `today` (UTC) gives the year to dates that have none. Takes time linear in the text's length; throws never.
 */
export function readPasted(text: string, today: Date): Pasted {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ line: index + 1, text: cleanText(line).trim() }));
  const pasted: Pasted = { entries: [], unread: [], ignored: [] };
  const abbreviations: Abbreviations = new Map();
  const isPage = lines.some(isCopiedPage);
  for (const part of partsOf(lines)) {
    if (part.kind === 'bibtex') readBibtex(part.lines, pasted, abbreviations);
    else if (part.kind === 'ris') readRis(part.lines, pasted);
    else if (isPage) readCopiedPage(part.lines, today, pasted);
    else for (const line of part.lines) readIdentifierLine(line, pasted);
  }
  return {
    entries: pasted.entries.sort(byLine),
    unread: pasted.unread.map(shortened).sort(byLine),
    ignored: pasted.ignored.map(shortened).sort(byLine)
  };
}

interface Part {
  kind: 'bibtex' | 'ris' | 'other';
  lines: PastedLine[];
  /** What stands behind it on its last line. */
  rest?: PastedLine;
}

/** Cuts the text where a BibTeX entry or a RIS record begins or ends. */
function partsOf(lines: PastedLine[]): Part[] {
  const parts: Part[] = [];
  let other: PastedLine[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at] as PastedLine;
    const part = startsBibtex(line) ? bibtexFrom(lines, at) : startsRis(line) ? risFrom(lines, at) : null;
    if (!part) {
      other.push(line);
      at++;
      continue;
    }
    parts.push({ kind: 'other', lines: other }, part);
    other = [];
    at += part.lines.length;
    if (part.rest) lines[--at] = part.rest;
  }
  parts.push({ kind: 'other', lines: other });
  return parts;
}

/** Up to the brace that closes the entry or to where the next begins. */
function bibtexFrom(lines: PastedLine[], from: number): Part {
  let depth = 0;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as PastedLine;
    if (at > from && startsBibtex(line)) return { kind: 'bibtex', lines: lines.slice(from, at) };
    for (let index = 0; index < line.text.length; index++) {
      const character = line.text[index];
      if (character === '\\') index++;
      else if (character === '{') depth++;
      else if (character === '}' && --depth === 0) {
        const rest = { line: line.line, text: line.text.slice(index + 1).trim() };
        const last = { line: line.line, text: line.text.slice(0, index + 1) };
        const part: Part = { kind: 'bibtex', lines: [...lines.slice(from, at), last] };
        return rest.text.replace(/^[,;]+/, '') === '' ? part : { ...part, rest };
      }
    }
  }
  return { kind: 'bibtex', lines: lines.slice(from) };
}

function risFrom(lines: PastedLine[], from: number): Part {
  for (let at = from + 1; at < lines.length; at++) {
    const line = lines[at] as PastedLine;
    if (/^ER\s{0,2}-/.test(line.text)) return { kind: 'ris', lines: lines.slice(from, at + 1) };
    if (startsRis(line) || startsBibtex(line)) return { kind: 'ris', lines: lines.slice(from, at) };
  }
  return { kind: 'ris', lines: lines.slice(from) };
}

function byLine(one: { line: number }, other: { line: number }): number {
  return one.line - other.line;
}

function shortened({ line, text }: PastedLine): PastedLine {
  return { line, text: text.length <= 300 ? text : `${text.slice(0, 299).toWellFormed()}…` };
}
