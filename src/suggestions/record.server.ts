import { sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { ballot, option } from '#ballots/schema.ts';
import { group } from '#groups/schema.ts';
import { agendaItem, meeting } from '#meetings/schema.ts';
import { listing, paper } from '#papers/schema.ts';
import { oneOf } from '#platform/columns.ts';
import { database } from '#platform/database.server.ts';
import { interest, nomination, paperInterest, queue } from '#queue/schema.ts';
import type { Readable, Touch } from '#suggestions/suggestions.ts';
import type { Touched } from '#suggestions/taste.ts';

/** The newest of a group's papers say what it likes now; more of them would only slow the learning. */
const mostTouched = 400;
const mostPassed = 1_600;

/** What a group did with papers, the newest of them: of each paper the weightiest thing. */
export async function touchedBy(groupId: string): Promise<Touched[]> {
  const deeds = await database().execute<{ paperId: string; kind: Touch; on: string }>(sql`
    select * from (
      select distinct on (deed.paper_id) deed.paper_id as "paperId", deed.kind, to_char(deed.day, 'YYYY-MM-DD') as "on"
      from (${everyDeed(groupId)}) as deed (paper_id, kind, weight, day)
      order by deed.paper_id, deed.weight desc, deed.day desc
    ) as weightiest
    order by "on" desc, "paperId" limit ${mostTouched}`);
  const texts = await textsOf(deeds.map(({ paperId }) => paperId));
  return deeds.flatMap(({ paperId, kind, on }) => {
    const text = texts.get(paperId);
    return text ? [{ ...text, kind, on }] : [];
  });
}

/** Of votes only the counts of closed ballots are read: who voted what is secret from machines too. */
function everyDeed(groupId: string): SQL {
  const inQueue = sql`${nomination} join ${queue} on ${queue.id} = ${nomination.queueId}
    join ${group} on ${group.id} = ${queue.groupId}`;
  const waitsOrChosen = sql`${queue.groupId} = ${groupId} and ${nomination.withdrawnAt} is null`;
  // Older results name approvals, newer ones how many support each option.
  const supporters = sql`coalesce(${ballot.result} -> 'counts' -> ${nomination.id} ->> 'supporters',
    ${ballot.result} -> 'approvals' ->> ${nomination.id})::numeric`;
  return sql`
    select ${nomination.paperId}, 'withdrawn', 0, ${dayOf(nomination.withdrawnAt)} from ${inQueue}
      where ${queue.groupId} = ${groupId} and ${nomination.withdrawnAt} is not null
        and ${nomination.joinedId} is null
    union all
    select ${nomination.paperId}, 'proposed', 1, ${dayOf(nomination.createdAt)} from ${inQueue}
      where ${waitsOrChosen}
    union all
    select ${nomination.paperId}, 'wanted', 2, ${dayOf(interest.createdAt)} from ${inQueue}
      join ${interest} on ${interest.nominationId} = ${nomination.id}
      where ${waitsOrChosen} and ${interest.accountId} <> ${nomination.proposedBy}
    union all
    select ${paperInterest.paperId}, 'wanted', 2, ${dayOf(paperInterest.createdAt)} from ${paperInterest}
      join ${group} on ${group.id} = ${paperInterest.groupId}
      where ${paperInterest.groupId} = ${groupId}
    union all
    select ${nomination.paperId}, 'approved', 3, ${dayOf(ballot.closedAt)} from ${inQueue}
      join ${option} on ${option.nominationId} = ${nomination.id}
      join ${ballot} on ${ballot.id} = ${option.ballotId}
      where ${waitsOrChosen} and ${ballot.closedAt} is not null
        and (${ballot.result} -> 'winners' ? ${nomination.id}
          or ${supporters} > 0 and ${supporters} * 2 >= (${ballot.result} ->> 'votes')::numeric)
    union all
    select ${agendaItem.paperId}, 'discussed', 4, ${dayOf(meeting.startsAt)} from ${agendaItem}
      join ${meeting} on ${meeting.id} = ${agendaItem.meetingId}
      join ${group} on ${group.id} = ${meeting.groupId}
      where ${meeting.groupId} = ${groupId} and ${meeting.cancelledAt} is null and ${meeting.startsAt} <= now()`;
}

/** A moment's day by the group's clock. */
function dayOf(moment: PgColumn): SQL {
  return sql`(${moment} at time zone ${group.timezone})::date`;
}

/**
 * Papers that the feed listed around the days of those that the group touched, and that nobody of the group touched:
 * a sample, the same every time.
 */
export async function passedBy(touched: readonly Touched[]): Promise<Readable[]> {
  if (touched.length === 0) return [];
  const ids = touched.map(({ id }) => id);
  const proposedOn = touched.map(({ on }) => sql`(${on}::date)`);
  const found = await database().execute<{ id: string }>(sql`
    with central as (
      select ${listing.day} as day from ${listing} where ${oneOf(listing.paperId, ids)}
      union values ${sql.join(proposedOn, sql`, `)}
    ), around as (
      select distinct central.day + step as day from central, generate_series(-1, 1) as step
    )
    select distinct ${listing.paperId} as id, md5(${listing.paperId})
    from around join ${listing} on ${listing.day} = around.day
    where not (${oneOf(listing.paperId, ids)})
    order by 2, 1 limit ${mostPassed}`);
  return [...(await textsOf(found.map(({ id }) => id))).values()];
}

/** Which of these papers the group has touched, so that nobody need suggest them. */
export async function knownTo(groupId: string, paperIds: readonly string[]): Promise<Set<string>> {
  if (paperIds.length === 0) return new Set();
  const found = await database()
    .select({ id: paper.id })
    .from(paper)
    .where(
      sql`${oneOf(paper.id, paperIds)} and (
        exists (select 1 from ${nomination} join ${queue} on ${queue.id} = ${nomination.queueId}
          where ${nomination.paperId} = ${paper.id} and ${queue.groupId} = ${groupId})
        or exists (select 1 from ${agendaItem} join ${meeting} on ${meeting.id} = ${agendaItem.meetingId}
          where ${agendaItem.paperId} = ${paper.id} and ${meeting.groupId} = ${groupId})
        or exists (select 1 from ${paperInterest}
          where ${paperInterest.paperId} = ${paper.id} and ${paperInterest.groupId} = ${groupId}))`
    );
  return new Set(found.map(({ id }) => id));
}

/** In the order of the ids, whatever order the database finds them in, so that learning is repeatable. */
async function textsOf(ids: readonly string[]): Promise<Map<string, Readable>> {
  if (ids.length === 0) return new Map();
  const rows = await database()
    .select({ id: paper.id, title: paper.title, abstract: paper.abstract })
    .from(paper)
    .where(oneOf(paper.id, ids));
  const found = new Map(rows.map((row) => [row.id, row]));
  return new Map(ids.flatMap((id) => (found.has(id) ? [[id, found.get(id)!] as const] : [])));
}
