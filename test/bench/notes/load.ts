import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import type { FramingName } from './framing.ts';
import { Writer } from './writer.ts';

/*
 * The load generator, a process of its own: `node load.ts <order>` with the order as JSON; it prints its findings as
 * one line of JSON. It asks its parent (IPC) to mark the beginning and the end of the measured time.
 */

export interface Order {
  framing: FramingName;
  /** Writers go round these servers. */
  servers: string[];
  documents: string[];
  /** Headers of the first, second, … writer of a document. */
  people: Record<string, string>[];
  editsPerSecond: number;
  warmUpSeconds: number;
  seconds: number;
}

export interface Finding {
  edits: number;
  peer: number[];
  acknowledged: number[];
  unacknowledged: number;
}

const order = JSON.parse(process.argv[2]!) as Order;
const finding: Finding = { edits: 0, peer: [], acknowledged: [], unacknowledged: 0 };
let measuring = false;

const writers = order.documents.flatMap((document, d) =>
  order.people.map(
    (headers, p) =>
      new Writer(
        { framing: order.framing, server: order.servers[(d + p) % order.servers.length]!, document, headers },
        {
          peerSaw: (time) => void (measuring && finding.peer.push(time)),
          acknowledged: (time) => void (measuring && finding.acknowledged.push(time))
        }
      )
  )
);
for (let next = 0; next < writers.length; next += 20) {
  await Promise.all(writers.slice(next, next + 20).map((writer) => writer.join()));
}

const pause = 1000 / order.editsPerSecond;
const phases = writers.map((writer, index) => ({ writer, due: (index * 0.618_033_988_7 * pause) % pause }));
phases.sort((one, other) => one.due - other.due);

await type(order.warmUpSeconds);
await mark('begin');
measuring = true;
finding.edits = await type(order.seconds);
measuring = false;
await mark('end');
await wait(500);
finding.unacknowledged = writers.reduce((sum, { sent, safe }) => sum + sent - safe, 0);
process.stdout.write(JSON.stringify(finding) + '\n', () => process.exit(0));

/** Everyone types at their own moments, spread over the pause between two edits. */
async function type(seconds: number): Promise<number> {
  const started = performance.now();
  let edits = 0;
  for (let turn = 0; turn * pause < seconds * 1000; turn++) {
    for (const { writer, due } of phases) {
      const delay = started + turn * pause + due - performance.now();
      if (delay > 0.3) await wait(delay);
      writer.type();
      edits++;
    }
  }
  return edits;
}

function mark(what: 'begin' | 'end'): Promise<void> {
  process.send!(what);
  return new Promise((resolve) => process.once('message', () => resolve()));
}
