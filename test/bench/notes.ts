import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { arms as allArms } from './notes/arms.ts';
import { runCell, type Measured } from './notes/cells.ts';
import { closeDatabase, fsyncMilliseconds, openDatabase } from './notes/database.ts';
import { memoryPerDocument } from './notes/idle.ts';
import { coldLoad, joinTogether } from './notes/joining.ts';
import { lostAcknowledged } from './notes/losses.ts';
import { asPicture } from './notes/picture.ts';
import { asJson, asMarkdown, keyOf, type Findings } from './notes/report.ts';
import { writeTrace } from './notes/trace.ts';

/*
 * `npm run bench:notes`: the notes engine beside its peers on one machine, each server in its own process, in turn.
 * Prints tables; judges nothing.
 */

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '10' },
    kills: { type: 'string', default: '50' },
    arms: { type: 'string', default: 'y-websocket,hocuspocus,colloquy,colloquy-x2' },
    cells: { type: 'string', default: '10x5,20x10,5x40,1x100' },
    json: { type: 'string' },
    markdown: { type: 'string' },
    svg: { type: 'string' }
  }
});
const runs = Number(options.runs);
const cells = options.cells.split(',');
const named = options.arms.split(',');
const arms = allArms.filter(({ name }) => named.includes(name));

await openDatabase();
try {
  const findings = await measure();
  console.log(asMarkdown(findings));
  if (options.json) fs.writeFileSync(options.json, asJson(findings));
  if (options.markdown) fs.writeFileSync(options.markdown, asMarkdown(findings));
  if (options.svg) fs.writeFileSync(options.svg, asPicture(findings));
} finally {
  await closeDatabase();
}

async function measure(): Promise<Findings> {
  const measured = new Map<string, Measured[]>();
  const joined = new Map<(typeof arms)[number]['name'], number[]>();
  const fsyncMs = fsyncMilliseconds();
  const long = writeTrace(100_000);
  for (let run = 0; run < runs; run++) {
    for (const cell of cells) {
      for (const arm of arms) {
        const found = await runCell(arm, cell, Number(options.seconds));
        const key = keyOf(arm.name, cell);
        measured.set(key, [...(measured.get(key) ?? []), found]);
        tell(`run ${run + 1}, ${key}: ${found.peerP50.toFixed(2)} / ${found.peerP99.toFixed(2)} ms to peers`);
      }
    }
    for (const arm of arms) {
      const took = await joinTogether(arm, long);
      joined.set(arm.name, [...(joined.get(arm.name) ?? []), took]);
      tell(`run ${run + 1}, ${arm.name}: 50 joined in ${took.toFixed(0)} ms`);
    }
  }
  const rssBytesPerDocument = new Map<(typeof arms)[number]['name'], number>();
  const lost = new Map<(typeof arms)[number]['name'], { lost: number; of: number } | null>();
  for (const arm of arms) {
    rssBytesPerDocument.set(arm.name, await memoryPerDocument(arm));
    lost.set(arm.name, await lostAcknowledged(arm, Number(options.kills)));
    tell(`${arm.name}: ${JSON.stringify(lost.get(arm.name))} acknowledged edits lost`);
  }
  const coldLoads = new Map<number, number>();
  for (const edits of [100_000, 260_000]) coldLoads.set(edits, await coldLoad(edits));
  return {
    ...{
      date: new Date().toISOString().slice(0, 10),
      fsyncMs,
      runs,
      cells,
      arms: arms.map(({ name }) => name)
    },
    ...{ measured, joined, rssBytesPerDocument, lost, coldLoads }
  };
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
