/** The word by which the index of papers knows a month, some months before another. @param month `2026-11` */
function monthBefore(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + number - 1 - by;
  return `@${Math.floor(months / 12)}-${(months % 12) + 1}`;
}

/** The words by which the index of papers knows a month and those before it, so many in all. @param last `2026-11` */
export function monthsBack(last: string, months: number): string[] {
  return Array.from({ length: months }, (_, by) => monthBefore(last, by));
}

/** A stretch of time: how many months it has, and the words by which the index of papers knows its months or years. */
export interface Stretch {
  months: number;
  words: string[];
}

/**
 * Stretches of time to look for papers in, each wider than the one before and holding it: some months, and two and five
 * years, or the one that is asked for. The index goes through all papers of a stretch, so what it costs grows with it.
 * @param newest the month of the newest paper: `2026-11`
 */
export function stretches(newest: string, year: string | null): Stretch[] {
  const last = year ? `${year}-12` : newest;
  const back = (months: number) => ({ months, words: monthsBack(last, months) });
  if (year) return [...[1, 2, 4, 8].map(back), { months: 12, words: [`@${year}`] }];
  const years = (count: number) => ({
    months: 12 * count,
    words: Array.from({ length: count }, (_, by) => `@${Number(newest.slice(0, 4)) - by}`)
  });
  return [...[1, 2, 4, 8, 12].map(back), years(2), years(5)];
}
