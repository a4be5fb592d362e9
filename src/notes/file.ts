import * as v from 'valibot';

/** What stands before a note's text in its file, for people and for programs. */
export interface Particulars {
  id: string;
  title: string;
  /** The day of its meeting, or on which it was begun: `2026-11-26`. */
  date: string;
  meeting: { id: string; title: string } | null;
  papers: readonly { id: string; title: string }[];
}

/** The most bytes a file may have that becomes a note. */
const largestFile = 1024 * 1024;
const longestTitle = 200;

/** A note as a file: YAML front matter, then its Markdown. */
export function asFile({ id, title, date, meeting, papers }: Particulars, markdown: string): string {
  const lines = [
    `title: ${quoted(title)}`,
    `date: ${date}`,
    `id: ${quoted(id)}`,
    ...(meeting ? ['meeting:', `  id: ${quoted(meeting.id)}`, `  title: ${quoted(meeting.title)}`] : []),
    ...(papers.length > 0 ? ['papers:'] : []),
    ...papers.flatMap((paper) => [`  - id: ${quoted(paper.id)}`, `    title: ${quoted(paper.title)}`])
  ];
  return `---\n${lines.join('\n')}\n---\n\n${markdown}`;
}

/** A JSON string is a YAML one (YAML 1.2.2, 7.3.1), if the characters YAML does not print are escaped. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  );
}

/**
 * What a Markdown file becomes as a note. Its title is its first heading, or the one in front of it if we wrote that,
 * or else the file's name. Our own front matter goes: the note has it in other places.
 */
export function fromFile(name: string, content: string): { title: string; text: string } {
  const plain = content
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '');
  const ours = /^---\ntitle: ("[^\n]*")\ndate: [^\n]*\nid: "[^\n]*"\n(?:[^\n]+\n)*?---\n\n?/.exec(plain);
  const text = ours ? plain.slice(ours[0].length) : plain;
  const title =
    (ours && titleIn(ours[1])) || headingOf(text) || name.replace(/\.[^.]*$/, '').trim() || 'Note';
  return { title: [...title.replace(/\s+/g, ' ')].slice(0, longestTitle).join(''), text };
}

function titleIn(json: string | undefined): string {
  try {
    return String(JSON.parse(json ?? '""')).trim();
  } catch {
    return '';
  }
}

/** The first heading as CommonMark has it, outside of fenced code, without marks of emphasis and links. */
function headingOf(text: string): string {
  const lines = text
    .replace(/^ {0,3}(`{3,}|~{3,})[^\n]*\n[^]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![^]))/gm, '')
    .split('\n');
  for (const line of lines) {
    const words = /^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(line)?.[1];
    const title = words
      ?.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/\\([!-/:-@[-`{-~])|[*`]/g, '$1')
      .trim();
    if (title) return title;
  }
  return '';
}

/** The form that makes a note of a file. */
export const FileForm = v.object({
  file: v.pipe(
    v.file('Choose a Markdown file.'),
    v.check(({ name, size }) => name !== '' || size > 0, 'Choose a Markdown file.'),
    v.check(
      ({ name }) => /\.(md|markdown|txt)$/i.test(name),
      'It must be a Markdown file, with a name that ends in .md.'
    ),
    v.maxSize(largestFile, 'A file has at most 1 MB. Cut it into several.')
  )
});
