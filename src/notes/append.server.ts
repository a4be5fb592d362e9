import type { Sql } from 'postgres';
import { permissions } from '#groups/permissions.ts';

/** An update that came in over a socket. */
export interface Incoming {
  noteId: string;
  accountId: string;
  /** SHA-256 of the writer's session id, as the session table has it. */
  sessionHash: string;
  payload: Uint8Array;
}

/** The channel on which instances tell each other of new heads: `<instance> <note>:<head> …`. */
export const headsChannel = 'note_heads';

/*
 * One statement is the whole transaction, and one round trip:
 *
 * - `heads` locks the head rows in the order of their ids, so that instances cannot deadlock, and leaves out deleted
 *   notes. The note's row is locked too: a deletion that commits while we wait is then seen.
 * - `writers` locks session and membership of each writer for share. A revocation that commits while we wait is seen,
 *   and one that comes later waits for us: nothing commits after the revocation has.
 * - `accepted` numbers what may be written, without a gap, above each head.
 *
 * A locking subquery beneath `lateral` is never turned round by the planner, so each row is found by its own key: the
 * cost follows what is written, not how many notes there are or how many people the group has. The bounds of `place`
 * leave nothing out: with them PostgreSQL expects one row whatever the parameters, and so keeps its one plan rather
 * than planning each flush anew, which takes twice as long as the flush itself.
 */
const mostTogether = 1_000;
const statement = `
  with incoming as (
    select * from unnest($1::text[], $2::text[], $3::text[], $4::bytea[])
      with ordinality as i(note_id, account_id, session_hash, payload, place)
    where place between 1 and ${mostTogether}
  ),
  named as materialized (select distinct note_id from incoming order by note_id),
  heads as materialized (
    select h.* from named cross join lateral (
      select h.note_id, h.head, n.group_id
      from note_head h join note n on n.id = h.note_id
      where h.note_id = named.note_id and n.deleted_at is null
      for update of h for share of n
    ) h
  ),
  writers as materialized (
    select w.* from (
      select distinct i.session_hash, i.account_id, h.group_id from incoming i join heads h on h.note_id = i.note_id
    ) p cross join lateral (
      select s.id_hash, m.account_id, m.group_id
      from session s join membership m on m.account_id = s.account_id
      where s.id_hash = p.session_hash and s.account_id = p.account_id and s.expires_at > now()
        and m.group_id = p.group_id and m.account_id = p.account_id and m.ended_at is null and m.role = any($5::text[])
      for share of m, s
    ) w
  ),
  accepted as materialized (
    select i.place, i.note_id, i.account_id, i.payload,
      h.head + row_number() over (partition by i.note_id order by i.place) as seq
    from incoming i
    join heads h on h.note_id = i.note_id
    join writers w on w.id_hash = i.session_hash and w.account_id = i.account_id and w.group_id = h.group_id
  ),
  stored as (
    insert into note_update (note_id, seq, payload, account_id)
    select note_id, seq, payload, account_id from accepted
  ),
  grown as materialized (select note_id, max(seq) as head from accepted group by note_id),
  raised as (
    update note_head h set head = g.head from grown g where h.note_id = g.note_id
  ),
  told as materialized (
    select pg_notify('${headsChannel}', $6::text || string_agg(' ' || note_id || ':' || head, '')) from grown
    having count(*) > 0 and $6::text is not null
  )
  select a.place::int, a.seq::int8 from accepted a left join told on true`;

/** `bytea[]` in pg_type. The driver learns of array types only after its first statement. */
const byteaArray = 1001;
const writingRoles = [...permissions['note.write']];

/**
 * Stores up to a thousand updates of any number of notes in one transaction, in their order.
 * @param instance names this process to the others in the notification; null when none is to be sent
 * @returns for each update its number in its note's log, or null where the writer may not write (any more) or the
 *   note is gone
 */
export async function append(
  sql: Sql,
  batch: readonly Incoming[],
  instance: string | null
): Promise<(number | null)[]> {
  const rows = await sql.unsafe<{ place: number; seq: string }[]>(
    statement,
    [
      batch.map(({ noteId }) => noteId),
      batch.map(({ accountId }) => accountId),
      batch.map(({ sessionHash }) => sessionHash),
      sql.typed(literalOf(batch), byteaArray),
      writingRoles,
      instance
    ] as never[],
    { prepare: true }
  );
  const numbers: (number | null)[] = batch.map(() => null);
  for (const { place, seq } of rows) numbers[place - 1] = Number(seq);
  return numbers;
}

/** The new heads of the notes in a batch that was stored, as the notification has them; empty when nothing was. */
export function headsOf(batch: readonly Incoming[], numbers: readonly (number | null)[]): string {
  const heads = new Map<string, number>();
  batch.forEach(({ noteId }, index) => {
    const seq = numbers[index];
    if (seq) heads.set(noteId, Math.max(seq, heads.get(noteId) ?? 0));
  });
  return [...heads].map(([noteId, head]) => `${noteId}:${head}`).join(' ');
}

/** The payloads as PostgreSQL writes an array of bytes. */
function literalOf(batch: readonly Incoming[]): string {
  const elements = batch.map(({ payload: { buffer, byteOffset, byteLength } }) => {
    return `"\\\\x${Buffer.from(buffer, byteOffset, byteLength).toString('hex')}"`;
  });
  return `{${elements.join(',')}}`;
}
