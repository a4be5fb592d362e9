/* How long a paper is, from what its authors or its publisher say. */

const longest = 2_000;
/** Minutes for a page read with care, formulas and figures included. */
export const minutesAPage = 3;

/** The pages that authors name in a comment: `12 pages, 5 figures`, `9+3 pages`, `37pp`. Null when they name none. */
export function pagesIn(comment: string): number | null {
  const [, first = '', second = '0'] =
    /(?<![\d.])(\d{1,4})(?:\s*\+\s*(\d{1,3}))?\s*-?\s*(?:pages?|pp?\.?)(?![a-z])/i.exec(comment) ?? [];
  return plausible(Number(first) + Number(second));
}

/** The pages of a range as publishers print it: `123-145`, `S12–S19`. Null for a single number, which is an article's. */
export function pagesOfRange(range: string): number | null {
  const [, prefix = '', from = '', last, to = ''] =
    /^\s*([A-Za-z]?)(\d{1,6})\s*[-–—]+\s*([A-Za-z]?)(\d{1,6})\s*$/.exec(range) ?? [];
  if (last !== prefix) return null;
  // Some leave out what both have in front: 1234-45.
  const end = to.length < from.length ? from.slice(0, from.length - to.length) + to : to;
  return plausible(Number(end) - Number(from) + 1);
}

function plausible(pages: number): number | null {
  return Number.isInteger(pages) && pages > 0 && pages <= longest ? pages : null;
}

/** Minutes to read so many pages, to five minutes; null when nobody said how many there are. */
export function minutesToRead(pages: number | null): number | null {
  return pages === null ? null : Math.max(5, Math.round((pages * minutesAPage) / 5) * 5);
}

/** A time in minutes, as people say one that nobody knows exactly: `about 35 minutes`, `about 2 h 5 min`. */
export function timeInWords(minutes: number): string {
  if (minutes < 90) return `about ${minutes} minutes`;
  const rest = minutes % 60;
  return `about ${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`}`;
}
