/** What members were told of a meeting. */
export interface ToldAs {
  title: string;
  /** As ISO 8601. */
  startsAt: string;
  place: string;
}

/** A rhythm that pauses calls its meetings off, and so does a holiday; the end of either calls them back. */
export type CancelledFor = 'pause' | 'holiday';

/** What there is to do at a meeting besides leading, in every group. */
export const usualDuties = ['Scribe', 'Skeptic', 'Timekeeper'];

/** How chance chose: among whom, and by which seed. */
export interface Draw {
  seed: string;
  among: string[];
}

/** A meeting in a list. */
export interface Listed {
  id: string;
  title: string;
  startsAt: Date;
  durationMinutes: number;
  place: string;
  cancelledAt: Date | null;
  /** What called it off, when nobody did by hand. */
  cancelledFor: CancelledFor | null;
  /** Titles of the papers on its agenda, in order. */
  papers: string[];
}

/** A paper at a meeting. */
export interface AgendaItem {
  id: string;
  paperId: string;
  title: string;
  authors: string[];
  authorCount: number | null;
  /** Why it was proposed, in Markdown; empty for what an organiser put there. */
  pitch: string;
  lead: { accountId: string; name: string } | null;
  /** How long it is meant to take. */
  minutes: number | null;
  /** When the group came to it, and when it went on. */
  startedAt: Date | null;
  finishedAt: Date | null;
  /** How many pages it has, if that is known. */
  pages: number | null;
  /** What it says in three minutes, in Markdown. */
  summary: { text: string; by: string; at: Date } | null;
  /** How chance chose the lead: by which seed, among whom (id and name). */
  draw: { seed: string; among: { accountId: string; name: string }[] } | null;
}

/** The ballot that decides for a meeting. */
export interface Decision {
  id: string;
  title: string;
  closesAt: Date;
  closedAt: Date | null;
  /** How many have voted. */
  voted: number;
  /** The reader is one of them. */
  mine: boolean;
}

/** A meeting with all that hangs on the wall during the hour. */
export interface View extends Omit<Listed, 'papers'> {
  /** It is past its end, or closed. */
  isOver: boolean;
  /** When it was closed and by whom, if it was. */
  closedAt: Date | null;
  closedBy: string | null;
  agenda: AgendaItem[];
  ballot: Decision | null;
}

/** The end of a meeting. */
export function endOf({ startsAt, durationMinutes }: { startsAt: Date; durationMinutes: number }): Date {
  return new Date(startsAt.getTime() + durationMinutes * 60_000);
}

/** From when on one can be seen at a meeting: some come early. */
export function opensAt({ startsAt }: { startsAt: Date }): Date {
  return new Date(startsAt.getTime() - 30 * 60_000);
}

/** The address to call, when a meeting's place is one. */
export function addressIn(place: string): string | undefined {
  return /^https?:\/\/\S+$/i.test(place) && URL.canParse(place) ? place : undefined;
}
