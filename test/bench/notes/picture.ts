import { machine, median, type Findings } from './report.ts';

const width = 720;
const left = 120;
const right = 30;
const rowHeight = 16;
const cellGap = 26;
const hues: Record<string, string> = {
  'y-websocket': '#8a8f98',
  hocuspocus: '#c2783a',
  colloquy: '#3b6fd4',
  'colloquy-x2': '#7aa2f0'
};

/** Time to peers by cell and arm: the bar ends at p99, its dark part at p50. Readable on a light and a dark page. */
export function asPicture(findings: Findings): string {
  const { cells, arms } = findings;
  const largest = Math.max(
    ...cells.flatMap((cell) => arms.map((arm) => median(findings, arm, cell, 'peerP99') ?? 0))
  );
  const scale = (value: number) => (value / largest) * (width - left - right - 110);
  const parts: string[] = [];
  let y = 56;
  for (const cell of cells) {
    parts.push(text(8, y + 12, cell, 'font-weight="600"'));
    for (const arm of arms) {
      const p50 = median(findings, arm, cell, 'peerP50') ?? 0;
      const p99 = median(findings, arm, cell, 'peerP99') ?? 0;
      const hue = hues[arm] ?? '#888';
      parts.push(
        `<rect x="${left}" y="${y}" width="${scale(p99).toFixed(1)}" height="12" rx="2" fill="${hue}" opacity="0.45"/>`,
        `<rect x="${left}" y="${y}" width="${scale(p50).toFixed(1)}" height="12" rx="2" fill="${hue}"/>`,
        text(
          left + scale(p99) + 6,
          y + 10,
          `${arm}: ${p50.toFixed(2)} / ${p99.toFixed(2)} ms`,
          'font-size="11"'
        )
      );
      y += rowHeight;
    }
    y += cellGap - rowHeight;
  }
  const caption = `documents x writers, 2 edits a second each; ${machine()}; ${findings.date}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y + 28}" width="${width}" height="${y + 28}" role="img" aria-label="Time until an edit reaches the others, by cell and server">
<style>text{font-family:system-ui,sans-serif;font-size:13px;fill:#1f2328}@media (prefers-color-scheme:dark){text{fill:#e6e6e6}}</style>
${text(8, 24, 'Until an edit reaches the others: p50 (dark) and p99', 'font-weight="600"')}
${parts.join('\n')}
${text(8, y + 14, caption, 'font-size="10"')}
</svg>
`;
}

function text(x: number, y: number, words: string, attributes: string): string {
  return `<text x="${x.toFixed(0)}" y="${y.toFixed(0)}" ${attributes.replace(/font-size="(\d+)"/, 'style="font-size:$1px"')}>${words}</text>`;
}
