const mostNamed = 4;

/** Authors on one line: "A, B, C, D and 12 more", "12 authors" where none is named, or nothing. */
export function byline(authors: readonly string[], authorCount: number | null): string {
  const all = Math.max(authors.length, authorCount ?? 0);
  if (authors.length === 0) return all > 0 ? `${all} ${all === 1 ? 'author' : 'authors'}` : '';
  const named = authors.slice(0, all > mostNamed + 1 ? mostNamed : authors.length);
  const others = all - named.length;
  return others > 0 ? `${named.join(', ')} and ${others} more` : named.join(', ');
}
