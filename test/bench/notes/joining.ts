import { setTimeout as wait } from 'node:timers/promises';
import { compact, load } from '#notes/log.server.ts';
import type { Arm } from './arms.ts';
import { makeNotes, makePeople } from './stage.ts';
import { quantile } from './statistics.ts';
import { writeTrace } from './trace.ts';
import { Writer } from './writer.ts';
import { append } from '#notes/log.server.ts';
import { driver } from '#platform/database.server.ts';
import * as accounts from '#accounts/accounts.server.ts';

const silent = { peerSaw: () => undefined, acknowledged: () => undefined };

/**
 * Fifty people open a document of 100,000 edits at once. A server that keeps documents was started anew, so that
 * nothing of it is in memory.
 * @returns milliseconds until the last of them has all of it
 */
export async function joinTogether(arm: Arm, state: Uint8Array, people = 50): Promise<number> {
  const furnished = await arm.furnish(1, people);
  const document = furnished.documents[0]!;
  const place = (server: string, person: number) => ({
    ...{ framing: arm.framing, server, document },
    headers: furnished.people[person]!
  });
  let servers = await arm.start();
  try {
    const author = new Writer(place(servers[0]!.url, 0), silent);
    await author.join();
    author.bring(state);
    await untilKept(arm, author, () => new Writer(place(servers[0]!.url, 0), silent), state.byteLength);
    author.leave();
    if (arm.isDurable) {
      await Promise.all(servers.map((server) => server.stop()));
      if (arm.framing === 'colloquy') await compact(document);
      servers = await arm.start();
    }
    const readers = Array.from(
      { length: people },
      (_, person) => new Writer(place(servers[person % servers.length]!.url, person), silent)
    );
    const started = performance.now();
    await Promise.all(readers.map((reader) => reader.join()));
    const took = performance.now() - started;
    const short = readers.filter(({ joinedState }) => (joinedState?.byteLength ?? 0) < state.byteLength / 2);
    if (short.length > 0) throw new Error(`${arm.name}: ${short.length} readers did not get the document.`);
    for (const reader of readers) reader.leave();
    return took;
  } finally {
    await Promise.all(servers.map((server) => server.kill()));
  }
}

/** Waits until the server has the document, and, where it says so, has kept it. */
async function untilKept(arm: Arm, author: Writer, again: () => Writer, bytes: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const reader = again();
    await reader.join();
    const hasIt = (reader.joinedState?.byteLength ?? 0) >= bytes / 2;
    reader.leave();
    if (hasIt && (arm.framing !== 'colloquy' || author.safe > 0)) return;
    await wait(50);
  }
  throw new Error(`${arm.name} did not take the document.`);
}

/** How long this engine takes to build a compacted note of so many edits: the median of 20, in milliseconds. */
export async function coldLoad(edits: number): Promise<number> {
  const { groupId, cookies } = await makePeople(1);
  const [noteId = ''] = await makeNotes(groupId, 1);
  const sessionId = accounts.sessionIdIn(cookies[0])!;
  const { account } = (await accounts.accountOfSession(sessionId))!;
  const sessionHash = accounts.hashOfSession(sessionId);
  await append(
    driver(),
    [{ noteId, accountId: account.id, sessionHash, payload: writeTrace(edits) }],
    'bench'
  );
  await compact(noteId);
  const times: number[] = [];
  for (let run = 0; run < 20; run++) {
    const started = performance.now();
    const { doc } = await load(noteId);
    times.push(performance.now() - started);
    doc.destroy();
  }
  return quantile(times, 0.5);
}
