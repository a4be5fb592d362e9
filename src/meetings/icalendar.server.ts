import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus
} from 'ical-generator';
import { endOf } from '#meetings/meetings.ts';
import type { Answer } from '#meetings/answers.ts';

/** A meeting as calendars know it. */
export interface CalendarEvent {
  id: string;
  title: string;
  startsAt: Date;
  durationMinutes: number;
  place: string;
  cancelledAt: Date | null;
  sequence: number;
  groupSlug: string;
  groupName: string;
  /** Titles of the papers on its agenda, in order. */
  papers: string[];
}

/** A calendar program asks for a feed again after as many seconds, if it listens at all. */
const refreshSeconds = 3_600;

/** A calendar to subscribe to (RFC 5545). `origin` is where people reach this installation. */
export function feedOf(name: string, events: readonly CalendarEvent[], origin: string): string {
  const calendar = new ICalCalendar({ prodId, name: escaped(name), ttl: refreshSeconds });
  for (const event of events) calendar.createEvent(described(event, origin));
  return calendar.toString();
}

/** Somebody a meeting's calendar mail goes to, or comes from. */
export interface Party {
  name: string;
  email: string;
}

/** The invitation to one meeting, its change, or its cancellation, for one person (RFC 5546). */
export function invitationTo(
  event: CalendarEvent,
  {
    organizer,
    attendee,
    answer,
    origin
  }: { organizer: Party; attendee: Party; answer: Answer | null; origin: string }
): { method: 'REQUEST' | 'CANCEL'; content: string } {
  const method = event.cancelledAt ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = new ICalCalendar({ prodId, method });
  const made = calendar.createEvent({
    ...described(event, origin),
    organizer: { name: named(organizer), email: organizer.email }
  });
  made.createAttendee({
    name: named(attendee),
    email: attendee.email,
    role: ICalAttendeeRole.REQ,
    status: statuses[answer ?? 'none'],
    rsvp: !event.cancelledAt
  });
  return {
    method: method === ICalCalendarMethod.CANCEL ? 'CANCEL' : 'REQUEST',
    content: calendar.toString()
  };
}

const prodId = '//Colloquy//Colloquy//EN';

const statuses = {
  yes: ICalAttendeeStatus.ACCEPTED,
  maybe: ICalAttendeeStatus.TENTATIVE,
  no: ICalAttendeeStatus.DECLINED,
  none: ICalAttendeeStatus.NEEDSACTION
};

/**
 * Moments are given in UTC, which needs no VTIMEZONE and is right under every clock change: each meeting is an event
 * of its own, not a repetition.
 */
function described(event: CalendarEvent, origin: string) {
  const address = `${origin}/g/${event.groupSlug}/meetings/${event.id}`;
  const papers = event.papers.map((title) => `• ${title}`);
  return {
    // The same in every feed and mail, so that calendars know it for the same.
    id: `${event.id}@colloquy`,
    sequence: event.sequence,
    start: event.startsAt,
    end: endOf(event),
    stamp: new Date(),
    summary: plain(
      event.title.includes(event.groupName) ? event.title : `${event.groupName}: ${event.title}`
    ),
    location: plain(event.place),
    description: plain([...papers, address].join('\n')),
    url: address,
    status: event.cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED
  };
}

/** Text without the control characters that RFC 5545 (3.1) excludes; the library escapes the rest. */
function plain(text: string): string {
  // eslint-disable-next-line no-control-regex -- they are what is taken out
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');
}

/** A name as a quoted parameter bears it (RFC 5545, 3.2), which cannot escape quotes; the address without one. */
function named({ name, email }: Party): string {
  return oneLine(name) || email;
}

/** The calendar's name, which the library writes as it is. */
function escaped(name: string): string {
  return oneLine(name).replace(/[,;]/g, '\\$&') || 'Meetings';
}

function oneLine(text: string): string {
  return plain(text)
    .replace(/[\n"\\]+/g, ' ')
    .trim();
}
