import * as v from 'valibot';

/** What a group can have told to a program elsewhere, each with what it is about. */
export const eventNames = {
  'nomination.made': 'A paper is proposed',
  'ballot.opened': 'A ballot opens',
  'ballot.closed': 'A ballot closes, with what it chose',
  'meeting.arranged': 'A meeting is arranged',
  'meeting.changed': 'A meeting moves, or takes place after all',
  'meeting.cancelled': 'A meeting is called off',
  'note.made': 'A note is begun',
  'note.changed': 'A note is written in (told once in ten minutes)'
} as const;
export type EventName = keyof typeof eventNames;
export const events = Object.keys(eventNames) as EventName[];

/** What a receiver reads: our own JSON, or the message of a chat. */
export const kinds = [
  { value: 'standard', label: 'A program (JSON, signed)' },
  { value: 'slack', label: 'Slack' },
  { value: 'discord', label: 'Discord' },
  { value: 'mattermost', label: 'Mattermost' }
] as const;
export type Kind = (typeof kinds)[number]['value'];

/** What happened, as receivers are told. A title and a link, whatever it is about: never a text, never a vote. */
export interface Told {
  type: EventName | 'test';
  /** When, in ISO 8601. */
  timestamp: string;
  data: {
    group: { slug: string; name: string };
    title: string;
    url: string;
    /** What else there is to say, such as when a meeting begins. */
    [fact: string]: unknown;
  };
}

export const WebhookForm = v.object({
  name: v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty('Say what it is, so that you know it again.'),
    v.maxLength(60, 'At most 60 characters.')
  ),
  address: v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(500, 'An address has at most 500 characters.'),
    v.url('Give a whole address, with https://.'),
    v.regex(/^https?:\/\/[^@]*$/i, 'Give an address that begins with https:// and holds no password.')
  ),
  kind: v.picklist(
    kinds.map(({ value }) => value),
    'Choose who reads it.'
  ),
  events: v.pipe(v.array(v.picklist(events)), v.minLength(1, 'Choose at least one event.'))
});
export type NewWebhook = v.InferOutput<typeof WebhookForm>;

export const WebhookChoice = v.object({ webhook: v.pipe(v.string(), v.maxLength(16)) });

const sentences: Record<Told['type'], string> = {
  'nomination.made': 'Proposed',
  'ballot.opened': 'A ballot is open',
  'ballot.closed': 'A ballot has closed',
  'meeting.arranged': 'A meeting is arranged',
  'meeting.changed': 'A meeting has changed',
  'meeting.cancelled': 'A meeting was called off',
  'note.made': 'A note was begun',
  'note.changed': 'A note was written in',
  test: 'This is a test'
};

/** The body a receiver of this kind gets. Titles are hostile: they mention nobody and link nowhere. */
export function bodyFor(kind: Kind, told: Told): string {
  const { type, data } = told;
  const facts = detail(told);
  switch (kind) {
    case 'standard':
      return JSON.stringify(told);
    case 'slack': {
      const link = `<${data.url}|${forSlack(data.title)}>`;
      return JSON.stringify({
        text: `${forSlack(data.group.name)}: ${sentences[type]}: ${link}${forSlack(facts)}`
      });
    }
    case 'mattermost':
      return JSON.stringify({ text: inMarkdown(told, facts) });
    case 'discord':
      return JSON.stringify({
        content: inMarkdown(told, facts).slice(0, 2000),
        allowed_mentions: { parse: [] }
      });
  }
}

function detail({ data: { startsAt, closesAt, chosen } }: Told): string {
  const moment = (at: unknown) => `${String(at).slice(0, 16).replace('T', ' ')} UTC`;
  if (startsAt) return ` (${moment(startsAt)})`;
  if (closesAt) return ` (until ${moment(closesAt)})`;
  if (Array.isArray(chosen))
    return chosen.length > 0 ? ` (chosen: ${chosen.join('; ')})` : ' (nothing was chosen)';
  return '';
}

function inMarkdown({ type, data }: Told, facts: string): string {
  return `${plain(data.group.name)}: ${sentences[type]}: [${plain(data.title)}](${data.url})${plain(facts)}`;
}

/** https://docs.slack.dev/messaging/formatting-message-text: these three characters make links and mentions. */
function forSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Markdown that shows just this text; behind `@` a character without width keeps names from being called. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>~#|]/g, '\\$&')
    .replaceAll('@', '@\u200b');
}
