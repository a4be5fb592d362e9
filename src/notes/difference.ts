import { aligned, joined, type Piece } from '#notes/alignment.ts';

export type { Piece } from '#notes/alignment.ts';

/** More changes than this between two texts are not looked for: what lies between counts as replaced. */
const mostLineChanges = 1_500;
const mostWordChanges = 600;
/** More pairs of lines than this are not looked at for what became of each line. */
const mostPairs = 10_000;
/** The share of words in common from which on one line is another one rewritten. */
const alike = 0.4;

/**
 * What must be deleted from one text and inserted to get the other: whole lines, and within lines that changed, words.
 * `same` and `deleted` make up the first text, `same` and `inserted` the second.
 */
export function difference(before: string, after: string): Piece[] {
  const byLine = joined(aligned(linesOf(before), linesOf(after), mostLineChanges));
  const pieces: Piece[] = [];
  for (let at = 0; at < byLine.length; at++) {
    const piece = byLine[at]!;
    const next = byLine[at + 1];
    if (piece.kind !== 'deleted' || next?.kind !== 'inserted') pieces.push(piece);
    else {
      pieces.push(...rewritten(linesOf(piece.text), linesOf(next.text)));
      at++;
    }
  }
  return joined(pieces);
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}_]+|\n|[^\S\n]+|[^]/gu) ?? [];
}

/** A space that two rewritten stretches have in common tells nobody anything: it is rewritten with them. */
function readable(pieces: Piece[]): Piece[] {
  const runs = joined(pieces);
  return runs.flatMap((piece, at) => {
    const isBetween = at > 0 && at < runs.length - 1;
    if (piece.kind !== 'same' || !isBetween || !/^[^\S\n]+$/.test(piece.text)) return [piece];
    return [
      { kind: 'deleted', text: piece.text },
      { kind: 'inserted', text: piece.text }
    ] satisfies Piece[];
  });
}

/** Lines that stand in the place of others: word by word where one is another one rewritten, else as they are. */
function rewritten(before: readonly string[], after: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let [x, y] = [0, 0];
  for (const [pairX, pairY] of [...pairsOf(before, after), [before.length, after.length]] as const) {
    pieces.push({ kind: 'deleted', text: before.slice(x, pairX).join('') });
    pieces.push({ kind: 'inserted', text: after.slice(y, pairY).join('') });
    const [old, fresh] = [before[pairX], after[pairY]];
    if (old && fresh) pieces.push(...readable(aligned(wordsOf(old), wordsOf(fresh), mostWordChanges)));
    [x, y] = [pairX + 1, pairY + 1];
  }
  return pieces;
}

/** Which line became which, in their order, so that together they have the most in common. */
function pairsOf(before: readonly string[], after: readonly string[]): [number, number][] {
  if (before.length * after.length > mostPairs) return [];
  const oldWords = before.map(countsOf);
  const newWords = after.map(countsOf);
  const best = before
    .map(() => new Float64Array(after.length + 1))
    .concat(new Float64Array(after.length + 1));
  const likeness = oldWords.map((old) => newWords.map((fresh) => likenessOf(old, fresh)));
  for (let x = before.length - 1; x >= 0; x--) {
    for (let y = after.length - 1; y >= 0; y--) {
      const paired = likeness[x]![y]! && likeness[x]![y]! + best[x + 1]![y + 1]!;
      best[x]![y] = Math.max(paired, best[x + 1]![y]!, best[x]![y + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  for (let x = 0, y = 0; x < before.length && y < after.length;) {
    if (best[x]![y] === best[x + 1]![y]) x++;
    else if (best[x]![y] === best[x]![y + 1]) y++;
    else pairs.push([x++, y++]);
  }
  return pairs;
}

function countsOf(line: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of line.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The share of words two lines have in common, or 0 when that is too little to call one the other rewritten. */
function likenessOf(old: ReadonlyMap<string, number>, fresh: ReadonlyMap<string, number>): number {
  let [common, all] = [0, 0];
  for (const [word, count] of old) {
    common += Math.min(count, fresh.get(word) ?? 0);
    all += count;
  }
  for (const count of fresh.values()) all += count;
  const share = all === 0 ? 0 : (2 * common) / all;
  return share >= alike ? share : 0;
}
