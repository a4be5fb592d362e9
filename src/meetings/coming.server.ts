import { and, asc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { ballot } from '#ballots/schema.ts';
import { notOver } from '#meetings/reading.server.ts';
import { meeting, series } from '#meetings/schema.ts';
import type { Database, Transaction } from '#platform/database.server.ts';

const mostShown = 12;

/**
 * The next meetings of a series as what happens before them sees them, soonest first; what a former series called off is left out.
 * @param also ids of meetings that are meant in any case
 */
export function toCome(
  within: Database | Transaction,
  which: SQL | undefined,
  now: Date,
  also: readonly string[] = []
) {
  const meant = or(
    isNull(meeting.cancelledAt),
    isNull(series.endedAt),
    also.length > 0 ? inArray(meeting.id, [...also]) : undefined
  );
  return within
    .select({
      id: meeting.id,
      seriesId: meeting.seriesId,
      cycle: series.cycle,
      timezone: series.timezone,
      title: meeting.title,
      startsAt: meeting.startsAt,
      durationMinutes: meeting.durationMinutes,
      cancelledAt: meeting.cancelledAt,
      cancelledFor: meeting.cancelledFor,
      ballotId: meeting.ballotId,
      ballotClosesAt: ballot.closesAt,
      remindedFor: meeting.remindedFor,
      votedOn: sql<boolean>`${ballot.id} is not null and ${ballot.closedAt} is null`
    })
    .from(meeting)
    .innerJoin(series, eq(series.id, meeting.seriesId))
    .leftJoin(ballot, eq(ballot.id, meeting.ballotId))
    .where(and(which, notOver(now), meant))
    .orderBy(asc(meeting.startsAt))
    .limit(mostShown);
}

export type Coming = Awaited<ReturnType<typeof toCome>>[number];
