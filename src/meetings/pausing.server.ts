import { eq } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import { callBack, callOff } from '#meetings/callingoff.server.ts';
import { changed } from '#meetings/changed.ts';
import { currentOf, oneAtATime } from '#meetings/occurring.server.ts';
import { series } from '#meetings/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { transaction } from '#platform/database.server.ts';
import { Conflict } from '../failures.ts';

/** Pauses the rhythm: its meetings to come are called off, and no more are made. @throws Conflict when it pauses */
export async function pause(member: Member): Promise<void> {
  allow(member, 'series.set');
  await transaction(async (tx) => {
    await oneAtATime(tx, member.groupId);
    const current = await currentOf(tx, member.groupId);
    if (!current) throw new Conflict('There is no rhythm to pause.');
    if (current.pausedAt) throw new Conflict('The rhythm pauses already.');
    await tx.update(series).set({ pausedAt: new Date() }).where(eq(series.id, current.id));
    await callOff(tx, current, 'pause');
    await accounts.record(tx, member, 'series.set', { about: 'it pauses' });
    await publish(changed(member.groupId), tx);
  });
}

/** Goes on after a pause: what it called off takes place where it is still to come. @throws Conflict when it runs */
export async function resume(member: Member): Promise<void> {
  allow(member, 'series.set');
  await transaction(async (tx) => {
    await oneAtATime(tx, member.groupId);
    const current = await currentOf(tx, member.groupId);
    if (!current?.pausedAt) throw new Conflict('The rhythm does not pause.');
    await tx.update(series).set({ pausedAt: null }).where(eq(series.id, current.id));
    await callBack(tx, { ...current, pausedAt: null });
    await accounts.record(tx, member, 'series.set', { about: 'it goes on' });
    await publish(changed(member.groupId), tx);
  });
}
