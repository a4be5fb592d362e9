import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { ask, UpstreamFailure, type Answer } from '#papers/feed/upstream.server.ts';
import { config } from '#platform/config.server.ts';
import { driver } from '#platform/database.server.ts';

const lock = 4_021_983_124;
/** Whose row in `feed_source` says when arXiv was last asked for anything. */
const clock = 'arxiv-manners';

/**
 * Asks arXiv: one connection, and one request in three seconds, over all instances. The lock and the moment of the
 * last request are in the database, so that neither a second instance nor a restart asks sooner.
 * Source: https://info.arxiv.org/help/api/tou.html
 * @throws UpstreamFailure when arXiv answers with anything but what was asked for; 400 is left to the caller
 */
export async function askArxiv(url: URL, etag: string | null = null): Promise<Answer> {
  const held = await driver().reserve();
  try {
    await held`select pg_advisory_lock(${lock})`;
    try {
      await waitForTurn(held);
      // Noted before as well as after, so that a process killed in between has asked too.
      await noteTurn(held);
      try {
        return answered(await ask('arXiv', url, etag));
      } finally {
        await noteTurn(held);
      }
    } finally {
      await held`select pg_advisory_unlock(${lock})`;
    }
  } finally {
    held.release();
  }
}

async function waitForTurn(held: Sql): Promise<void> {
  const [since] = await held<{ seconds: number }[]>`
    select extract(epoch from clock_timestamp() - last_tried_at)::float8 as seconds
    from feed_source where source = ${clock}`;
  const pause = config().arxivPause - (since?.seconds ?? Infinity);
  if (pause > 0) await wait(Math.min(pause, config().arxivPause) * 1000);
}

async function noteTurn(held: Sql): Promise<void> {
  await held`
    insert into feed_source (source, last_tried_at) values (${clock}, clock_timestamp())
    on conflict (source) do update set last_tried_at = excluded.last_tried_at`;
}

function answered(answer: Answer): Answer {
  if ([200, 304, 400].includes(answer.status)) return answer;
  throw new UpstreamFailure(`arXiv answered with ${answer.status}.`);
}
