import * as v from 'valibot';

/** What a token may be good for. Whatever a token may do, its owner must be allowed, too. */
export const nouns = ['papers', 'queue', 'ballots', 'meetings', 'notes', 'groups'] as const;
export type Noun = (typeof nouns)[number];

/** Reads what belongs to a noun, or changes it; who may change may read. */
export type Scope = `${Noun}:${'read' | 'write'}`;

/** Every scope there is. */
export const scopes = nouns.flatMap((noun): Scope[] => [`${noun}:read`, `${noun}:write`]);

/** The scopes that together cover all. */
export const allScopes = nouns.map((noun): Scope => `${noun}:write`);

/** What each noun is about, as its owner chooses it. */
export const nounMeanings: Record<Noun, string> = {
  papers: 'papers, the feed, what you read',
  queue: 'proposals and interest',
  ballots: 'ballots, and your votes on them',
  meetings: 'meetings, their agenda, who comes',
  notes: 'notes, comments, things to do',
  groups: 'groups, their members and invitations'
};

/** Whether somebody who holds these scopes may do what needs that one. */
export function covers(held: readonly Scope[], needed: Scope): boolean {
  return held.includes(needed) || held.includes(needed.replace(/:read$/, ':write') as Scope);
}

const longestDays = 365;

const Access = v.optional(v.picklist(['', 'read', 'write'], 'Choose what it may do.'), '');

/** Makes a token: what it is called, how long it holds, and what it may do by noun. */
export const TokenForm = v.pipe(
  v.object({
    label: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty('Say what it is for, so that you know it again.'),
      v.maxLength(60, 'At most 60 characters.')
    ),
    days: v.pipe(
      v.optional(v.string(), '90'),
      v.transform(Number),
      v.integer('Give whole days.'),
      v.minValue(1, 'At least one day.'),
      v.maxValue(longestDays, 'At most a year.')
    ),
    ...(Object.fromEntries(nouns.map((noun) => [noun, Access])) as Record<Noun, typeof Access>)
  }),
  v.transform(({ label, days, ...access }) => ({
    label,
    days,
    scopes: nouns.flatMap((noun): Scope[] => (access[noun] ? [`${noun}:${access[noun]}`] : []))
  })),
  v.forward(
    v.check(
      ({ scopes }) => scopes.length > 0,
      'A token that may do nothing is of no use. Let it do something.'
    ),
    ['scopes']
  )
);

/** Scopes as one writes them in a row: `queue:read notes:write`. */
export const ScopeWords = v.pipe(
  v.string(),
  v.transform((text) => [...new Set(text.split(/[\s,]+/).filter(Boolean))]),
  v.array(
    v.picklist(scopes, ({ received }) => `There is no scope ${received}. There are: ${scopes.join(' ')}`)
  ),
  v.minLength(1, 'Name at least one scope.')
);
