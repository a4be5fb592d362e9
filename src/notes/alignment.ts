/** A stretch of two texts laid over each other. */
export interface Piece {
  kind: 'same' | 'deleted' | 'inserted';
  text: string;
}

/** Puts neighbours together, and between two unchanged stretches what was deleted before what was inserted. */
export function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  let deleted = '';
  let inserted = '';
  const change = () => {
    if (deleted) all.push({ kind: 'deleted', text: deleted });
    if (inserted) all.push({ kind: 'inserted', text: inserted });
    deleted = inserted = '';
  };
  for (const { kind, text } of pieces) {
    if (kind === 'deleted') deleted += text;
    else if (kind === 'inserted') inserted += text;
    else {
      change();
      const last = all.at(-1);
      if (last?.kind === 'same') last.text += text;
      else if (text) all.push({ kind, text });
    }
  }
  change();
  return all;
}

/**
 * The shortest way from one list to another; past `most` steps, whatever differs counts as replaced. E. W. Myers, "An
 * O(ND) difference algorithm and its variations", 1986.
 */
export function aligned(before: readonly string[], after: readonly string[], most: number): Piece[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [
    { kind: 'same', text: before.slice(0, start).join('') },
    ...shortest(before.slice(start, before.length - end), after.slice(start, after.length - end), most),
    { kind: 'same', text: before.slice(before.length - end).join('') }
  ];
}

/** The shortest way from one list to the other, forwards as far as each diagonal goes and then back along it. */
function shortest(before: readonly string[], after: readonly string[], most: number): Piece[] {
  const bound = Math.min(before.length + after.length, most);
  const furthest = new Int32Array(2 * bound + 3);
  const middle = bound + 1;
  const trace: Int32Array[] = [];
  for (let changes = 0; changes <= bound; changes++) {
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = goesDown(furthest, middle, diagonal, changes)
        ? furthest[middle + diagonal + 1]!
        : furthest[middle + diagonal - 1]! + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++;
      furthest[middle + diagonal] = x;
      if (x >= before.length && x - diagonal >= after.length) return walkedBack(before, after, trace);
    }
    trace.push(furthest.slice(middle - changes, middle + changes + 1));
  }
  return [
    { kind: 'deleted', text: before.join('') },
    { kind: 'inserted', text: after.join('') }
  ];
}

function goesDown(furthest: Int32Array, middle: number, diagonal: number, changes: number): boolean {
  if (diagonal === -changes) return true;
  return diagonal !== changes && furthest[middle + diagonal - 1]! < furthest[middle + diagonal + 1]!;
}

function walkedBack(
  before: readonly string[],
  after: readonly string[],
  trace: readonly Int32Array[]
): Piece[] {
  const pieces: Piece[] = [];
  let x = before.length;
  let y = after.length;
  for (let changes = trace.length; changes > 0; changes--) {
    const furthest = trace[changes - 1]!;
    const middle = changes - 1;
    const isInsertion = goesDown(furthest, middle, x - y, changes);
    const diagonal = x - y + (isInsertion ? 1 : -1);
    const fromX = furthest[middle + diagonal]!;
    const fromY = fromX - diagonal;
    for (; x > fromX && y > fromY; x--, y--) pieces.push({ kind: 'same', text: before[x - 1]! });
    if (isInsertion) pieces.push({ kind: 'inserted', text: after[fromY]! });
    else pieces.push({ kind: 'deleted', text: before[fromX]! });
    x = fromX;
    y = fromY;
  }
  for (; x > 0; x--) pieces.push({ kind: 'same', text: before[x - 1]! });
  return pieces.reverse();
}
