/** One page at each size of the installation, in milliseconds. */
export interface Curve {
  name: string;
  points: { share: number; milliseconds: number }[];
}

const width = 720;
const height = 420;
const edge = { left: 52, right: 150, top: 44, bottom: 60 };
const hues = ['#3b6fd4', '#c2783a', '#4f9a5b', '#a0527f', '#7a6fd0', '#8a8f98', '#b09a2e', '#3a9aa5'];

/** What pages cost against the size of the installation, both axes logarithmic. Readable on a light and a dark page. */
export function asPicture(curves: readonly Curve[], caption: string): string {
  const all = curves.flatMap(({ points }) => points);
  const shares = [...new Set(all.map(({ share }) => share))].sort((one, other) => one - other);
  const [low, high] = [2, Math.max(100, ...all.map(({ milliseconds }) => milliseconds))];
  const x = (share: number) =>
    edge.left +
    ((Math.log(share) - Math.log(shares[0]!)) / (Math.log(shares.at(-1)!) - Math.log(shares[0]!) || 1)) *
      (width - edge.left - edge.right);
  const y = (milliseconds: number) =>
    height -
    edge.bottom -
    ((Math.log(Math.max(low, milliseconds)) - Math.log(low)) / (Math.log(high) - Math.log(low))) *
      (height - edge.top - edge.bottom);
  const grid = [2, 5, 10, 20, 50, 100, 200, 500]
    .filter((at) => at <= high)
    .map(
      (at) =>
        `<line x1="${edge.left}" x2="${width - edge.right}" y1="${y(at).toFixed(1)}" y2="${y(at).toFixed(1)}" stroke="#8884"/>` +
        text(edge.left - 8, y(at) + 4, `${at} ms`, 'text-anchor="end"')
    );
  const sizes = shares.map((share) =>
    text(x(share), height - edge.bottom + 18, `${share * 100} %`, 'text-anchor="middle"')
  );
  // Names that would lie over one another move down.
  const ends = curves
    .map((curve, index) => ({ curve, index, at: y(curve.points.at(-1)?.milliseconds ?? low) }))
    .sort((one, other) => one.at - other.at);
  let free = edge.top;
  const lines = ends.map(({ curve, index, at }) => {
    const hue = hues[index % hues.length]!;
    const dashes = index >= hues.length ? ' stroke-dasharray="5 3"' : '';
    const path = curve.points.map(
      ({ share, milliseconds }) => `${x(share).toFixed(1)},${y(milliseconds).toFixed(1)}`
    );
    const label = Math.max(at, free);
    free = label + 13;
    return (
      `<polyline points="${path.join(' ')}" fill="none" stroke="${hue}" stroke-width="2"${dashes}/>` +
      text(width - edge.right + 10, label + 4, curve.name, `fill="${hue}" font-weight="600"`)
    );
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="What pages cost at each size of the installation">
<style>text{font-family:system-ui,sans-serif;font-size:11px}text:not([fill]){fill:#1f2328}@media (prefers-color-scheme:dark){text:not([fill]){fill:#e6e6e6}}</style>
${text(8, 22, 'A page, median, against the size of the installation', 'style="font-size:13px" font-weight="600"')}
${[...grid, ...sizes, ...lines].join('\n')}
${text(8, height - 12, caption)}
</svg>
`;
}

function text(x: number, y: number, words: string, attributes = ''): string {
  return `<text x="${x.toFixed(0)}" y="${y.toFixed(0)}" ${attributes}>${words}</text>`;
}
