import { type Citation, entryOf } from './citation.ts';
import { type Pasted, type PastedLine } from './pasted.ts';
import { foldText } from './text.ts';

/** Whether a BibTeX entry begins here. */
export function startsBibtex({ text }: PastedLine): boolean {
  return /^@[A-Za-z]{2,30}\s*\{/.test(text);
}

/** What abbreviations stand for, as `@string` says: names in lower case. */
export type Abbreviations = Map<string, string>;

/**
 * Reads one entry, or learns the abbreviations of an `@string`. Where it breaks off, the fields above the break count and
 * the lines from there are named.
 */
export function readBibtex(lines: PastedLine[], pasted: Pasted, known: Abbreviations): void {
  const filled = lines.filter((line) => line.text !== '');
  const source = lines.map((line) => line.text).join('\n');
  if (/^@(?:comment|string|preamble)/i.test(source)) {
    const begin = /^@string\s*\{/i.exec(source)?.[0].length;
    if (begin)
      for (const [name, value] of readFields(source, begin, known).fields)
        known.set(name, value.slice(0, longestAbbreviated));
    for (const line of filled) pasted.ignored.push(line);
    return;
  }
  const key = matchAt(/@[A-Za-z]+\s*\{[^,{}"=]*/y, source, 0)?.end ?? 0;
  const { fields, brokenAt } = readFields(source, key, known);
  const firstLine = lines[0]?.line ?? 0;
  const broken = brokenAt === null ? Infinity : firstLine + source.slice(0, brokenAt).split('\n').length - 1;
  const endLine = filled.filter((line) => line.line < broken).at(-1)?.line ?? firstLine;
  const entry = fields.size > 0 ? entryOf(citationOf(fields), firstLine, endLine) : null;
  if (entry) pasted.entries.push(entry);
  for (const line of filled) if (!entry || line.line >= broken) pasted.unread.push(line);
}

/** In characters. Abbreviations may be made of others, and what they make together would double with each. */
const longestAbbreviated = 500;
const longestMade = 50_000;

type Fields = Map<string, string>;

function citationOf(fields: Fields): Citation {
  const field = (name: string) => fields.get(name);
  const authors = foldText(field('author') ?? '').split(' and ');
  const month = String(monthOf(field('month') ?? '')).padStart(2, '0');
  return {
    title: field('title'),
    abstract: field('abstract'),
    authors: authors.filter((name) => name !== 'others'),
    hasMoreAuthors: authors.includes('others'),
    venue: field('journal') ?? field('journaltitle') ?? field('booktitle'),
    date: field('date') ?? `${field('year')}-${month}-${field('day')}`,
    sources: [
      field('eprint'),
      `${field('primaryclass')}/${field('eprint')}`,
      field('doi'),
      ...['journal', 'note', 'howpublished', 'number', 'volume'].map((name) => arxivIn(field(name)))
    ],
    url: field('url') ?? addressIn(field('howpublished')) ?? addressIn(field('note'))
  };
}

/** `arXiv preprint arXiv:2310.06110` */
function arxivIn(text: string | undefined): string | undefined {
  return /arxiv:\s{0,3}[^\s,;{}]{1,40}/i.exec(text ?? '')?.[0];
}

function addressIn(text: string | undefined): string | undefined {
  return /https?:\/\/[^\s{}]{1,2000}/.exec(text ?? '')?.[0];
}

function monthOf(text: string): number {
  const number = Number(text);
  return (
    number ||
    'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').indexOf(text.slice(0, 3).toLowerCase()) + 1
  );
}

/** Reads `name = value` up to the closing brace; `brokenAt` is where the first field starts that cannot be read. */
function readFields(
  source: string,
  from: number,
  known: Abbreviations
): { fields: Fields; brokenAt: number | null } {
  const fields: Fields = new Map();
  let at = from;
  for (;;) {
    at = matchAt(/[\s,]*/y, source, at)?.end ?? at;
    if (source[at] === '}') return { fields, brokenAt: null };
    const name = matchAt(/([^\s=,{}"#]{1,60})\s*=\s*/y, source, at);
    const value = name && readValue(source, name.end, known);
    if (!value) return { fields, brokenAt: at };
    const key = (name.found[1] ?? '').toLowerCase();
    if (!fields.has(key)) fields.set(key, value.text);
    at = value.end;
  }
}

/** `{…}`, `"…"`, a number or an abbreviation, several joined by `#`. */
function readValue(source: string, from: number, known: Abbreviations): { text: string; end: number } | null {
  const pieces: string[] = [];
  let length = 0;
  let at = from;
  for (;;) {
    const delimiter = source[at] ?? '';
    const bare = matchAt(/[^\s,{}"#=]+/y, source, at);
    const end = delimiter === '{' || delimiter === '"' ? closingOf(source, at) : bare?.end;
    if (end === undefined || end === null) return null;
    const word = source.slice(at, end);
    const piece = bare ? (known.get(word.toLowerCase()) ?? word) : word.slice(1, -1);
    if (length === 0 || length + piece.length <= longestMade) pieces.push(piece);
    length += piece.length;
    const joint = matchAt(/\s*#\s*/y, source, end);
    if (!joint) return { text: pieces.join(''), end };
    at = joint.end;
  }
}

/** Behind the brace or quote that closes the one at `from`; a quote within braces closes nothing. */
function closingOf(source: string, from: number): number | null {
  const isQuoted = source[from] === '"';
  let depth = isQuoted ? 0 : 1;
  for (let at = from + 1; at < source.length; at++) {
    const character = source[at];
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === '}') depth--;
    if (depth < 0) return null;
    if (isQuoted ? character === '"' && depth === 0 : depth === 0) return at + 1;
  }
  return null;
}

function matchAt(
  pattern: RegExp,
  source: string,
  at: number
): { found: RegExpExecArray; end: number } | null {
  pattern.lastIndex = at;
  const found = pattern.exec(source);
  return found && { found, end: pattern.lastIndex };
}
