import { setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import type { Arm, Furnished } from './arms.ts';
import type { Server } from './processes.ts';
import { Writer } from './writer.ts';

const silent = { peerSaw: () => undefined, acknowledged: () => undefined };

/**
 * Two people type without pause while their server is killed, `kills` times. Null for a server that never says that
 * it has an edit.
 * @returns edits that were acknowledged before the kill and are not in the document the next server shows
 */
export async function lostAcknowledged(
  arm: Arm,
  kills: number
): Promise<{ lost: number; of: number } | null> {
  if (!arm.isDurable) return null;
  const total = { lost: 0, of: 0 };
  const furnished = await arm.furnish(kills, 2);
  let servers = await arm.start();
  try {
    for (let round = 0; round < kills; round++) {
      const writers = await typeUntilKilled(arm, furnished, round, servers);
      servers = [...(await arm.start())];
      const kept = await keptBy(arm, furnished, round, servers[0]!);
      for (const { client, safe } of writers) {
        total.of += safe;
        total.lost += Math.max(0, safe - (kept.get(client) ?? 0));
      }
    }
    return total;
  } finally {
    await Promise.all(servers.map((server) => server.kill()));
  }
}

async function typeUntilKilled(
  arm: Arm,
  { documents, people }: Furnished,
  round: number,
  servers: readonly Server[]
): Promise<Writer[]> {
  const writers = people.map((headers, person) => {
    const { url } = servers[person % servers.length]!;
    return new Writer({ framing: arm.framing, server: url, document: documents[round]!, headers }, silent);
  });
  await Promise.all(writers.map((writer) => writer.join()));
  // Between 150 and 440 ms of typing: kills fall before, in and after commits.
  const until = performance.now() + 150 + ((round * 37) % 290);
  while (performance.now() < until) {
    for (const writer of writers) writer.type();
    await wait(4);
  }
  await Promise.all(servers.map((server) => server.kill()));
  for (const writer of writers) writer.leave();
  return writers;
}

/** How many edits of each writer the document has that a server shows. */
async function keptBy(
  arm: Arm,
  { documents, people }: Furnished,
  round: number,
  { url }: Server
): Promise<Map<number, number>> {
  const place = { framing: arm.framing, server: url, document: documents[round]!, headers: people[0]! };
  const reader = new Writer(place, silent);
  await reader.join();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, reader.joinedState!);
  reader.leave();
  return Y.decodeStateVector(Y.encodeStateVector(doc));
}
