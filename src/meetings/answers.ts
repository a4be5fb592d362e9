/** What people say about whether they come. */
export const answers = [
  { value: 'yes', label: 'I’ll come' },
  { value: 'maybe', label: 'Maybe' },
  { value: 'no', label: 'I can’t' }
] as const;
export type Answer = (typeof answers)[number]['value'];

/** The longest three-minute summary in characters: some five hundred words, which may hold formulas. */
export const longestSummary = 5_000;
