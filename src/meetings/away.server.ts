import { and, asc, eq, gte } from 'drizzle-orm';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { changed } from '#meetings/changed.ts';
import { allow } from '#groups/permissions.ts';
import type { Away } from '#meetings/forms.ts';
import { assertNotOver, wallClock } from '#meetings/rhythm.server.ts';
import { absence } from '#meetings/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { NotFound } from '../failures.ts';

/** Days on which somebody is away. */
export interface Absence {
  id: string;
  accountId: string;
  name: string;
  fromOn: string;
  untilOn: string;
}

/** Who is away when, as far as it is not over, soonest first. */
export async function absences(member: Member): Promise<Absence[]> {
  allow(member, 'group.read');
  const today = wallClock(new Date(), member.timezone).date;
  return database()
    .select({
      id: absence.id,
      accountId: absence.accountId,
      name: account.name,
      fromOn: absence.fromOn,
      untilOn: absence.untilOn
    })
    .from(absence)
    .innerJoin(account, eq(account.id, absence.accountId))
    .where(and(eq(absence.groupId, member.groupId), gte(absence.untilOn, today)))
    .orderBy(asc(absence.fromOn), asc(account.name));
}

/** Says that one is away: no turn falls on these days. What one leads already stays until it is handed on. @throws Invalid for past days */
export async function goAway(member: Member, { from, until }: Away): Promise<void> {
  allow(member, 'member.away');
  assertNotOver({ from, until }, member.timezone);
  const { groupId, accountId } = member;
  await transaction(async (tx) => {
    await tx.insert(absence).values({ id: newId(), groupId, accountId, fromOn: from, untilOn: until });
    await publish(changed(groupId), tx);
  });
}

/** Takes an absence of one's own back. @throws NotFound */
export async function comeBack(member: Member, absenceId: string): Promise<void> {
  allow(member, 'member.away');
  await transaction(async (tx) => {
    const mine = and(eq(absence.id, absenceId), eq(absence.groupId, member.groupId));
    const [gone] = await tx
      .delete(absence)
      .where(and(mine, eq(absence.accountId, member.accountId)))
      .returning({ id: absence.id });
    if (!gone) throw new NotFound('This absence');
    await publish(changed(member.groupId), tx);
  });
}
