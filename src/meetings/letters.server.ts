import { invitationTo, type CalendarEvent } from '#meetings/icalendar.server.ts';
import { endOf, type ToldAs } from '#meetings/meetings.ts';
import type { Answer } from '#meetings/answers.ts';
import { config, homeAddress } from '#platform/config.server.ts';
import { oneLine } from '#platform/lettershown.ts';
import type { Letter } from '#platform/mail.server.ts';
import { sign } from '#platform/signing.server.ts';
import type { Transaction } from '#platform/database.server.ts';
import { clocks, moment } from '#ui/moment.ts';

/** A meeting that people are written to about. */
export interface Told extends CalendarEvent {
  /** IANA zone of its group. */
  timezone: string;
}

/** Somebody who is written to, with what they answered. */
export interface Addressee {
  accountId: string;
  name: string;
  email: string;
  answer: Answer | null;
  /** IANA zone of theirs, if they chose one. */
  zone: string | null;
}

type Written = Pick<Letter, 'subject' | 'text' | 'calendar' | 'until'>;

/** What people were told of a meeting before, as far as it is known; null when they were told nothing. */
type Before = Partial<ToldAs> | null;

/** Invites to a meeting, or says that it changed or was called off; calendars take it in (RFC 6047). */
export async function invitation(
  tx: Transaction,
  meeting: Told,
  to: Addressee,
  before: Before
): Promise<Written> {
  const what = meeting.cancelledAt ? 'Called off' : before ? 'Changed' : 'Invitation';
  const parties = {
    organizer: { name: meeting.groupName, email: senderAddress() },
    attendee: { name: to.name, email: to.email },
    answer: to.answer,
    origin: homeAddress()
  };
  const openings = {
    'Called off': `${meeting.groupName} does not meet then: this meeting was called off.`,
    Changed: [
      `A meeting of ${meeting.groupName} was changed.`,
      ...differences(meeting, before),
      'It is now:'
    ].join(' '),
    Invitation: `${meeting.groupName} meets:`
  };
  return {
    subject: `${what}: ${headingOf(meeting)}`,
    text: [
      openings[what],
      details(meeting, to),
      ...(meeting.cancelledAt ? [] : [await ways(tx, meeting, to)])
    ].join('\n\n'),
    calendar: invitationTo(meeting, parties),
    until: meeting.startsAt
  };
}

/** What was otherwise before, in a sentence, if anything that people were told was. */
function differences(meeting: Told, before: Before): string[] {
  const { title, startsAt, place } = { ...before };
  const parts = [
    ...(title !== undefined && title !== meeting.title ? [`called “${oneLine(title)}”`] : []),
    ...(startsAt && Date.parse(startsAt) !== meeting.startsAt.getTime()
      ? [moment(new Date(startsAt), meeting.timezone, 'full')]
      : []),
    ...(place !== undefined && place !== meeting.place ? [oneLine(place) || 'without a place'] : [])
  ];
  return parts.length > 0 ? [`It was: ${parts.join(', ')}.`] : [];
}

/** Reminds of a meeting. */
export async function reminder(tx: Transaction, meeting: Told, to: Addressee): Promise<Written> {
  return {
    subject: `Soon: ${headingOf(meeting)}`,
    text: [`${meeting.groupName} meets soon:`, details(meeting, to), await ways(tx, meeting, to)].join(
      '\n\n'
    ),
    until: meeting.startsAt
  };
}

function headingOf({ title, groupName, startsAt, timezone }: Told): string {
  const name = title.includes(groupName) ? title : `${title} of ${groupName}`;
  return `${oneLine(name)}, ${moment(startsAt, timezone, 'short')}`;
}

function details(meeting: Told, { zone }: Addressee): string {
  const { title, startsAt, timezone, place, papers } = meeting;
  return [
    title,
    `${moment(startsAt, timezone, 'full')} to ${moment(endOf(meeting), timezone, 'time')} (${clocks(startsAt, timezone, zone)})`,
    ...(place ? [place] : []),
    ...papers.map((paper) => `• ${paper}`)
  ].join('\n');
}

/** For so long after a meeting a link of its mails still says that it is over. */
const afterwards = 30 * 86_400_000;

/** The links by which one answers without signing in, and the page. */
async function ways(tx: Transaction, meeting: Told, { accountId }: Addressee): Promise<string> {
  const word = await sign(
    'rsvp',
    [meeting.id, accountId],
    new Date(endOf(meeting).getTime() + afterwards),
    tx
  );
  const link = (answer: Answer) => `${homeAddress()}/rsvp/${word}?answer=${answer}`;
  return [
    `I’ll come: ${link('yes')}`,
    `Maybe:     ${link('maybe')}`,
    `I can’t:   ${link('no')}`,
    '',
    `The meeting’s page: ${homeAddress()}/g/${meeting.groupSlug}/meetings/${meeting.id}`,
    'Please answer by these links or on the page: what a calendar program mails back is not read.'
  ].join('\n');
}

function senderAddress(): string {
  return /<([^<>\s]+@[^<>\s]+)>/.exec(config().mailFrom)?.[1] ?? config().mailFrom.trim();
}
