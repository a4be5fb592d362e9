import { and, eq, gt, isNull } from 'drizzle-orm';
import * as groups from '#groups/groups.server.ts';
import type { Member } from '#groups/groups.ts';
import { permissions } from '#groups/permissions.ts';
import { group } from '#groups/schema.ts';
import { agendaItem, meeting } from '#meetings/schema.ts';
import { paper } from '#papers/schema.ts';
import { homeAddress } from '#platform/config.server.ts';
import type { Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { oneLine } from '#platform/lettershown.ts';
import { recall, type Letter } from '#platform/mail.server.ts';
import { writtenMoment } from '#ui/moment.ts';

/** Leads are given and taken back in a few clicks: only what stands after a while is written about. */
const settling = 10 * 60_000;

/**
 * Tells somebody that they lead an item of a meeting to come, instead of what was to be told of it before. Whoever did
 * that themselves knows it.
 * @param leadId null when nobody leads it any more
 * @param by who gave it to them; null when a ballot did
 */
export async function tellOfLead(
  tx: Transaction,
  itemId: string,
  leadId: string | null,
  by: string | null
): Promise<void> {
  await recall(tx, `lead:${itemId}:`);
  if (!leadId || leadId === by) return;
  const item = await itemToCome(tx, itemId);
  if (!item) return;
  await write(tx, item, leadId, new Date(Date.now() + settling), (when) => ({
    subject: `you lead “${item.title}”`,
    sentences: [
      `You lead “${item.title}” on ${when}.`,
      `If you cannot, hand it back or ask somebody to swap: ${item.page}`
    ],
    once: `lead:${itemId}:${newId()}`
  }));
}

/** Stops what was to be told of leads at a meeting that was called off. */
export async function stopTelling(tx: Transaction, meetingId: string): Promise<void> {
  const items = await tx
    .select({ id: agendaItem.id })
    .from(agendaItem)
    .where(eq(agendaItem.meetingId, meetingId));
  for (const { id } of items) await recall(tx, `lead:${id}:`);
}

/** A question whether somebody takes an item over. */
export interface Question {
  id: string;
  itemId: string;
  askedBy: string;
  askedOf: string;
  returnItemId: string | null;
}

/** Asks somebody by mail whether they take an item over. */
export async function tellAsked(tx: Transaction, asker: Member, question: Question): Promise<void> {
  const item = await itemToCome(tx, question.itemId);
  if (!item) return;
  const back = question.returnItemId ? await itemToCome(tx, question.returnItemId) : undefined;
  const name = oneLine(asker.name);
  await write(tx, item, question.askedOf, new Date(), (when, momentOf) => ({
    subject: `${name} asks you to lead “${item.title}”`,
    sentences: [
      `${name} asks whether you would lead “${item.title}” on ${when}.`,
      ...(back
        ? [`In return ${name} would lead “${back.title}”, which is yours, on ${momentOf(back.startsAt)}.`]
        : []),
      `Say yes or no: ${homeAddress()}/g/${item.slug}/meetings`
    ],
    once: `swap:${question.id}:asked`
  }));
}

/** Tells who asked what became of it, and stops the question where it has not gone out. */
export async function tellSettled(
  tx: Transaction,
  { id, itemId, askedBy, askedOf }: Question,
  by: Member,
  accepted: boolean
): Promise<void> {
  await recall(tx, `swap:${id}:asked`);
  const item = await itemToCome(tx, itemId);
  if (!item || by.accountId !== askedOf) return;
  if (accepted) await recall(tx, `lead:${itemId}:`);
  const name = oneLine(by.name);
  const outcome = accepted ? `${name} leads “${item.title}”` : `${name} cannot lead “${item.title}”`;
  await write(tx, item, askedBy, new Date(), (when) => ({
    subject: outcome,
    sentences: [
      `${outcome} on ${when}${accepted ? ', as you asked' : ', so it stays with you'}.`,
      `The meeting’s page: ${item.page}`
    ],
    once: `swap:${id}:settled`
  }));
}

type Item = NonNullable<Awaited<ReturnType<typeof itemToCome>>>;

async function itemToCome(tx: Transaction, itemId: string) {
  const [found] = await tx
    .select({
      groupId: group.id,
      slug: group.slug,
      timezone: group.timezone,
      meetingId: meeting.id,
      startsAt: meeting.startsAt,
      title: paper.title
    })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .innerJoin(group, eq(group.id, meeting.groupId))
    .innerJoin(paper, eq(paper.id, agendaItem.paperId))
    .where(and(eq(agendaItem.id, itemId), isNull(meeting.cancelledAt), gt(meeting.startsAt, new Date())));
  return (
    found && {
      ...found,
      title: oneLine(found.title),
      page: `${homeAddress()}/g/${found.slug}/meetings/${found.meetingId}`
    }
  );
}

type Said = Required<Pick<Letter, 'subject' | 'once'>> & { sentences: string[] };

/** Writes to one member, if they want such mails, with moments on the group's clocks and on theirs. */
async function write(
  tx: Transaction,
  { groupId, timezone, startsAt }: Item,
  accountId: string,
  at: Date,
  say: (when: string, momentOf: (at: Date) => string) => Said
): Promise<void> {
  const leading = permissions['agenda.lead'];
  const [reader] = await groups.readers(tx, groupId, 'lead', leading, accountId);
  if (!reader) return;
  const momentOf = (moment: Date) => writtenMoment(moment, timezone, reader.zone);
  const { subject, sentences, once } = say(momentOf(startsAt), momentOf);
  const letter = {
    subject: `${oneLine(reader.groupName)}: ${subject}`,
    text: [`Hello ${oneLine(reader.name)},`, ...sentences].join('\n\n'),
    ...{ once, until: startsAt }
  };
  await groups.write(tx, reader, letter, at);
}
