import { entryOf } from './citation.ts';
import { type Pasted, type PastedLine } from './pasted.ts';

/** Whether a RIS record begins here. */
export function startsRis({ text }: PastedLine): boolean {
  return /^TY\s{0,2}-/.test(text);
}

/** Reads one record, `TY  - ` to `ER  - `; lines without a tag continue the one above. */
export function readRis(lines: PastedLine[], pasted: Pasted): void {
  const values = new Map<string, string[][]>();
  let current: string[] = [];
  for (const { text } of lines) {
    const [, tag, value = ''] = /^([A-Z][A-Z0-9])\s{0,2}-(?:\s(.*))?$/.exec(text) ?? [];
    if (!tag) {
      current.push(text);
      continue;
    }
    current = [value];
    const known = values.get(tag);
    if (known) known.push(current);
    else values.set(tag, [current]);
  }
  const all = (...tags: string[]) =>
    tags.flatMap((tag) => values.get(tag) ?? []).map((parts) => parts.join(' ').trim());
  const first = (...tags: string[]) => all(...tags).find((value) => value !== '');
  const filled = lines.filter((line) => line.text !== '');
  const entry =
    values.size < 2
      ? null
      : entryOf(
          {
            title: first('TI', 'T1', 'CT', 'BT'),
            abstract: first('AB', 'N2'),
            authors: all('AU', 'A1'),
            venue: first('T2', 'JF', 'JO', 'JA'),
            date: first('DA') ?? first('PY', 'Y1'),
            sources: all('DO', 'ID', 'AN', 'M3', 'UR', 'L1', 'L2', 'LK'),
            url: first('UR')
          },
          filled[0]?.line ?? 0,
          filled.at(-1)?.line ?? 0
        );
  if (entry) pasted.entries.push(entry);
  else for (const line of filled) pasted.unread.push(line);
}
