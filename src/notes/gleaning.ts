/*
 * What a note's text says beside its words: tasks, decisions, citations and who is named. The text is the truth; this reads it.
 */

/** A task box of a text. */
export interface Task {
  /** Which one it is, counted from 0. */
  position: number;
  /** Where the character between its brackets is. */
  at: number;
  isDone: boolean;
  /** What is to be done, as it is written. */
  text: string;
}

const fence = /^\s{0,3}(?:>\s?)*\s*(`{3,}|~{3,})(.*)$/;
const box = /^(\s*(?:>\s?)*(?:[-*+]|\d{1,9}[.)])\s+\[)([ xX])\]\s+(\S.*)$/;

const decision =
  /^\s*(?:>\s?)*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?:\*\*|__)?decision(?:\*\*|__)?:(?:\*\*|__)?\s+(\S.*)$/i;

/** What a text says was decided: the rest of each line that begins with `Decision:`, as it is written. */
export function decisionsIn(text: string): string[] {
  return [...proseLines(text)].flatMap(({ line }) => decision.exec(line)?.[1]?.trim() ?? []);
}

/** Every task box of a text in its order; what is in fenced code is code. */
export function tasksIn(text: string): Task[] {
  const found: Task[] = [];
  for (const { line, start } of proseLines(text)) {
    const [, lead = '', mark = ' ', words] = box.exec(line) ?? [];
    if (words === undefined) continue;
    found.push({
      position: found.length,
      at: start + lead.length,
      isDone: mark !== ' ',
      text: words.trim()
    });
  }
  return found;
}

/** The lines of a text that are not in fenced code, each with where it starts. */
function* proseLines(text: string): Generator<{ line: string; start: number }> {
  let open: string | null = null;
  let start = 0;
  for (const line of text.split('\n')) {
    const [, ticks, info = ''] = fence.exec(line) ?? [];
    if (open === null && ticks) open = ticks;
    else if (open !== null && ticks?.startsWith(open) && info.trim() === '') open = null;
    if (open === null) yield { line, start };
    start += line.length + 1;
  }
}

/** The people a text names with `@`, each with how often. The longest name that fits is meant. */
export function namedIn<Person extends { name: string }>(
  text: string,
  people: readonly Person[]
): Map<Person, number> {
  const byLength = [...people].sort((a, b) => b.name.length - a.name.length);
  const counts = new Map<Person, number>();
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}_.@])@/gu)) {
    const behind = text.slice(index + 1, index + 101).toLowerCase();
    const meant = byLength.find(({ name }) => {
      const wanted = name.toLowerCase();
      return behind.startsWith(wanted) && !/^[\p{L}\p{N}_]/u.test(behind.slice(wanted.length));
    });
    if (meant) counts.set(meant, (counts.get(meant) ?? 0) + 1);
  }
  return counts;
}

/** The ids of papers and notes a text links to. */
export function citedIn(text: string): string[] {
  const links = text.matchAll(/\]\(\/(?:papers|notes|g\/[a-z0-9-]+\/notes)\/([A-Za-z0-9_-]{1,64})\)/g);
  return [...new Set([...links].map(([, id = '']) => id))];
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The day a task says it is due "by": a date (`2026-12-04`, `4 December`, `Dec 4`), a weekday (the next one, never
 * today), today or tomorrow.
 * @param today the day on which the task was first seen, `YYYY-MM-DD` in the group's zone
 * @returns `YYYY-MM-DD`, or null when it names none
 */
export function dueIn(task: string, today: string): string | null {
  const named = /\bby\s+(?=(\d{4}-\d\d-\d\d|[\p{L}\d]+(?:\s+[\p{L}\d]+)?))/giu;
  const words = [...task.matchAll(named)].at(-1)?.[1]?.toLowerCase();
  if (!words) return null;
  if (/^\d{4}-\d\d-\d\d$/.test(words)) return isDay(words) ? words : null;
  const [first = '', second = ''] = words.split(/\s+/);
  if (first === 'today') return today;
  if (first === 'tomorrow') return later(today, 1);
  const weekday = weekdays.findIndex(
    (name) => name === first || (first.length >= 3 && name.startsWith(first))
  );
  if (weekday !== -1) {
    const ahead = (weekday - new Date(`${today}T00:00Z`).getUTCDay() + 7) % 7;
    return later(today, ahead || 7);
  }
  return dayOf(first, second, today) ?? dayOf(second, first, today);
}

function dayOf(number: string, name: string, today: string): string | null {
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(number)?.[1];
  const month = months.indexOf(name.slice(0, 3));
  if (!day || month === -1) return null;
  const written = (year: number) => `${year}-${String(month + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const year = Number(today.slice(0, 4));
  const due = written(year) < today ? written(year + 1) : written(year);
  return isDay(due) ? due : null;
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
