import * as v from 'valibot';
import { segments } from '#markdown/segments.ts';
import { moment, zoneName } from '#ui/moment.ts';

/** The name of the one text in a note's document. */
export const textName = 'text';

/** A note in a group's list. */
export interface NoteCard {
  id: string;
  title: string;
  createdAt: Date;
  /** The meeting it belongs to, if one. */
  meeting: { id: string; startsAt: Date } | null;
  /** The paper it is about, if one. */
  paper: { id: string; title: string } | null;
}

/** A note as its page shows it. */
export interface NotePage extends NoteCard {
  /** The text as it stands, in Markdown. */
  text: string;
  /** Part of the name of its offline copies. */
  generation: number;
  mayWrite: boolean;
  mayRemove: boolean;
}

const Title = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('Give the note a title.'),
  v.maxLength(200, 'A title has at most 200 characters.')
);

export const NoteForm = v.object({ title: Title, paperId: v.optional(v.string()) });

export const RenameForm = v.object({ title: Title });

/** What the template of a meeting's note is filled with. */
export interface Occasion {
  title: string;
  startsAt: Date;
  /** IANA zone of the group. */
  timezone: string;
  place: string;
  agenda: readonly { paperId: string; title: string; authors: readonly string[]; lead: string | null }[];
}

/** How a meeting's note begins. Titles and names are hostile: they come out as text, their formulas as formulas. */
export function meetingText({ title, startsAt, timezone, place, agenda }: Occasion): string {
  const when = `${moment(startsAt, timezone, 'full')} (${zoneName(timezone)})`;
  const items = agenda.map(({ paperId, title, authors, lead }, index) => {
    const particulars = [credits(authors), lead ? `lead: ${asText(lead)}` : ''].filter(Boolean);
    return [
      `${index + 1}. [${asText(title)}](/papers/${paperId})`,
      ...particulars.map((line) => `   ${line}`)
    ];
  });
  return [
    `# ${asText(title)}`,
    [when, asText(place)].filter(Boolean).join(' · '),
    '## Agenda',
    items.length > 0 ? items.map((lines) => lines.join('  \n')).join('\n') : 'Nothing is on the agenda yet.',
    ...['Notes', 'Questions', 'Decisions', 'Action items'].map((heading) => `## ${heading}\n`)
  ].join('\n\n');
}

/** How every other note begins. */
export function freeText(title: string, paper: { id: string; title: string } | null): string {
  const about = paper ? `[${asText(paper.title)}](/papers/${paper.id})\n\n` : '';
  return `# ${asText(title)}\n\n${about}`;
}

const namedAuthors = 6;

function credits(authors: readonly string[]): string {
  const named = authors.slice(0, namedAuthors).map(asText).join(', ');
  const others = authors.length - namedAuthors;
  return others > 0 ? `${named} and ${others} others` : named;
}

/** Text as Markdown that shows just this text, on one line; formulas stay formulas. */
function asText(text: string): string {
  return segments(text.replace(/\s+/g, ' ').trim())
    .map(({ kind, source }) =>
      kind === 'math' || kind === 'display' ? source : source.replace(/[\\`*_[\]<>&$~#|]/g, '\\$&')
    )
    .join('');
}

/** The file name under which a note is saved: what every file system takes, with the title still readable. */
export function fileName(title: string, ending = 'md'): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${[...plain].slice(0, 80).join('').trim() || 'note'}.${ending}`;
}
