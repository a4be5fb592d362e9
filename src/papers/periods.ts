/** The word by which the index of papers knows a month, some months before another. @param month `2026-11` */
function monthBefore(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + number - 1 - by;
  return `@${Math.floor(months / 12)}-${(months % 12) + 1}`;
}

/**
 * Stretches of time to look for papers in, each wider than the one before and holding it, as the words by which the
 * index of papers knows years and months: a month, four, and two and five years, or the one that is asked for. Months
 * are few, because the index goes through all papers of each.
 * @param newest the month of the newest paper: `2026-11`
 */
export function stretches(newest: string, year: string | null): string[][] {
  const last = year ? `${year}-12` : newest;
  const months = (count: number) => Array.from({ length: count }, (_, back) => monthBefore(last, back));
  if (year) return [months(1), months(4), [`@${year}`]];
  const years = (count: number) =>
    Array.from({ length: count }, (_, back) => `@${Number(newest.slice(0, 4)) - back}`);
  return [months(1), months(4), years(2), years(5)];
}
