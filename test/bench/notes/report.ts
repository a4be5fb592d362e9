import os from 'node:os';
import process from 'node:process';
import type { Arm } from './arms.ts';
import type { Measured } from './cells.ts';
import { spread } from './statistics.ts';

type Name = Arm['name'];

/** Everything one benchmark found: of each arm and cell all runs, in their order. */
export interface Findings {
  date: string;
  fsyncMs: number;
  runs: number;
  cells: readonly string[];
  arms: readonly Name[];
  measured: ReadonlyMap<string, readonly Measured[]>;
  /** Milliseconds until the last of 50 has the long document, by arm. */
  joined: ReadonlyMap<Name, readonly number[]>;
  rssBytesPerDocument: ReadonlyMap<Name, number>;
  lost: ReadonlyMap<Name, { lost: number; of: number } | null>;
  /** Milliseconds this engine takes to build a note of so many edits. */
  coldLoads: ReadonlyMap<number, number>;
}

export function keyOf(arm: Name, cell: string): string {
  return `${arm} ${cell}`;
}

export function machine(): string {
  const [first] = os.cpus();
  const gibibytes = Math.round(os.totalmem() / 2 ** 30);
  return `${os.cpus().length} × ${first?.model.trim() || 'CPU'}, ${gibibytes} GiB, Linux ${os.release()}, Node ${process.version}`;
}

type Figure = keyof Measured;

function valuesOf(findings: Findings, arm: Name, cell: string, figure: Figure): (number | null)[] {
  return (findings.measured.get(keyOf(arm, cell)) ?? []).map((measured) => measured[figure]);
}

/** The middle of the runs; null if the arm has no such figure. */
export function median(findings: Findings, arm: Name, cell: string, figure: Figure): number | null {
  return spread(valuesOf(findings, arm, cell, figure))?.median ?? null;
}

/** The findings for other programs. */
export function asJson(findings: Findings): string {
  const rows = findings.arms.flatMap((arm) =>
    findings.cells.map((cell) => {
      const of = (figure: Figure) => median(findings, arm, cell, figure);
      return {
        ...{ arm, cell, peerP50: of('peerP50'), peerP99: of('peerP99'), ackP50: of('ackP50') },
        ...{ ackP99: of('ackP99'), cpuUsPerUpdate: of('cpuUsPerUpdate') },
        cpuUsPerUpdateWithDatabase: of('cpuUsPerUpdateWithDatabase'),
        rssBytesPerDocument: findings.rssBytesPerDocument.get(arm) ?? null,
        lostAcknowledged: findings.lost.get(arm)?.lost ?? null
      };
    })
  );
  const { date, fsyncMs } = findings;
  return JSON.stringify({ machine: machine(), date, fsyncMs, rows }, null, 2) + '\n';
}

/** The findings for people. */
export function asMarkdown(findings: Findings): string {
  return [
    `${machine()}; ${findings.date}; a small write reaches this disk in ${digits(findings.fsyncMs)} ms (fdatasync).`,
    `${findings.runs} runs, arms in turn in each; the middle, and in brackets the range.`,
    '',
    ...cellTable(findings, 'To peers, ms, p50', 'peerP50'),
    ...cellTable(findings, 'To peers, ms, p99', 'peerP99'),
    ...cellTable(findings, 'Acknowledged, ms, p50', 'ackP50'),
    ...cellTable(findings, 'Acknowledged, ms, p99', 'ackP99'),
    ...cellTable(findings, 'CPU of the server an update, µs', 'cpuUsPerUpdate'),
    ...cellTable(findings, 'The same with PostgreSQL, µs', 'cpuUsPerUpdateWithDatabase'),
    ...ratioTable(findings),
    ...otherTable(findings)
  ].join('\n');
}

function cellTable(findings: Findings, title: string, figure: Figure): string[] {
  return table(
    [title, ...findings.cells],
    findings.arms.map((arm) => [
      arm,
      ...findings.cells.map((cell) => {
        const found = spread(valuesOf(findings, arm, cell, figure));
        return found ? `${digits(found.median)} (${digits(found.low)}–${digits(found.high)})` : '–';
      })
    ])
  );
}

/** Run by run, since the machine is not the same in each. */
function ratioTable(findings: Findings): string[] {
  const rows: [string, Name, Name, Figure][] = [
    ['peers p50 ÷ y-websocket', 'colloquy', 'y-websocket', 'peerP50'],
    ['peers p99 ÷ y-websocket', 'colloquy', 'y-websocket', 'peerP99'],
    ['server CPU ÷ Hocuspocus', 'colloquy', 'hocuspocus', 'cpuUsPerUpdate'],
    ['acknowledged p50 ÷ Hocuspocus', 'colloquy', 'hocuspocus', 'ackP50']
  ];
  return table(
    ['Colloquy, ratio in the same run', ...findings.cells],
    rows.map(([name, arm, peer, figure]) => [
      name,
      ...findings.cells.map((cell) => {
        const others = valuesOf(findings, peer, cell, figure);
        const ratios = valuesOf(findings, arm, cell, figure).map((value, run) => {
          const other = others[run];
          return value === null || other === null || other === undefined ? null : value / other;
        });
        const found = spread(ratios);
        return found ? `${found.median.toFixed(2)} (${found.low.toFixed(2)}–${found.high.toFixed(2)})` : '–';
      })
    ])
  );
}

function otherTable(findings: Findings): string[] {
  const rows = findings.arms.map((arm) => {
    const joined = spread(findings.joined.get(arm) ?? []);
    const bytes = findings.rssBytesPerDocument.get(arm);
    const lost = findings.lost.get(arm);
    return [
      arm,
      joined ? `${digits(joined.median)} (${digits(joined.low)}–${digits(joined.high)})` : '–',
      bytes === undefined ? '–' : (bytes / 1024).toFixed(1),
      lost ? `${lost.lost} of ${lost.of}` : 'acknowledges nothing'
    ];
  });
  const cold = [...findings.coldLoads].map(
    ([edits, milliseconds]) => `- Cold load of a note of ${edits} edits: ${digits(milliseconds)} ms.`
  );
  return [
    ...table(
      ['', '50 join 100k edits, ms', 'kB a document open (1,000)', 'acknowledged edits lost to kill -9'],
      rows
    ),
    ...cold,
    ''
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}

function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
