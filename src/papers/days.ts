/** Whether this is a day of the calendar, as `YYYY-MM-DD`, from the year 1000 on: PostgreSQL knows no year 0. */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

/** The day in UTC of a moment or day in ISO 8601; undefined when it is none. */
export function dayOf(moment: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}(?:T|$)/.test(moment) || !isDay(moment.slice(0, 10))) return undefined;
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return undefined;
  const day = date.toISOString().slice(0, 10);
  return isDay(day) ? day : undefined;
}
