import { and, asc, eq, gt, inArray, isNull, ne, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import { assertMayLead } from '#meetings/agenda.server.ts';
import { changed } from '#meetings/changed.ts';
import { tellAsked, tellSettled } from '#meetings/leadletters.server.ts';
import { agendaItem, meeting, swap } from '#meetings/schema.ts';
import { paper } from '#papers/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { Conflict, Forbidden, NotFound } from '../failures.ts';

/** An item somebody leads at a meeting to come. */
export interface Led {
  itemId: string;
  title: string;
  startsAt: Date;
  accountId: string;
  name: string;
}

/** An open question whether somebody takes over an item. */
export interface Asked {
  id: string;
  itemId: string;
  title: string;
  meetingId: string;
  startsAt: Date;
  askedBy: { accountId: string; name: string };
  askedOf: { accountId: string; name: string };
  /** What they would give in return. */
  inReturn: { title: string; startsAt: Date } | null;
}

/** What others lead at meetings to come, to swap with. */
export async function ledByOthers(member: Member): Promise<Led[]> {
  allow(member, 'group.read');
  return database()
    .select({
      itemId: agendaItem.id,
      title: paper.title,
      startsAt: meeting.startsAt,
      accountId: account.id,
      name: account.name
    })
    .from(meeting)
    .innerJoin(agendaItem, eq(agendaItem.meetingId, meeting.id))
    .innerJoin(paper, eq(paper.id, agendaItem.paperId))
    .innerJoin(account, eq(account.id, agendaItem.leadId))
    .where(and(isToCome(member), ne(agendaItem.leadId, member.accountId)))
    .orderBy(asc(meeting.startsAt), asc(agendaItem.position));
}

/** What one leads at meetings to come, soonest first. */
export async function ledByMe(member: Member): Promise<{ title: string; startsAt: Date }[]> {
  allow(member, 'group.read');
  return database()
    .select({ title: paper.title, startsAt: meeting.startsAt })
    .from(meeting)
    .innerJoin(agendaItem, eq(agendaItem.meetingId, meeting.id))
    .innerJoin(paper, eq(paper.id, agendaItem.paperId))
    .where(and(isToCome(member), eq(agendaItem.leadId, member.accountId)))
    .orderBy(asc(meeting.startsAt), asc(agendaItem.position));
}

/** Asks somebody to lead an item of one's own, or to swap it for one of theirs. @throws Conflict while one is open */
export async function askToSwap(
  member: Member,
  itemId: string,
  asked: { accountId: string } | { itemId: string }
): Promise<void> {
  allow(member, 'agenda.lead');
  await transaction(async (tx) => {
    const [mine, theirs] = await ledItems(tx, member, itemId, 'itemId' in asked ? asked.itemId : null);
    if (mine.leadId !== member.accountId)
      throw new Forbidden('Only who leads this can ask somebody else to.');
    const askedOf = theirs ? theirs.leadId : 'accountId' in asked ? asked.accountId : null;
    if (!askedOf || askedOf === member.accountId) throw new Conflict('Choose somebody else to ask.');
    await assertMayLead(tx, member.groupId, askedOf);
    const question = {
      ...{ id: newId(), itemId, askedBy: member.accountId, askedOf },
      returnItemId: theirs?.id ?? null
    };
    const [made] = await tx.insert(swap).values(question).onConflictDoNothing().returning({ id: swap.id });
    if (!made) throw new Conflict('Somebody is asked about this already. Withdraw that first.');
    await tellAsked(tx, member, question);
    await publish(changed(member.groupId), tx);
  });
}

/** Takes over what one was asked to, and gives in return what was asked for. @throws Conflict when it changed */
export async function acceptSwap(member: Member, swapId: string): Promise<void> {
  await settle(member, swapId, async (found, tx) => {
    if (found.askedOf !== member.accountId) throw new NotFound('This question');
    await assertMayLead(tx, member.groupId, found.askedBy);
    const [given, back] = await ledItems(tx, member, found.itemId, found.returnItemId);
    if (given.leadId !== found.askedBy || (back && back.leadId !== member.accountId))
      throw new Conflict('Who leads what has changed since you were asked.');
    await lead(tx, given.id, member.accountId);
    if (back) await lead(tx, back.id, found.askedBy);
    return { acceptedAt: new Date() };
  });
}

/** Says no, or takes one's own question back. */
export async function declineSwap(member: Member, swapId: string): Promise<void> {
  await settle(member, swapId, ({ askedBy, askedOf }) => {
    if (![askedBy, askedOf].includes(member.accountId)) throw new NotFound('This question');
    return { declinedAt: new Date() };
  });
}

type Found = typeof swap.$inferSelect;
type Settled = { acceptedAt: Date } | { declinedAt: Date };

async function settle(
  member: Member,
  swapId: string,
  decide: (found: Found, tx: Transaction) => Promise<Settled> | Settled
): Promise<void> {
  allow(member, 'agenda.lead');
  await transaction(async (tx) => {
    const [found] = await tx.select().from(swap).where(eq(swap.id, swapId)).for('update');
    if (!found) throw new NotFound('This question');
    if (found.acceptedAt || found.declinedAt) throw new Conflict('This was settled meanwhile.');
    const settled = await decide(found, tx);
    await tx.update(swap).set(settled).where(eq(swap.id, swapId));
    await tellSettled(tx, found, member, 'acceptedAt' in settled);
    await publish(changed(member.groupId), tx);
  });
}

function lead(tx: Transaction, itemId: string, leadId: string): Promise<unknown> {
  return tx.update(agendaItem).set({ leadId, leadDraw: null }).where(eq(agendaItem.id, itemId));
}

/** What is swapped and what for, locked in one order whoever asks whom. @throws NotFound */
async function ledItems(
  tx: Transaction,
  member: Member,
  itemId: string,
  returnItemId: string | null
): Promise<[LedItem, LedItem | null]> {
  const ids = [itemId, ...(returnItemId ? [returnItemId] : [])];
  const found = await tx
    .select({ id: agendaItem.id, leadId: agendaItem.leadId })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(and(inArray(agendaItem.id, ids), isToCome(member)))
    .orderBy(asc(agendaItem.id))
    .for('update', { of: agendaItem });
  const [given, back] = ids.map((id) => found.find((one) => one.id === id));
  if (!given || (returnItemId && !back)) throw new NotFound('This part of the agenda');
  return [given, back ?? null];
}

interface LedItem {
  id: string;
  leadId: string | null;
}

/** The open questions that somebody asked or was asked, about meetings to come. */
export async function openSwaps(member: Member): Promise<Asked[]> {
  allow(member, 'group.read');
  const [asker, other] = [alias(account, 'asker'), alias(account, 'other')];
  const back = { item: alias(agendaItem, 'back_item'), meeting: alias(meeting, 'back_meeting') };
  const backPaper = alias(paper, 'back_paper');
  const rows = await database()
    .select({
      id: swap.id,
      itemId: swap.itemId,
      title: paper.title,
      meetingId: meeting.id,
      startsAt: meeting.startsAt,
      askedBy: { accountId: asker.id, name: asker.name },
      askedOf: { accountId: other.id, name: other.name },
      returnTitle: backPaper.title,
      returnStartsAt: back.meeting.startsAt
    })
    .from(meeting)
    .innerJoin(agendaItem, eq(agendaItem.meetingId, meeting.id))
    .innerJoin(swap, and(eq(swap.itemId, agendaItem.id), eq(swap.askedBy, agendaItem.leadId)))
    .innerJoin(paper, eq(paper.id, agendaItem.paperId))
    .innerJoin(asker, eq(asker.id, swap.askedBy))
    .innerJoin(other, eq(other.id, swap.askedOf))
    .leftJoin(back.item, eq(back.item.id, swap.returnItemId))
    .leftJoin(back.meeting, eq(back.meeting.id, back.item.meetingId))
    .leftJoin(backPaper, eq(backPaper.id, back.item.paperId))
    .where(
      and(
        isToCome(member),
        isNull(swap.acceptedAt),
        isNull(swap.declinedAt),
        or(eq(swap.askedBy, member.accountId), eq(swap.askedOf, member.accountId))
      )
    )
    .orderBy(asc(meeting.startsAt), asc(swap.createdAt));
  return rows.map(({ returnTitle, returnStartsAt, ...row }) => ({
    ...row,
    inReturn: returnTitle && returnStartsAt ? { title: returnTitle, startsAt: returnStartsAt } : null
  }));
}

function isToCome(member: Member) {
  return and(
    eq(meeting.groupId, member.groupId),
    isNull(meeting.cancelledAt),
    gt(meeting.startsAt, new Date())
  );
}
