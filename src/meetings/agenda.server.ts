import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import type { Member } from '#groups/groups.ts';
import { allow, permissions } from '#groups/permissions.ts';
import { membership } from '#groups/schema.ts';
import { changed } from '#meetings/changed.ts';
import { tellOfLead } from '#meetings/leadletters.server.ts';
import type { Draw } from '#meetings/meetings.ts';
import { held } from '#meetings/planning.server.ts';
import { agendaItem, meeting } from '#meetings/schema.ts';
import { paper } from '#papers/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import * as queue from '#queue/queue.server.ts';
import { nomination } from '#queue/schema.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../failures.ts';

/**
 * Puts a waiting nomination onto a meeting's agenda by hand, out of the queue.
 * @throws Conflict when it waits no longer, or the meeting was called off
 */
export async function addToAgenda(member: Member, meetingId: string, nominationId: string): Promise<void> {
  allow(member, 'meeting.arrange');
  await transaction(async (tx) => {
    // Nominations before meetings, as the closing of a ballot locks them.
    const [found] = await tx
      .select({ title: paper.title })
      .from(nomination)
      .innerJoin(paper, eq(paper.id, nomination.paperId))
      .where(and(eq(nomination.id, nominationId), eq(nomination.groupId, member.groupId), isWaiting))
      .for('update', { of: nomination });
    if (!found) {
      const sentence = 'This proposal is no longer in the queue: it was withdrawn or chosen meanwhile.';
      throw new Conflict(sentence, { nomination: sentence });
    }
    const { cancelledAt } = await held(tx, member, meetingId);
    if (cancelledAt) throw new Conflict('This meeting was called off. Choose another one.');
    await putOnAgenda(tx, meetingId, [nominationId], { by: member.accountId });
    await queue.choose(tx, [nominationId], new Date());
    await accounts.record(tx, member, 'agenda.add', { about: found.title });
    await publish(changed(member.groupId), tx);
  });
}

/**
 * Puts nominations at the end of an agenda, led by who offered it on the ballot, or first in the queue, or else by whoever
 * proposed them unless they look for a lead, while these may; they are told. A paper that is on it already stays where it
 * is. The meeting is locked by the caller.
 * @param offered account ids by nomination, of those who offered it on the ballot that chose it
 * @param by who does it by hand; null when a ballot does
 */
export async function putOnAgenda(
  tx: Transaction,
  meetingId: string,
  nominationIds: readonly string[],
  { offered = new Map(), by }: { offered?: ReadonlyMap<string, string>; by: string | null }
): Promise<void> {
  const offers = new Map([...(await queue.firstOffers(tx, nominationIds)), ...offered]);
  for (const nominationId of nominationIds) {
    const offer = offers.get(nominationId) ?? null;
    const lead = sql`coalesce(${offer}, case when ${nomination.leadWantedAt} is null then ${nomination.proposedBy} end)`;
    const [found] = await tx
      .select({ paperId: nomination.paperId, leadId: membership.accountId })
      .from(nomination)
      .leftJoin(membership, and(eq(membership.accountId, lead), mayLead(nomination.groupId)))
      .where(eq(nomination.id, nominationId));
    if (!found) continue;
    const position = sql<number>`(select coalesce(max(${agendaItem.position}), 0) + 1 from ${agendaItem} where ${agendaItem.meetingId} = ${meetingId})`;
    const [made] = await tx
      .insert(agendaItem)
      .values({ id: newId(), meetingId, nominationId, ...found, position })
      .onConflictDoNothing({ target: [agendaItem.meetingId, agendaItem.paperId] })
      .returning({ id: agendaItem.id });
    if (made) await tellOfLead(tx, made.id, found.leadId, by);
  }
}

/** Takes a paper off an agenda; a nomination goes back into the queue, where it keeps its interest. */
export async function removeFromAgenda(member: Member, itemId: string): Promise<void> {
  allow(member, 'meeting.arrange');
  await transaction(async (tx) => {
    const { nominationId, meetingId } = await findItem(tx, member, itemId);
    await queue.hold(tx, [nominationId]);
    await held(tx, member, meetingId);
    await heldItem(tx, member, itemId);
    await tellOfLead(tx, itemId, null, member.accountId);
    const [gone] = await tx
      .delete(agendaItem)
      .where(eq(agendaItem.id, itemId))
      .returning({ paperId: agendaItem.paperId });
    const [named] = await tx.select({ title: paper.title }).from(paper).where(eq(paper.id, gone!.paperId));
    await accounts.record(tx, member, 'agenda.remove', { about: named!.title });
    if (nominationId) await queue.putBack(tx, [nominationId]);
    await publish(changed(member.groupId), tx);
  });
}

/** Offers to lead an item. @throws Conflict when somebody else leads it already */
export async function volunteer(member: Member, itemId: string): Promise<void> {
  await changeLead(member, itemId, ({ leadId }) => {
    if (leadId && leadId !== member.accountId)
      throw new Conflict('Somebody else offered to lead this meanwhile. Thank you all the same.');
    return { leadId: member.accountId };
  });
}

/** Gives back an item one leads. @throws Forbidden for somebody else's */
export async function handBack(member: Member, itemId: string): Promise<void> {
  await changeLead(member, itemId, ({ leadId }) => {
    if (leadId !== member.accountId) throw new Forbidden('Only who leads this can hand it back.');
    return { leadId: null };
  });
}

/** Says who leads an item, or with null that nobody does. @throws Invalid for somebody who may not */
export async function setLead(member: Member, itemId: string, leadId: string | null): Promise<void> {
  await setLeadOf(member, itemId, async (_item, tx) => {
    if (leadId) await assertMayLead(tx, member.groupId, leadId);
    return { leadId };
  });
}

/** An organiser gives an item a lead that `decide` finds while the item is locked. */
export async function setLeadOf(
  member: Member,
  itemId: string,
  decide: (item: Item, tx: Transaction) => Promise<Lead>
): Promise<void> {
  allow(member, 'meeting.arrange');
  await changeLead(member, itemId, async (item, tx) => {
    const lead = await decide(item, tx);
    if (lead.leadId) await accounts.record(tx, member, 'agenda.lead', { person: lead.leadId });
    else await accounts.record(tx, member, 'agenda.free');
    return lead;
  });
}

/** @throws Invalid for somebody who may not lead in a group */
export async function assertMayLead(tx: Transaction, groupId: string, accountId: string): Promise<void> {
  const [able] = await tx
    .select({ id: membership.id })
    .from(membership)
    .where(and(eq(membership.accountId, accountId), mayLead(groupId)));
  if (!able) throw new Invalid({ lead: 'Choose somebody who belongs to this group and may lead.' });
}

interface Lead {
  leadId: string | null;
  leadDraw?: Draw;
}

interface Item {
  meetingId: string;
  nominationId: string | null;
  leadId: string | null;
}

async function changeLead(
  member: Member,
  itemId: string,
  decide: (item: Item, tx: Transaction) => Promise<Lead> | Lead
): Promise<void> {
  allow(member, 'agenda.lead');
  await transaction(async (tx) => {
    const item = await heldItem(tx, member, itemId);
    const { leadId, leadDraw = null } = await decide(item, tx);
    await tx.update(agendaItem).set({ leadId, leadDraw }).where(eq(agendaItem.id, itemId));
    if (leadId !== item.leadId) await tellOfLead(tx, itemId, leadId, member.accountId);
    await publish(changed(member.groupId), tx);
  });
}

async function heldItem(tx: Transaction, member: Member, itemId: string): Promise<Item> {
  const [found] = await itemOf(tx, member, itemId).for('update', { of: agendaItem });
  if (!found) throw new NotFound('This part of the agenda');
  return found;
}

async function findItem(tx: Transaction, member: Member, itemId: string): Promise<Item> {
  const [found] = await itemOf(tx, member, itemId);
  if (!found) throw new NotFound('This part of the agenda');
  return found;
}

function itemOf(tx: Transaction, member: Member, itemId: string) {
  return tx
    .select({
      meetingId: agendaItem.meetingId,
      nominationId: agendaItem.nominationId,
      leadId: agendaItem.leadId
    })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(and(eq(agendaItem.id, itemId), eq(meeting.groupId, member.groupId)));
}

const isWaiting = and(isNull(nomination.withdrawnAt), isNull(nomination.chosenAt));

function mayLead(groupId: string | typeof nomination.groupId) {
  return and(
    eq(membership.groupId, groupId),
    isNull(membership.endedAt),
    inArray(membership.role, [...permissions['agenda.lead']])
  );
}
