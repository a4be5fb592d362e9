import { asc, eq, sql, type SQL } from 'drizzle-orm';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import type { Filter } from '#queue/forms.ts';
import { asPlaced, inOrder, type Ranked } from '#queue/order.ts';
import { group, membership } from '#groups/schema.ts';
import { paper, paperReader } from '#papers/schema.ts';
import { oneOf } from '#platform/columns.ts';
import { database } from '#platform/database.server.ts';
import { waits } from '#queue/finding.server.ts';
import type { Queue, Waiting } from '#queue/queue.ts';
import { interest, leadOffer, lock, nomination, nominationComment, queue } from '#queue/schema.ts';
import { NotFound } from '../failures.ts';

/** Nominations on a page of a queue. */
export const queuePage = 50;
const mostListed = 200;
/** Titles shorter than this, in letters and digits, say too little to be the same paper by. */
const shortestTwinKey = 12;

/** A page of one queue, with what there is beside it. */
export interface QueueView {
  queue: Queue;
  /** The open ones, and this one. */
  queues: Queue[];
  nominations: Waiting[];
  /** How many the filter lets through. */
  total: number;
  /** How many of the queue pass each filter. */
  counts: Record<Filter, number>;
  /** Ids of nominations that have one title: perhaps the same work by other ids. */
  twins: string[][];
  /** The earliest lock that stands on it. */
  lock: Lock | null;
}

/** That a queue's shortlist stands for a coming ballot. */
export interface Lock {
  lockedAt: Date;
  /** How many nominations are on the shortlist. */
  shortlisted: number;
}

/** A page of a queue in its order: the one named, or the group's first. @throws NotFound for one of another group */
export async function queueView(
  member: Member,
  { queueId, page = 1, show = 'all' }: { queueId?: string; page?: number; show?: Filter } = {}
): Promise<QueueView> {
  const { queues, current, lock, rows } = await skeleton(member, queueId);
  const now = new Date();
  const passes: Record<Filter, (row: Light) => boolean> = {
    all: (row) => !sleeps(row, now),
    lead: (row) => row.leadWanted && !sleeps(row, now),
    asked: (row) => row.askedAt !== null && !sleeps(row, now),
    snoozed: (row) => sleeps(row, now)
  };
  const listed = ordered(current, rows, now).filter(passes[show]);
  const ids = listed.slice((page - 1) * queuePage, page * queuePage).map(({ id }) => id);
  const awake = rows.filter(passes.all);
  return {
    queue: current,
    queues,
    nominations: await detailsOf(member, ids),
    total: listed.length,
    counts: {
      all: awake.length,
      lead: rows.filter(passes.lead).length,
      asked: rows.filter(passes.asked).length,
      snoozed: rows.length - awake.length
    },
    twins: twinsAmong(awake),
    lock
  };
}

/** What waits in a queue of the group, the named one or the first, in its order and awake. Few statements, however long. */
export async function waiting(member: Member, queueId: string | undefined = undefined): Promise<Waiting[]> {
  const { current, rows } = await skeleton(member, queueId);
  const now = new Date();
  const awake = ordered(current, rows, now).filter((row) => !sleeps(row, now));
  return detailsOf(
    member,
    awake.slice(0, mostListed).map(({ id }) => id)
  );
}

/** Ids of a queue's nominations as they stand, snoozed ones in their places. */
export async function idsInOrder(member: Member, queueId: string): Promise<string[]> {
  const { current, rows } = await skeleton(member, queueId);
  return ordered(current, rows, new Date()).map(({ id }) => id);
}

/** What waits anywhere in the group, for choosing one from a list: queue by queue, the longest wait first. */
export async function choices({
  groupId
}: Member): Promise<{ id: string; title: string; queueId: string; queueName: string }[]> {
  return database()
    .select({ id: nomination.id, title: paper.title, queueId: queue.id, queueName: queue.name })
    .from(nomination)
    .innerJoin(queue, eq(queue.id, nomination.queueId))
    .innerJoin(paper, eq(paper.id, nomination.paperId))
    .where(sql`${nomination.groupId} = ${groupId} and ${waits}`)
    .orderBy(asc(queue.place), asc(queue.createdAt), asc(nomination.createdAt), asc(nomination.id))
    .limit(500);
}

/** What the order and the counts of a queue depend on. */
interface Light extends Ranked {
  place: number | null;
  titleKey: string;
  snoozedUntil: Date | null;
  askedAt: Date | null;
  leadWanted: boolean;
}

const sleeps = ({ snoozedUntil }: Light, now: Date) => snoozedUntil !== null && snoozedUntil > now;

function ordered(current: Queue, rows: Light[], now: Date): Light[] {
  return current.isByHand ? asPlaced(rows) : inOrder(rows, now);
}

function twinsAmong(rows: Light[]): string[][] {
  const byTitle = Map.groupBy(rows, ({ titleKey }) => titleKey);
  return [...byTitle]
    .filter(([key, { length }]) => length > 1 && key.length >= shortestTwinKey)
    .map(([, alike]) => alike.toSorted((a, b) => +a.proposedAt - +b.proposedAt).map(({ id }) => id));
}

type Dated<Row> = {
  [Key in keyof Row]: Row[Key] extends Date
    ? string
    : Row[Key] extends Date | null
      ? string | null
      : Row[Key];
};
interface SkeletonRow extends Record<string, unknown>, Dated<Queue> {
  lock: Dated<Lock> | null;
  /** Of the queue that is meant; null for the others. */
  rows: Dated<Light>[] | null;
}

/** The group's queues and, of one of them, its lock and what its order depends on: one statement for the most visited page. */
async function skeleton({ groupId }: Member, queueId: string | undefined) {
  const waitsInIt = sql`n.queue_id = q.id and n.withdrawn_at is null and n.chosen_at is null`;
  const wanted: SQL = queueId
    ? sql`${queueId}`
    : sql`(select f.id from ${queue} f where f.group_id = ${groupId} and f.closed_at is null
        order by f.place, f.created_at, f.id limit 1)`;
  const found = await database().execute<SkeletonRow>(sql`
    select q.id, q.name, q.by_hand_since is not null as "isByHand", q.closed_at as "closedAt",
      (select count(*)::int from ${nomination} n where ${waitsInIt}) as waiting,
      (select json_build_object('lockedAt', k.created_at, 'shortlisted', jsonb_array_length(k.shortlist))
        from ${lock} k where k.queue_id = q.id and k.ended_at is null order by k.created_at limit 1) as lock,
      case when q.id = wanted.id then (select coalesce(json_agg(json_build_object(
          'id', n.id, 'proposedAt', n.created_at, 'lost', n.lost, 'pinnedAt', n.pinned_at, 'place', n.place,
          'titleKey', p.title_key, 'snoozedUntil', n.snoozed_until, 'askedAt', n.asked_at,
          'leadWanted', n.lead_wanted_at is not null,
          'interest', (select count(*) from ${interest} i where i.nomination_id = n.id))), '[]')
        from ${nomination} n join ${paper} p on p.id = n.paper_id where ${waitsInIt}) end as rows
    from (select ${wanted} as id) wanted
    join ${queue} q on q.group_id = ${groupId} and (q.closed_at is null or q.id = wanted.id)
    order by q.place, q.created_at, q.id`);
  const meant = found.find(({ rows }) => rows !== null);
  if (!meant && queueId) throw new NotFound('This queue');
  return {
    queues: found.map(asQueue),
    // A group's first queue is made with its first nomination.
    current: meant ? asQueue(meant) : { id: '', name: 'Queue', isByHand: false, closedAt: null, waiting: 0 },
    lock: meant?.lock ? { ...meant.lock, lockedAt: new Date(meant.lock.lockedAt) } : null,
    rows: meant?.rows?.map(asLight) ?? []
  };
}

function asQueue({ id, name, isByHand, closedAt, waiting }: SkeletonRow): Queue {
  return { id, name, isByHand, closedAt: dated(closedAt), waiting };
}

const dated = (text: string | null) => (text === null ? null : new Date(text));

function asLight({ proposedAt, pinnedAt, snoozedUntil, askedAt, ...row }: Dated<Light>): Light {
  return {
    ...row,
    proposedAt: new Date(proposedAt),
    pinnedAt: dated(pinnedAt),
    snoozedUntil: dated(snoozedUntil),
    askedAt: dated(askedAt)
  };
}

interface DetailsRow extends Record<string, unknown>, Dated<Waiting> {}

/** Nominations of the group as its pages show them, in the order of their ids; in whatever state. */
export async function detailsOf({ groupId, accountId }: Member, ids: readonly string[]): Promise<Waiting[]> {
  if (ids.length === 0) return [];
  const shown = sql`from ${interest} i where i.nomination_id = n.id`;
  const offers = sql`from ${leadOffer} o join ${account} l on l.id = o.account_id where o.nomination_id = n.id`;
  const rows = await database().execute<DetailsRow>(sql`
    select n.id, n.queue_id as "queueId", p.id as "paperId", p.title, p.authors, p.author_count as "authorCount",
      p.abstract <> '' as "hasAbstract", p.published_on::text as "publishedOn",
      case when p.arxiv_version > n.arxiv_version then p.arxiv_version end as "newVersion",
      n.pitch, a.name as proposer, n.proposed_by = ${accountId} as own, n.created_at as "proposedAt",
      n.lost, n.pinned_at as "pinnedAt", pinner.name as "pinnedBy",
      n.snoozed_until as "snoozedUntil", snoozer.name as "snoozedBy", n.asked_at as "askedAt",
      n.asked_at + make_interval(weeks => g.leave_after_weeks) as "leavesAt",
      n.lead_wanted_at is not null as "leadWanted",
      (select count(*)::int ${shown}) as interest,
      exists (select 1 ${shown} and i.account_id = ${accountId}) as interested,
      (select coalesce(json_agg(l.name order by o.created_at), '[]') ${offers}) as leaders,
      exists (select 1 ${offers} and o.account_id = ${accountId}) as leading,
      (select count(*)::int from ${nominationComment} c where c.removed_at is null and c.nomination_id in
        (select m.id from ${nomination} m where m.id = n.id or m.joined_id = n.id)) as comments,
      (select coalesce(json_agg(json_build_object('name', b.name, 'reading', r.reading) order by b.name), '[]')
        from ${paperReader} r join ${account} b on b.id = r.account_id
        join ${membership} s on s.account_id = r.account_id and s.group_id = n.group_id and s.ended_at is null
        where r.paper_id = n.paper_id and r.reading is not null) as readers,
      (select r.reading from ${paperReader} r where r.paper_id = n.paper_id and r.account_id = ${accountId}) as reading,
      (select coalesce(json_agg(json_build_object('by', b.name, 'pitch', m.pitch) order by m.created_at), '[]')
        from ${nomination} m join ${account} b on b.id = m.proposed_by where m.joined_id = n.id) as merged,
      exists (select 1 from ${nomination} e where e.paper_id = n.paper_id and e.group_id = n.group_id
        and e.chosen_at is not null) as "chosenBefore"
    from ${nomination} n
    join ${group} g on g.id = n.group_id
    join ${paper} p on p.id = n.paper_id
    join ${account} a on a.id = n.proposed_by
    left join ${account} pinner on pinner.id = n.pinned_by
    left join ${account} snoozer on snoozer.id = n.snoozed_by
    where n.group_id = ${groupId} and ${oneOf(sql`n.id`, ids)}`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    return {
      ...row,
      proposedAt: new Date(row.proposedAt),
      pinnedAt: dated(row.pinnedAt),
      snoozedUntil: dated(row.snoozedUntil),
      askedAt: dated(row.askedAt),
      leavesAt: dated(row.leavesAt)
    };
  });
}
