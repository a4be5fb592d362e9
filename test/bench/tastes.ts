import os from 'node:os';
import { parseArgs } from 'node:util';
import { judgeOf, rank } from '#suggestions/ranking.ts';
import { learn } from '#suggestions/taste.ts';
import { simulatedGroup } from './tastes/group.ts';
import { average, precisionAtFive, type Precision } from './tastes/measure.ts';
import { world } from './tastes/world.ts';
import { quantile } from './notes/statistics.ts';

/*
 * `npm run bench:tastes`: how often what is suggested to a simulated group is what it wants, beside the order by
 * upvotes and beside chance, and how long learning and ordering take. Prints tables; judges nothing.
 */

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10' },
    groups: { type: 'string', default: '4' },
    follows: { type: 'string', default: '0,1,2' }
  }
});
const [seeds, groups] = [Number(options.seeds), Number(options.groups)];

console.log(
  `${new Date().toISOString().slice(0, 10)}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'CPU'}, Node ${process.version}; ` +
    `${seeds} seeds with ${groups} groups each; the mean over seeds ± their standard deviation.\n`
);
console.log(
  row(['follows', 'days', 'papers liked', 'learned', 'most upvoted', 'chance', 'perfect', 'upvotes ~ wishes'])
);
console.log(row(Array.from({ length: 8 }, () => '---')));
for (const following of options.follows.split(',').map(Number)) {
  for (const days of [7, 21, 60]) {
    const each = Array.from({ length: seeds }, (_, at) =>
      precisionAtFive({ seed: at + 1, groups, days, following })
    );
    const told = (of: keyof Precision) => spread(each.map((one) => one[of]));
    const liked = average(each.map((one) => one.liked)).toFixed(0);
    console.log(
      row([
        String(following),
        String(days),
        liked,
        ...(['learned', 'upvoted', 'chance', 'perfect', 'correlation'] as const).map(told)
      ])
    );
  }
}
console.log(`\n${timing()}`);

/** A record of about 140 papers against 1,600 passed over, and a day of 500 papers. */
function timing(): string {
  const all = world(1, 73);
  const [lived, asked] = [all.slice(0, 60), all.slice(60).flat().slice(0, 500)];
  const touched = simulatedGroup(1, 1, all.flat()).live(lived);
  const known = new Set(touched.map(({ id }) => id));
  const passed = lived
    .flat()
    .filter(({ id }) => !known.has(id))
    .slice(-1_600);
  const learning = times(5, () => void learn(touched, passed));
  const taste = learn(touched, passed)!;
  const first = times(30, () => void rank(judgeOf(taste), asked));
  const judge = judgeOf(taste);
  rank(judge, asked);
  const again = times(30, () => void rank(judge, asked));
  const told = (took: number[]) =>
    `p50 ${quantile(took, 0.5).toFixed(0)} ms, p95 ${quantile(took, 0.95).toFixed(0)} ms of processor time`;
  const kilobytes = Math.round(JSON.stringify(taste).length / 1_000);
  return [
    `Learning from ${touched.length} + ${passed.length} papers: ${told(learning)}; the model takes ${kilobytes} kB as JSON.`,
    `Ordering ${asked.length} papers that were not read before: ${told(first)}; read before: ${told(again)}.`
  ].join('\n');
}

/** Milliseconds of processor time, which other work on the machine disturbs less than the clock's. */
function times(count: number, work: () => void): number[] {
  return Array.from({ length: count }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
}

function spread(values: number[]): string {
  const mean = average(values);
  const variance =
    average(values.map((value) => (value - mean) ** 2)) * (values.length / (values.length - 1));
  return `${mean.toFixed(2)} ± ${Math.sqrt(variance).toFixed(2)}`;
}

function row(cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}
