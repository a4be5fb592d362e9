import { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aligned, cellBelow, cellsOf, nextCell, previousCell } from '#notes/editing/tables.ts';
import { markdown } from '#notes/language.ts';

/** What a command makes of a text whose cursor is at `‸`. */
function after(command: typeof nextCell, text: string): string | null {
  const at = text.indexOf('‸');
  let state = EditorState.create({
    doc: text.replace('‸', ''),
    selection: { anchor: at },
    extensions: markdown()
  });
  const isDone = command({ state, dispatch: (transaction) => (state = transaction.state) });
  const { head } = state.selection.main;
  return isDone ? `${state.sliceDoc(0, head)}‸${state.sliceDoc(head)}` : null;
}

test('Tab aligns the table and goes to the next cell, over the dashes', () => {
  expect(after(nextCell, '|a‸|bb|\n|-|:-:|\n|1|2|')).toBe('| a   | bb‸  |\n| --- | :-: |\n| 1   |  2  |');
  expect(after(nextCell, '|a|bb‸|\n|-|-|\n|1|2|')).toBe('| a   | bb  |\n| --- | --- |\n| 1‸   | 2   |');
});

test('Tab in the last cell makes a new row', () => {
  expect(after(nextCell, '| a   |\n| --- |\n| 1‸   |')).toBe('| a   |\n| --- |\n| 1   |\n| ‸    |');
});

test('back and down go where one expects', () => {
  expect(after(previousCell, '|a|b|\n|-|-|\n|1‸|2|')).toBe('| a   | b‸   |\n| --- | --- |\n| 1   | 2   |');
  expect(after(cellBelow, '|a|b‸|\n|-|-|\n|1|2|')).toBe('| a   | b   |\n| --- | --- |\n| 1   | 2‸   |');
});

test('outside a table the key is somebody else’s', () => {
  expect(after(nextCell, 'no ‸table')).toBeNull();
});

test('whatever stands in a table, aligning it keeps every cell and changes nothing the second time', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '漢', '😀', ' ', '\\|', '-', '$') });
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rows, (table) => {
      const [head = [], ...body] = table;
      const lines = [head, head.map(() => '---'), ...body].map((row) => `|${row.join('|')}|`);
      const once = aligned(lines);
      expect(aligned(once)).toEqual(once);
      lines.forEach((line, index) => {
        if (index === 1) return;
        const kept = cellsOf(once[index] ?? '');
        cellsOf(line).forEach((text, column) => expect(kept[column]).toBe(text));
      });
    })
  );
});
