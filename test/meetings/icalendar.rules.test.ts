import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { feedOf, invitationTo, type CalendarEvent } from '#meetings/icalendar.server.ts';
import { occurrences } from '#meetings/rhythm.server.ts';

const origin = 'https://reading.example.org';
const event: CalendarEvent = {
  id: 'bcdfghjkmnpqrstv',
  title: 'Weekly meeting',
  startsAt: new Date('2026-11-26T17:00Z'),
  durationMinutes: 90,
  place: 'Room 4',
  cancelledAt: null,
  sequence: 2,
  groupSlug: 'club',
  groupName: 'Grokking club',
  papers: ['A, B; C']
};
const ada = { name: 'Ada', email: 'ada@example.org' };
const colloquy = { name: 'Grokking club', email: 'colloquy@example.org' };

/** What a second library reads out of a calendar. */
function read(content: string) {
  const calendar = new ICAL.Component(ICAL.parse(content) as never);
  return {
    calendar,
    events: calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  };
}

/** Lines as they go over the wire: CRLF between them, none of more than 75 octets (RFC 5545, 3.1). */
function assertFolded(content: string): void {
  expect(content).not.toMatch(/[^\r]\n|\r[^\n]/);
  for (const line of content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  // eslint-disable-next-line no-control-regex -- that there are none
  expect(content).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f]/);
}

test('a feed says of a meeting when, where, what, and its state, to another library', () => {
  const content = feedOf('Grokking club', [event, { ...event, id: 'off', cancelledAt: new Date() }], origin);
  const { calendar, events } = read(content);
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Grokking club');
  expect(calendar.getFirstPropertyValue('prodid')).toBe('-//Colloquy//Colloquy//EN');
  expect(calendar.getFirstPropertyValue('method')).toBeNull();
  const [first, off] = events;
  expect(first!.uid).toBe('bcdfghjkmnpqrstv@colloquy');
  expect(first!.sequence).toBe(2);
  expect(first!.startDate.toJSDate()).toEqual(event.startsAt);
  expect(first!.endDate.toJSDate()).toEqual(new Date('2026-11-26T18:30Z'));
  expect(first!.summary).toBe('Grokking club: Weekly meeting');
  expect(first!.location).toBe('Room 4');
  expect(first!.description).toBe(`• A, B; C\n${origin}/g/club/meetings/bcdfghjkmnpqrstv`);
  expect(first!.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
  expect(off!.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(first!.component.getFirstProperty('attendee')).toBeNull();
});

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: fc.constantFrom('\r', '\n', ',', ';', ':', '"', '\\', '\t', '\0', '🦄', 'é', 'x') }),
  fc.constant('x\r\nEND:VEVENT\r\nBEGIN:VALARM'),
  fc.constant('🏳️‍🌈'.repeat(30))
);
/** What is left of a text: its lines, without control characters. */
const kept = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- they are what is taken out
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');

test('whatever people write into a title, a place, a name or a paper stays text, on lines that fit', () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, hostile, (title, place, groupName, paper) => {
      const written = { ...event, title, place, groupName, papers: [paper] };
      const feed = feedOf(groupName, [written], origin);
      assertFolded(feed);
      const [first, ...more] = read(feed).events;
      expect(more).toEqual([]);
      expect(first!.component.getAllSubcomponents()).toEqual([]);
      expect(first!.summary).toContain(kept(title));
      if (place) expect(first!.location).toBe(kept(place));
      expect(first!.description).toContain(kept(paper));
      const attendee = { ...ada, name: title };
      const { content } = invitationTo(written, {
        organizer: { ...colloquy, name: groupName },
        attendee,
        answer: null,
        origin
      });
      assertFolded(content);
      const [invited] = read(content).events;
      expect(invited!.attendees.map((one) => String(one.getFirstValue()).toLowerCase())).toEqual([
        'mailto:ada@example.org'
      ]);
      expect(String(invited!.organizer).toLowerCase()).toBe('mailto:colloquy@example.org');
    }),
    { numRuns: 300 }
  );
});

test('an invitation asks one person and says what they answered; a cancellation cancels the same event', () => {
  const parties = { organizer: colloquy, attendee: ada, origin };
  const asked = invitationTo(event, { ...parties, answer: null });
  const again = invitationTo({ ...event, sequence: 3 }, { ...parties, answer: 'maybe' });
  const off = invitationTo({ ...event, sequence: 4, cancelledAt: new Date() }, { ...parties, answer: 'yes' });
  expect([asked.method, again.method, off.method]).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
  const parsed = [asked, again, off].map(({ content }) => read(content));
  expect(parsed.map(({ calendar }) => calendar.getFirstPropertyValue('method'))).toEqual([
    'REQUEST',
    'REQUEST',
    'CANCEL'
  ]);
  const events = parsed.map(({ events: [only] }) => only!);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(1);
  expect(events.map(({ sequence }) => sequence)).toEqual([2, 3, 4]);
  expect(events.map(({ attendees }) => attendees[0]!.getParameter('partstat'))).toEqual([
    'NEEDS-ACTION',
    'TENTATIVE',
    'ACCEPTED'
  ]);
  expect(events[2]!.component.getFirstPropertyValue('status')).toBe('CANCELLED');
});

test.each([
  ['Europe/Berlin', '18:00'],
  ['America/New_York', '02:30'],
  ['Australia/Sydney', '02:30'],
  ['Australia/Lord_Howe', '02:15'],
  ['Asia/Kolkata', '19:30'],
  ['Pacific/Chatham', '03:00'],
  ['Africa/Casablanca', '20:00']
])('a year of meetings in %s at %s is at the same moments in the calendar', (timezone, startTime) => {
  const pattern = { rrule: 'FREQ=WEEKLY;BYDAY=SU', startsOn: '2026-01-04', startTime, timezone };
  const year = occurrences(pattern, new Date('2026-01-01'), 53);
  const content = feedOf(
    'Year',
    year.map(({ occursOn, startsAt }) => ({ ...event, id: occursOn, startsAt })),
    origin
  );
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, timeStyle: 'short' });
  const { events } = read(content);
  expect(events.map(({ startDate }) => startDate.toJSDate())).toEqual(year.map(({ startsAt }) => startsAt));
  const others = events.filter(({ startDate }) => clock.format(startDate.toJSDate()) !== startTime);
  // At most the one meeting whose time the clocks skip.
  expect(others.length).toBeLessThanOrEqual(1);
});
