import { followed } from '#papers/feed/announcements.server.ts';
import { noted, type SourceName } from '#papers/feed/sources.server.ts';

/** How a source is doing, for its health line. */
export interface Health {
  source: SourceName;
  name: string;
  /** Whether it lists papers, or only tells of single ones when asked. */
  lists: boolean;
  lastSucceededAt: Date | null;
  /** The newest day it listed papers on (ISO date), and how many. */
  newestDay: string | null;
  listed: number;
  /** Since when it answers with what was known already, on days when it should not. */
  staleSince: Date | null;
  failingSince: Date | null;
  /** The sentence people see while it fails. */
  failure: string | null;
  /** What of its last answers could not be read, each named. */
  malformed: string[];
}

const sources: Pick<Health, 'source' | 'name' | 'lists'>[] = [
  { source: 'hf', name: 'Hugging Face', lists: true },
  { source: 'arxiv', name: 'arXiv', lists: true },
  { source: 'arxiv-query', name: 'Look-ups at arXiv', lists: false },
  { source: 'crossref', name: 'Look-ups at Crossref', lists: false }
];

const neverAsked = {
  lastSucceededAt: null,
  newestDay: null,
  listed: 0,
  staleSince: null,
  failingSince: null,
  failure: null,
  malformed: []
};

/** How each source is doing: those that list papers for this installation, and those that were asked for look-ups. */
export async function health(): Promise<Health[]> {
  const [known, categories] = await Promise.all([noted(), followed()]);
  const bySource = new Map(known.map((one) => [one.source, one]));
  return sources.flatMap((one) => {
    const row = bySource.get(one.source);
    const isExpected = one.source === 'hf' || (one.source === 'arxiv' && categories.length > 0);
    return row || isExpected ? [{ ...neverAsked, ...toldOf(row), ...one }] : [];
  });
}

type Noted = Awaited<ReturnType<typeof noted>>[number];

/** What people are told of it: not when it is asked next. */
function toldOf(row: Noted | undefined): Partial<Health> {
  if (!row) return {};
  const { lastSucceededAt, newestDay, listed, staleSince, failingSince, failure, malformed } = row;
  return { lastSucceededAt, newestDay, listed, staleSince, failingSince, failure, malformed };
}
