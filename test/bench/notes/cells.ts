import { fork } from 'node:child_process';
import type { Arm } from './arms.ts';
import { postmaster } from './database.ts';
import type { Finding, Order } from './load.ts';
import { cpuOf, cpuOfDatabase } from './processes.ts';
import { quantile } from './statistics.ts';

/** What one run of one cell found; times in milliseconds, null where the arm has no such thing. */
export interface Measured {
  peerP50: number;
  peerP99: number;
  ackP50: number | null;
  ackP99: number | null;
  cpuUsPerUpdate: number;
  cpuUsPerUpdateWithDatabase: number;
}

const load = new URL('load.ts', import.meta.url).pathname;

/** Runs one cell, such as `10x5` (documents x writers of each), against fresh servers. */
export async function runCell(arm: Arm, cell: string, seconds: number): Promise<Measured> {
  const [documents = 1, people = 1] = cell.split('x').map(Number);
  const furnished = await arm.furnish(documents, people);
  const servers = await arm.start();
  const database = await postmaster();
  const cpu = () => ({
    app: servers.reduce((sum, { pid }) => sum + cpuOf(pid), 0),
    database: cpuOfDatabase(database)
  });
  try {
    const before = { app: 0, database: 0 };
    const after = { app: 0, database: 0 };
    const order: Order = {
      framing: arm.framing,
      servers: servers.map(({ url }) => url),
      ...furnished,
      editsPerSecond: 2,
      warmUpSeconds: 3,
      seconds
    };
    const finding = await generate(order, (what) => Object.assign(what === 'begin' ? before : after, cpu()));
    const app = after.app - before.app;
    return {
      peerP50: quantile(finding.peer, 0.5),
      peerP99: quantile(finding.peer, 0.99),
      ackP50: finding.acknowledged.length > 0 ? quantile(finding.acknowledged, 0.5) : null,
      ackP99: finding.acknowledged.length > 0 ? quantile(finding.acknowledged, 0.99) : null,
      cpuUsPerUpdate: app / finding.edits,
      cpuUsPerUpdateWithDatabase: (app + after.database - before.database) / finding.edits
    };
  } finally {
    await Promise.all(servers.map((server) => server.kill()));
  }
}

function generate(order: Order, marked: (what: string) => void): Promise<Finding> {
  const child = fork(load, [JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  child.on('message', (what) => {
    marked(String(what));
    child.send('go on');
  });
  let said = '';
  child.stdout!.on('data', (chunk: Buffer) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.once('close', (code) =>
      code === 0 ? resolve(JSON.parse(said)) : reject(new Error(`The load generator ended with ${code}.`))
    );
  });
}
