import type { Arm } from './arms.ts';
import { memoryOf } from './processes.ts';
import { Writer } from './writer.ts';

const silent = { peerSaw: () => undefined, acknowledged: () => undefined };

/** Bytes of memory that each of so many open documents costs, one quiet reader in each, after collecting garbage. */
export async function memoryPerDocument(arm: Arm, documents = 1_000): Promise<number> {
  const furnished = await arm.furnish(documents, 1);
  const servers = await arm.start();
  const memory = async () => {
    await Promise.all(servers.map((server) => server.collect()));
    return servers.reduce((sum, { pid }) => sum + memoryOf(pid), 0);
  };
  try {
    const places = furnished.documents.map((document, index) => ({
      ...{ framing: arm.framing, document, headers: furnished.people[0]! },
      server: servers[index % servers.length]!.url
    }));
    // The first connections also pay for code that is compiled once.
    const first = places.slice(0, 20).map((place) => new Writer(place, silent));
    for (const reader of first) await reader.join();
    const before = await memory();
    const readers = places.slice(20).map((place) => new Writer(place, silent));
    for (let next = 0; next < readers.length; next += 20) {
      await Promise.all(readers.slice(next, next + 20).map((reader) => reader.join()));
    }
    const grown = (await memory()) - before;
    for (const reader of [...first, ...readers]) reader.leave();
    return grown / readers.length;
  } finally {
    await Promise.all(servers.map((server) => server.kill()));
  }
}
