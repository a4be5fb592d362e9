import { and, asc, eq, inArray, isNotNull, isNull, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { publish } from '#platform/bus.server.ts';
import type { Transaction } from '#platform/database.server.ts';
import { changed } from '#queue/changed.ts';
import { waits } from '#queue/finding.server.ts';
import { leadOffer, nomination } from '#queue/schema.ts';

/* What ballots and agendas do with nominations, in their own transactions. */

/** Locks nominations for what is to follow, all in one order. Whoever also locks a meeting or its agenda does so afterwards. */
export async function hold(tx: Transaction, nominationIds: readonly (string | null)[]): Promise<void> {
  const ids = nominationIds.filter((id) => id !== null);
  if (ids.length === 0) return;
  await tx
    .select({ id: nomination.id })
    .from(nomination)
    .where(inArray(nomination.id, ids))
    .orderBy(asc(nomination.id))
    .for('update');
}

/** Takes nominations out of the queue because they were decided on; those that wait no longer stay as they are. */
export async function choose(tx: Transaction, nominationIds: readonly string[], at: Date): Promise<void> {
  if (nominationIds.length === 0) return;
  const chosen = await tx
    .update(nomination)
    .set({ chosenAt: at })
    .where(and(inArray(nomination.id, [...nominationIds]), waits))
    .returning({ groupId: nomination.groupId });
  for (const groupId of new Set(chosen.map((one) => one.groupId))) await publish(changed(groupId), tx);
}

/** Lets nominations that were decided on wait again; one whose paper was proposed anew meanwhile stays out. */
export async function putBack(tx: Transaction, nominationIds: readonly string[]): Promise<void> {
  if (nominationIds.length === 0) return;
  const anew = alias(nomination, 'anew');
  const proposedAnew = tx
    .select({ id: anew.id })
    .from(anew)
    .where(
      and(
        eq(anew.groupId, nomination.groupId),
        eq(anew.paperId, nomination.paperId),
        isNull(anew.withdrawnAt),
        isNull(anew.chosenAt)
      )
    );
  const back = await tx
    .update(nomination)
    .set({ chosenAt: null, wantedAt: sql`now()` })
    .where(
      and(inArray(nomination.id, [...nominationIds]), isNotNull(nomination.chosenAt), notExists(proposedAnew))
    )
    .returning({ groupId: nomination.groupId });
  for (const groupId of new Set(back.map((one) => one.groupId))) await publish(changed(groupId), tx);
}

/** A ballot decides on nominations: until it closes they neither expire nor are merged. */
export async function holdUntil(
  tx: Transaction,
  nominationIds: readonly string[],
  until: Date
): Promise<void> {
  await tx
    .update(nomination)
    .set({ heldUntil: until, askedAt: null, wantedAt: sql`now()` })
    .where(inArray(nomination.id, [...nominationIds]));
}

/** A ballot is over: its options are let go, and those that lost with support keep some of it. */
export async function letGo(
  tx: Transaction,
  nominationIds: readonly string[],
  lostIds: readonly string[]
): Promise<void> {
  if (nominationIds.length === 0) return;
  await tx
    .update(nomination)
    .set({ heldUntil: null, wantedAt: sql`now()` })
    .where(inArray(nomination.id, [...nominationIds]));
  if (lostIds.length === 0) return;
  await tx
    .update(nomination)
    .set({ lost: sql`${nomination.lost} + 1` })
    .where(inArray(nomination.id, [...lostIds]));
}

/** Takes an offer to lead a nomination back; without any it changes nothing. */
export async function takeOfferBack(tx: Transaction, nominationId: string, accountId: string): Promise<void> {
  await tx
    .delete(leadOffer)
    .where(and(eq(leadOffer.nominationId, nominationId), eq(leadOffer.accountId, accountId)));
}

/** Who offered first to lead each of these nominations, by nomination. */
export async function firstOffers(
  tx: Transaction,
  nominationIds: readonly string[]
): Promise<Map<string, string>> {
  const rows = await tx
    .selectDistinctOn([leadOffer.nominationId], {
      nominationId: leadOffer.nominationId,
      accountId: leadOffer.accountId
    })
    .from(leadOffer)
    .where(inArray(leadOffer.nominationId, [...nominationIds]))
    .orderBy(leadOffer.nominationId, leadOffer.createdAt);
  return new Map(rows.map(({ nominationId, accountId }) => [nominationId, accountId]));
}
