import { isIdentifierLine, readIdentifierLine } from './identifier-lines.ts';
import { type Pasted, type PastedEntry, type PastedLine } from './pasted.ts';

/** Whether this line is one that only the text of a copied Daily Papers page has. */
export function isCopiedPage({ text }: PastedLine): boolean {
  return text.length < 100 && (text === 'Daily Papers' || readMark(text)?.authorCount !== undefined);
}

/**
 * Reads the text of a copied Daily Papers page: title, abstract, `• N authors`, `·`, a date. An entry may lack its
 * last three lines and run into the next. Two lines before an author line are a title and an abstract by their
 * place; where entries run together their looks must say so too, or the line is named as unread.
 */
export function readCopiedPage(lines: PastedLine[], today: Date, pasted: Pasted): void {
  let stretch: Stretch = { blocks: [], marks: [], separated: false };
  const close = () => {
    readStretch(stretch, pasted);
    stretch = { blocks: [], marks: [], separated: false };
  };
  for (const line of unwrapped(lines, today)) {
    const { mark } = line;
    if (isFurniture(line.text)) pasted.ignored.push(line);
    else if (isSeparator(line.text)) takeSeparator(stretch, line, pasted);
    else if (mark) {
      if (stretch.date || (mark.authorCount !== undefined && stretch.authorCount !== undefined)) close();
      takeMark(stretch, line, mark, pasted);
    } else {
      if (stretch.marks.length > 0) close();
      if (isIdentifierLine(line)) {
        close();
        readIdentifierLine(line, pasted);
      } else stretch.blocks.push(line);
    }
  }
  close();
}

/** A paragraph: one line of the page, or several where a mail program has wrapped it. */
interface Block extends PastedLine {
  endLine: number;
  mark?: Mark | null;
}

/** What stands between one entry's date and the next: usually one title and one abstract, with their marks. */
interface Stretch {
  blocks: Block[];
  marks: PastedLine[];
  separated: boolean;
  authorCount?: number;
  date?: { publishedOn: string; commentCount?: number };
}

interface Mark {
  authorCount?: number;
  date?: { publishedOn: string; commentCount?: number };
  hasYear?: boolean;
}

function takeSeparator(stretch: Stretch, line: Block, pasted: Pasted): void {
  stretch.separated = true;
  if (stretch.blocks.length === 0) pasted.ignored.push(line);
  else stretch.marks.push(line);
}

/** A date alone is the page's own day above the first entry, and an entry's only if it cannot be a page's. */
function takeMark(stretch: Stretch, line: Block, mark: Mark, pasted: Pasted): void {
  const isAlone = mark.authorCount === undefined && stretch.authorCount === undefined;
  if (isAlone && stretch.blocks.length === 0 && pasted.entries.length === 0) pasted.ignored.push(line);
  else if (stretch.blocks.length === 0 || (isAlone && !stretch.separated && !mark.hasYear))
    pasted.unread.push(line);
  else {
    stretch.marks.push(line);
    stretch.authorCount = mark.authorCount ?? stretch.authorCount;
    stretch.date = mark.date ?? stretch.date;
  }
}

function readStretch({ blocks, marks, authorCount, date }: Stretch, pasted: Pasted): void {
  const isRegular = blocks.length === 2 && (authorCount !== undefined || date !== undefined);
  let last: PastedEntry | undefined;
  for (let at = 0; at < blocks.length; at++) {
    const title = blocks[at] as Block;
    const abstract = blocks[at + 1];
    last = undefined;
    if (abstract && title.text.length <= longestTitle && (isRegular || runsOn(title, abstract))) {
      last = { line: title.line, endLine: abstract.endLine, title: title.text, abstract: abstract.text };
      at++;
    } else if (blocks.length === 1 && authorCount !== undefined && looksLikeTitle(title.text)) {
      last = { line: title.line, endLine: title.endLine, title: title.text };
    }
    if (last) pasted.entries.push(last);
    else pasted.unread.push(title);
  }
  if (!last) for (const mark of marks) pasted.unread.push(mark);
  else {
    if (authorCount !== undefined) last.authorCount = authorCount;
    Object.assign(last, date);
    last.endLine = marks.at(-1)?.line ?? last.endLine;
  }
}

const longestTitle = 300;
const longestAbstract = 20_000;

function runsOn(title: Block, abstract: Block): boolean {
  return looksLikeTitle(title.text) && looksLikeAbstract(abstract.text);
}

function looksLikeTitle(text: string): boolean {
  return text.length <= longestTitle && (!text.endsWith('.') || text.endsWith('...'));
}

function looksLikeAbstract(text: string): boolean {
  return (
    text.length <= longestAbstract && (text.length > longestTitle || /\.["'”’)\]]{0,3}$/.test(text.slice(-4)))
  );
}

/** One block a line; a paragraph of three lines and more that are all of a mail's width is one block. */
function unwrapped(lines: PastedLine[], today: Date): Block[] {
  const blocks: Block[] = [];
  let paragraph: PastedLine[] = [];
  const close = () => {
    const isWrapped =
      paragraph.length > 2 &&
      paragraph.every(
        ({ text }, at) => text.length <= 120 && (text.length >= 45 || at === paragraph.length - 1)
      );
    if (isWrapped) blocks.push(joined(paragraph));
    else for (const { line, text } of paragraph) blocks.push({ line, text, endLine: line });
    paragraph = [];
  };
  for (const line of lines) {
    const mark = readMark(line.text, today);
    if (line.text === '' || mark || isSeparator(line.text)) close();
    if (mark) blocks.push({ line: line.line, text: line.text, endLine: line.line, mark });
    else if (line.text !== '') paragraph.push(line);
    if (isSeparator(line.text)) close();
  }
  close();
  return blocks;
}

function isSeparator(text: string): boolean {
  return text === '·' || text === '•';
}

function joined(paragraph: PastedLine[]): Block {
  const text = paragraph.map((line) => line.text).join(' ');
  return { line: paragraph[0]?.line ?? 0, endLine: paragraph.at(-1)?.line ?? 0, text };
}

/** `• 8 authors`, `Nov 25, 2022`, `Mar 11 3`, or both on one line with `·` between. */
function readMark(text: string, today = new Date(0)): Mark | null {
  if (text.length > 80 || !/\d/.test(text)) return null;
  const mark: Mark = {};
  for (const part of text.split(/[·•]/).map((piece) => piece.trim())) {
    const authors = /^(\d{1,5}) authors?$/.exec(part)?.[1];
    const date = authors || part === '' ? null : readDate(part, today);
    if (authors) mark.authorCount = Number(authors);
    else if (date) Object.assign(mark, date);
    else if (part !== '') return null;
  }
  return mark.authorCount === undefined && !mark.date ? null : mark;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const dated = /^([A-Z][a-z]{2})[a-z]*\.? (\d{1,2})(?:, ?(\d{4}))?(?:\s+(\d{1,6}))?$/;

/** A date without a year is the last one that is not after today. `Nov 25 2022` could mean two things, and is not read. */
function readDate(text: string, today: Date): Pick<Mark, 'date' | 'hasYear'> | null {
  const [, name = '', day = '', year, comments] = dated.exec(text.replace(/\s+/g, ' ')) ?? [];
  const month = months.indexOf(name.toLowerCase()) + 1;
  if (month === 0 || (!year && /^(?:19|20)\d\d$/.test(comments ?? ''))) return null;
  const thisYear = today.getUTCFullYear();
  const possible = (year ? [Number(year)] : [thisYear, thisYear - 1])
    .map((each) => isoDate(each, month, Number(day)))
    .find((each) => each !== null && (year !== undefined || each <= isoDay(today)));
  if (!possible) return null;
  const date = comments
    ? { publishedOn: possible, commentCount: Number(comments) }
    : { publishedOn: possible };
  return { date, hasYear: year !== undefined };
}

function isoDate(year: number, month: number, day: number): string | null {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  const pad = (number: number, width: number) => String(number).padStart(width, '0');
  return day >= 1 && day <= days ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` : null;
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

const furniture = new Set(
  [
    'new|get trending papers in your email inbox!|subscribe|daily papers|trending papers|daily|weekly|monthly',
    'previous|next|load more|submit a paper|hugging face|© hugging face|system theme|company|tos|terms|privacy',
    'about|careers|jobs|website|models|datasets|spaces|buckets|pricing|docs|enterprise|community|log in|sign up'
  ]
    .join('|')
    .split('|')
);

function isFurniture(text: string): boolean {
  if (text.length > 80) return false;
  return furniture.has(text.toLowerCase()) || /^by\s*@?_?AK and the research community$/i.test(text);
}
