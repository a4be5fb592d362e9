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

/** What a note is about: a meeting, a paper, or what its title says. */
export const noteKinds = ['meeting', 'paper', 'free'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** What a template is filled with; a note of no meeting has the moment it is begun, and its paper for an agenda. */
export interface Occasion {
  title: string;
  startsAt: Date;
  /** IANA zone of the group. */
  timezone: string;
  place: string;
  agenda: readonly {
    paperId: string;
    title: string;
    authors: readonly string[];
    abstract: string | null;
    lead: string | null;
  }[];
  /** Everyone in the group. */
  people: readonly string[];
  /** What is still to be done from the meetings before, as it is written. */
  openItems: readonly { text: string; noteId: string }[];
}

/** What a group's own template may leave to be filled in. */
export const templateVariables = {
  title: 'what the meeting, or the note, is called',
  date: 'when the meeting is, or the note is begun, in the group’s zone',
  place: 'where the meeting is',
  agenda: 'the papers with their authors and leads, numbered',
  papers: 'a section for each paper, its abstract folded',
  people: 'everyone in the group, as a list to tick off',
  'open items': 'what is still to be done, from the notes before'
} as const;

/** A group's own template for its notes of a kind; empty means the usual one. */
export const TemplateForm = v.object({
  kind: v.optional(v.picklist(noteKinds), 'meeting'),
  text: v.pipe(
    v.string(),
    v.transform((text) => text.replace(/\r\n?/g, '\n')),
    v.maxLength(20_000, 'A template has at most 20,000 characters.'),
    v.check(
      (text) => unknownIn(text).length === 0,
      ({ input }) => `There is no ${unknownIn(input)[0]}. Known are ${known.join(', ')}.`
    )
  )
});

const known = Object.keys(templateVariables).map((name) => `{{${name}}}`);

function unknownIn(text: string): string[] {
  return [...text.matchAll(/\{\{[^{}\n]*\}\}/g)]
    .map(([found]) => found)
    .filter((found) => !known.includes(found.replace(/\s*([{}]{2})\s*/g, '$1')));
}

/** Fills a group's template. Titles, names and abstracts are hostile: they come out as text, their formulas as formulas. */
export function fillTemplate(template: string, occasion: Occasion): string {
  const values: Record<string, string> = {
    title: asText(occasion.title),
    date: when(occasion),
    place: asText(occasion.place),
    agenda: agendaText(occasion),
    papers: occasion.agenda.map(paperText).join('\n\n'),
    people: occasion.people.map((name) => `- [ ] ${asText(name)}`).join('\n'),
    'open items': openText(occasion)
  };
  return template.replace(/\{\{\s*([^{}\n]*?)\s*\}\}/g, (whole, name: string) => values[name] ?? whole);
}

function paperText({ paperId, title, abstract, lead }: Occasion['agenda'][number]): string {
  const parts = [`### [${asText(title)}](/papers/${paperId})`];
  if (lead) parts.push(`Lead: ${asText(lead)}`);
  if (abstract) parts.push(`:::fold Abstract\n${asText(abstract)}\n:::`);
  return parts.join('\n\n');
}

/** How a meeting's note begins. Titles and names are hostile: they come out as text, their formulas as formulas. */
export function meetingText(occasion: Occasion): string {
  const { title, place, openItems } = occasion;
  const carried = openItems.length > 0 ? ['## From last time', openText(occasion)] : [];
  return [
    `# ${asText(title)}`,
    [when(occasion), asText(place)].filter(Boolean).join(' · '),
    '## Agenda',
    agendaText(occasion),
    ...carried,
    ...['## Notes\n', '## Questions\n', '## Decisions', '- Decision:', '## Action items\n']
  ].join('\n\n');
}

function when({ startsAt, timezone }: Occasion): string {
  return `${moment(startsAt, timezone, 'full')} (${zoneName(timezone)})`;
}

/** No boxes to tick here: each task has its box where it was written, so that it is to be done once. */
function openText({ openItems }: Occasion): string {
  return openItems.map(({ text, noteId }) => `- ${text} ([there](/notes/${noteId}))`).join('\n');
}

function agendaText({ agenda }: Occasion): string {
  const items = agenda.map(({ paperId, title, authors, lead }, index) => {
    const particulars = [credits(authors), lead ? `lead: ${asText(lead)}` : ''].filter(Boolean);
    return [
      `${index + 1}. [${asText(title)}](/papers/${paperId})`,
      ...particulars.map((line) => `   ${line}`)
    ];
  });
  return items.length > 0
    ? items.map((lines) => lines.join('  \n')).join('\n')
    : 'Nothing is on the agenda yet.';
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
export function asText(text: string): string {
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
