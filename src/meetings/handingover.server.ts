import { and, eq, inArray, sql } from 'drizzle-orm';
import { changed } from '#meetings/changed.ts';
import { longestSummary } from '#meetings/answers.ts';
import { agendaItem, carryOver, meeting, summary, swap } from '#meetings/schema.ts';
import { publish } from '#platform/bus.server.ts';
import type { Transaction } from '#platform/database.server.ts';

/** Gives a paper the places of another on agendas. Where both stand on one, the item of the one that stays remains. */
export async function handOver(tx: Transaction, goes: string, stays: string): Promise<void> {
  const items = await tx
    .select({ id: agendaItem.id, meetingId: agendaItem.meetingId, paperId: agendaItem.paperId })
    .from(agendaItem)
    .where(inArray(agendaItem.paperId, [goes, stays]))
    .orderBy(agendaItem.id)
    .for('update');
  const groups = await groupsOf(
    tx,
    items.filter(({ paperId }) => paperId === goes).map(({ meetingId }) => meetingId)
  );
  const remaining = new Map(
    items.filter(({ paperId }) => paperId === stays).map((item) => [item.meetingId, item.id])
  );
  for (const { id, meetingId, paperId } of items) {
    const other = remaining.get(meetingId);
    if (paperId === goes && other) await join(tx, id, other);
  }
  await tx.update(agendaItem).set({ paperId: stays }).where(eq(agendaItem.paperId, goes));
  await handOverSummaries(tx, goes, stays);
  await handOverCarried(tx, goes, stays);
  for (const groupId of groups) await publish(changed(groupId), tx);
}

/** Where a group summed up both, one text follows the other, as long as together they may be. */
async function handOverSummaries(tx: Transaction, goes: string, stays: string): Promise<void> {
  await tx.execute(sql`
    update ${summary} set text = left(paper_summary.text || E'\n\n' || other.text, ${longestSummary})
    from ${summary} other
    where other.paper_id = ${goes} and other.group_id = paper_summary.group_id and paper_summary.paper_id = ${stays}`);
  const twice = sql`exists (select from ${summary} kept
    where kept.group_id = ${summary.groupId} and kept.paper_id = ${stays})`;
  await tx.delete(summary).where(and(eq(summary.paperId, goes), twice));
  await tx.update(summary).set({ paperId: stays }).where(eq(summary.paperId, goes));
}

async function handOverCarried(tx: Transaction, goes: string, stays: string): Promise<void> {
  const twice = sql`exists (select from ${carryOver} kept
    where kept.meeting_id = ${carryOver.meetingId} and kept.paper_id = ${stays})`;
  await tx.delete(carryOver).where(and(eq(carryOver.paperId, goes), twice));
  await tx.update(carryOver).set({ paperId: stays }).where(eq(carryOver.paperId, goes));
}

async function groupsOf(tx: Transaction, meetingIds: string[]): Promise<Set<string>> {
  if (meetingIds.length === 0) return new Set();
  const found = await tx
    .select({ groupId: meeting.groupId })
    .from(meeting)
    .where(inArray(meeting.id, meetingIds));
  return new Set(found.map(({ groupId }) => groupId));
}

/** What was arranged for one item holds for the other, unless something was arranged for that already. */
async function join(tx: Transaction, goes: string, stays: string): Promise<void> {
  await tx.execute(sql`
    update ${agendaItem} set
      lead_id = coalesce(agenda_item.lead_id, other.lead_id),
      lead_draw = case when agenda_item.lead_id is null then other.lead_draw else agenda_item.lead_draw end,
      nomination_id = coalesce(agenda_item.nomination_id, other.nomination_id),
      minutes = coalesce(agenda_item.minutes, other.minutes),
      started_at = least(agenda_item.started_at, other.started_at),
      finished_at = greatest(agenda_item.finished_at, other.finished_at)
    from ${agendaItem} other where agenda_item.id = ${stays} and other.id = ${goes}`);
  const hasOpenSwap = sql`exists (select from ${swap} theirs
    where theirs.item_id = ${stays} and theirs.accepted_at is null and theirs.declined_at is null)`;
  const isOpen = sql`${swap.acceptedAt} is null and ${swap.declinedAt} is null`;
  await tx
    .update(swap)
    .set({ itemId: stays })
    .where(and(eq(swap.itemId, goes), sql`not (${isOpen} and ${hasOpenSwap})`));
  await tx.update(swap).set({ returnItemId: stays }).where(eq(swap.returnItemId, goes));
  await tx.delete(agendaItem).where(eq(agendaItem.id, goes));
}
