import { syntaxTree } from '@codemirror/language';
import { EditorSelection, type EditorState, type StateCommand } from '@codemirror/state';

/* Tables keep their columns under one another by themselves, and Tab goes from cell to cell. */

interface Place {
  row: number;
  column: number;
}

/** The cells of one line of a table, without the bars at its ends; a bar behind a backslash is text. */
export function cellsOf(line: string): string[] {
  const inside = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)((?:\\\\)*)\|$/, '$1');
  return inside.split(/(?<!\\)\|/).map((cell) => cell.trim());
}

/** How wide text is in columns of a fixed type: wide characters count twice, marks on letters not at all. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (/\p{M}|\u200d/u.test(letter)) continue;
    width +=
      /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Extended_Pictographic}/u.test(
        letter
      )
        ? 2
        : 1;
  }
  return width;
}

/** The lines of a table with their columns aligned; every row gets as many cells as the widest has. */
export function aligned(lines: readonly string[]): string[] {
  const rows = lines.map(cellsOf);
  const columns = Math.max(...rows.map((row) => row.length));
  const sides = (rows[1] ?? []).map((cell) => ({ start: cell.startsWith(':'), end: cell.endsWith(':') }));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(3, ...rows.map((row, index) => (index === 1 ? 3 : widthOf(row[column] ?? ''))))
  );
  return rows.map((row, index) => {
    const cells = widths.map((width, column) => {
      const side = sides[column] ?? { start: false, end: false };
      if (index === 1) return `${side.start ? ':' : '-'}${'-'.repeat(width - 2)}${side.end ? ':' : '-'}`;
      return padded(row[column] ?? '', width, side);
    });
    return `| ${cells.join(' | ')} |`;
  });
}

function padded(cell: string, width: number, { start, end }: { start: boolean; end: boolean }): string {
  const gap = width - widthOf(cell);
  const before = !end ? 0 : start ? Math.floor(gap / 2) : gap;
  return `${' '.repeat(before)}${cell}${' '.repeat(gap - before)}`;
}

interface Found {
  from: number;
  to: number;
  lines: string[];
  at: Place;
}

function tableAt(state: EditorState): Found | null {
  const { head } = state.selection.main;
  let node = syntaxTree(state).resolveInner(head, -1);
  if (node.name !== 'Table' && !hasTable(node)) node = syntaxTree(state).resolveInner(head, 1);
  for (; node.parent; node = node.parent) {
    if (node.name !== 'Table') continue;
    const first = state.doc.lineAt(node.from);
    const last = state.doc.lineAt(node.to);
    if (first.from !== node.from) return null;
    const line = state.doc.lineAt(head);
    const before = state.sliceDoc(line.from, head).trimStart().replace(/^\|/, '');
    const column = before.split(/(?<!\\)\|/).length - 1;
    const lines = state.sliceDoc(first.from, last.to).split('\n');
    return { from: first.from, to: last.to, lines, at: { row: line.number - first.number, column } };
  }
  return null;
}

function hasTable(node: { name: string; parent: typeof node | null }): boolean {
  for (let at: typeof node | null = node; at; at = at.parent) if (at.name === 'Table') return true;
  return false;
}

/** Where the text of a cell ends, in the aligned lines. */
function endOf(lines: readonly string[], { row, column }: Place): number {
  const line = lines[row] ?? '';
  let end = 0;
  for (let bars = 0; end < line.length; end++) {
    if (line[end] === '|' && line[end - 1] !== '\\' && bars++ === column + 1) break;
  }
  const start = lines.slice(0, row).reduce((sum, { length }) => sum + length + 1, 0);
  const cell = line.slice(0, end);
  const text = cell.trimEnd();
  return start + (text.endsWith('|') ? text.length + 1 : text.length);
}

function go(next: (at: Place, rows: number, columns: number) => Place): StateCommand {
  return ({ state, dispatch }) => {
    const table = state.readOnly ? null : tableAt(state);
    if (!table) return false;
    const columns = Math.max(...table.lines.map((line) => cellsOf(line).length));
    const target = next(table.at, table.lines.length, columns);
    const rows = [...table.lines];
    if (target.row >= rows.length) rows.push(`|${' |'.repeat(columns)}`);
    const lines = aligned(rows);
    dispatch(
      state.update({
        changes: { from: table.from, to: table.to, insert: lines.join('\n') },
        selection: EditorSelection.cursor(table.from + endOf(lines, target)),
        userEvent: 'input.table',
        scrollIntoView: true
      })
    );
    return true;
  };
}

/** The row with the dashes is nobody's place. */
const skipped = (row: number, by: 1 | -1) => (row === 1 ? row + by : row);

/** To the next cell, in a new row at the end. */
export const nextCell: StateCommand = go(({ row, column }, _rows, columns) =>
  column + 1 < columns ? { row, column: column + 1 } : { row: skipped(row + 1, 1), column: 0 }
);

export const previousCell: StateCommand = go(({ row, column }, _rows, columns) => {
  if (column > 0) return { row, column: column - 1 };
  return row === 0 ? { row, column } : { row: skipped(row - 1, -1), column: columns - 1 };
});

/** To the cell below, in a new row at the end. */
export const cellBelow: StateCommand = go(({ row, column }) => ({ row: skipped(row + 1, 1), column }));
