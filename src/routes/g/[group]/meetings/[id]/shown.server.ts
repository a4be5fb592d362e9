import * as groups from '#groups/groups.server.ts';
import type { Member } from '#groups/groups.ts';
import { may } from '#groups/permissions.ts';
import { renderMarkdown } from '#markdown/markdown.server.ts';
import * as meetings from '#meetings/meetings.server.ts';
import type { AgendaItem } from '#meetings/meetings.ts';
import * as notes from '#notes/notes.server.ts';
import { minutesToRead } from '#papers/length.ts';
import * as queue from '#queue/queue.server.ts';
import { moment } from '#ui/moment.ts';
import { abstract, shown, shownOutcome, titleHtml } from '../../rendered.server.ts';

/* What the page of a meeting shows beside the meeting itself. */

/** Gives an item of the agenda what a page shows of it. */
export function shownItem(item: AgendaItem) {
  const { summary } = item;
  return {
    ...shown(item),
    minutesToRead: minutesToRead(item.pages),
    summary: summary && { ...summary, html: renderMarkdown(summary.text) }
  };
}

/** Who comes, who does what, who has read what, and what they want to say. */
export async function peopleAt(member: Member, meetingId: string) {
  const [expected, duties, questions, hands, readers] = await Promise.all([
    meetings.expected(member, meetingId),
    meetings.duties(member, meetingId),
    meetings.questions(member, meetingId),
    meetings.hands(member, meetingId),
    meetings.readersOf(member, meetingId)
  ]);
  return {
    ...{ expected, duties, hands, readers },
    questions: questions.map((one) => ({ ...one, html: abstract(one.text) }))
  };
}

/** What belongs to a meeting from its beginning on: what comes of it, and what comes next. */
export async function hourOf(member: Member, meetingId: string) {
  const [next, outcome, carried] = await Promise.all([
    meetings.after(member, meetingId),
    notes.outcomeOf(member, meetingId),
    meetings.carried(member, meetingId)
  ]);
  const ballot = next?.ballotId ? await meetings.decisionOf(member, next.ballotId) : null;
  return {
    next: next && { id: next.id, startsAt: next.startsAt, ballot },
    outcome: shownOutcome(outcome),
    carried: carried.map(({ title, ...one }) => ({ ...one, titleHtml: titleHtml(title) }))
  };
}

/** Whom one can ask to take over what one leads: each for nothing, or for something they lead. */
export async function takersFor(member: Member) {
  const [people, led] = await Promise.all([groups.people(member), meetings.ledByOthers(member)]);
  const handOver = people
    .filter(({ role, accountId }) => may(role, 'agenda.lead') && accountId !== member.accountId)
    .map(({ accountId, name }) => ({ value: `account:${accountId}`, label: `${name} takes it over` }));
  const inReturn = led.map(({ itemId, name, startsAt, title }) => ({
    value: `item:${itemId}`,
    label: `Swap with ${name}, ${moment(startsAt, member.timezone, 'date')}: ${title}`
  }));
  return [...handOver, ...inReturn];
}

/** What organisers choose from: the queue, and who may lead. */
export async function choicesFor(member: Member) {
  if (!may(member.role, 'meeting.arrange')) return { waiting: [], leads: [] };
  const [waiting, people] = await Promise.all([queue.choices(member), groups.people(member)]);
  return {
    waiting: waiting.map(({ id, title, queueName, queueId }) => ({
      value: id,
      label: queueId === waiting[0]?.queueId ? title : `${title} (${queueName})`
    })),
    leads: people
      .filter(({ role }) => may(role, 'agenda.lead'))
      .map(({ accountId, name }) => ({ value: accountId, label: name }))
  };
}
