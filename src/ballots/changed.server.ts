import { publish } from '#platform/bus.server.ts';
import { log } from '#platform/log.server.ts';
import { perProcess } from '#platform/process.ts';

/** What tells open pages that a group's ballots changed; not which, and not how. */
export function changed(groupId: string) {
  return { topic: `group:${groupId}`, kind: 'ballots' };
}

const pauseMs = 250;
const waiting = perProcess('ballots.voted', () => new Map<string, NodeJS.Timeout>());

/**
 * Tells open pages that somebody voted, once for all votes of a moment: when a whole group votes in the same second, its
 * pages need not look again for each of them, and no commit waits in the line that notifications stand in. A message that
 * dies with the process is no loss, for its pages reconnect and look again.
 */
export function tellOfVotes(groupId: string): void {
  if (waiting.has(groupId)) return;
  const telling = () => {
    waiting.delete(groupId);
    publish(changed(groupId)).catch((cause: unknown) =>
      log().debug({ err: cause }, 'open pages were not told of a vote')
    );
  };
  waiting.set(groupId, setTimeout(telling, pauseMs).unref());
}
