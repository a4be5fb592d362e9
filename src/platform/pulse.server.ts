import { setTimeout as wait } from 'node:timers/promises';
import { ownConnection } from '#platform/database.server.ts';
import { cutLines } from '#platform/lines.server.ts';
import { log } from '#platform/log.server.ts';
import { perProcess } from '#platform/process.ts';

/** How the database does, as this process sees it: it answers; it lets us wait; it refuses or has been given up. */
export type Health = 'answers' | 'silent' | 'away';

/** Milliseconds from one answer to the next question. */
const pause = 1_000;
/** Milliseconds without an answer after which balancers are told to send people elsewhere. */
const patience = 3_000;
/** Milliseconds after which the lines are given up: a slow disk must not look like a cut cable. */
const lastPatience = 10_000;

const state = perProcess('pulse', () => ({ health: 'answers' as Health }));

/** How the database does just now. */
export function health(): Health {
  return state.health;
}

/** Asks the database once a second whether it is there. @returns what stops asking */
export function takePulse(): () => Promise<void> {
  const sql = ownConnection();
  const stopping = new AbortController();
  const beating = beat(sql, stopping.signal);
  return async () => {
    stopping.abort();
    await Promise.race([beating, wait(pause)]);
    await sql.end({ timeout: 0 });
  };
}

async function beat(sql: ReturnType<typeof ownConnection>, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    await ask(sql, stopping);
    await wait(pause, undefined, { signal: stopping }).catch(() => undefined);
  }
}

async function ask(sql: ReturnType<typeof ownConnection>, stopping: AbortSignal): Promise<void> {
  const silent = setTimeout(() => change('silent'), patience);
  const gaveUp = setTimeout(() => {
    change('away');
    cutLines();
  }, lastPatience);
  try {
    await sql`select 1`;
    change('answers');
  } catch (cause) {
    if (!stopping.aborted) change('away', cause);
  } finally {
    clearTimeout(silent);
    clearTimeout(gaveUp);
  }
}

function change(to: Health, cause?: unknown): void {
  if (state.health === to) return;
  if (to === 'answers') log().warn('the database answers again');
  else if (to === 'away') log().error({ err: cause }, 'the database is away');
  state.health = to;
}
