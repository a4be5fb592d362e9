import { syntaxTree } from '@codemirror/language';
import {
  EditorSelection,
  type ChangeSpec,
  type EditorState,
  type Line,
  type StateCommand
} from '@codemirror/state';

/* What Markdown costs people, the editor gives back: marks by key and by button, lists that continue. */

/** Puts a mark around each selection, or takes it away where it stands already. */
export function around(mark: string): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const width = mark.length;
    const change = state.changeByRange((range) => {
      const before = state.sliceDoc(range.from - width, range.from);
      const behind = state.sliceDoc(range.to, range.to + width);
      if (before === mark && behind === mark && !isLonger(state, range.from - width, mark)) {
        return {
          changes: [
            { from: range.from - width, to: range.from },
            { from: range.to, to: range.to + width }
          ],
          range: EditorSelection.range(range.anchor - width, range.head - width)
        };
      }
      return {
        changes: [
          { from: range.from, insert: mark },
          { from: range.to, insert: mark }
        ],
        range: EditorSelection.range(range.anchor + width, range.head + width)
      };
    });
    dispatch(state.update(change, { userEvent: 'input.mark', scrollIntoView: true }));
    return true;
  };
}

/** `*` is not to be found in the middle of `**`. */
function isLonger(state: EditorState, at: number, mark: string): boolean {
  return mark.length === 1 && state.sliceDoc(at - 1, at) === mark && state.sliceDoc(at - 2, at - 1) !== mark;
}

/** Makes the selection a link and selects the place for its address. */
export const link: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const change = state.changeByRange((range) => {
    const text = state.sliceDoc(range.from, range.to);
    const isAddress = /^https?:\/\/\S+$/.test(text);
    const insert = isAddress ? `[](${text})` : `[${text}](https://)`;
    const from = range.from + (isAddress ? 1 : text.length + 3);
    const length = isAddress ? 0 : 'https://'.length;
    return {
      changes: { from: range.from, to: range.to, insert },
      range: EditorSelection.range(from, from + length)
    };
  });
  dispatch(state.update(change, { userEvent: 'input.mark', scrollIntoView: true }));
  return true;
};

/** Begins each selected line with a mark (`- `, `> `, `## `), or takes it away when all have it. */
export function begin(mark: string): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const lines = linesOf(state);
    const all = lines.every(({ text }) => text.startsWith(mark));
    const changes = lines.map(({ from, text }): ChangeSpec => {
      if (all) return { from, to: from + mark.length };
      return { from, to: from + (leader.exec(text)?.[0].length ?? 0), insert: mark };
    });
    const set = state.changes(changes);
    const selection = state.selection.map(set, 1);
    dispatch(state.update({ changes: set, selection, userEvent: 'input.mark', scrollIntoView: true }));
    return true;
  };
}

/** What `begin` replaces: another mark at the beginning of the line. */
const leader = /^(?:#{1,6} |> |[-*+] (?:\[[ xX]\] )?|\d+[.)] )/;

function linesOf(state: EditorState): Line[] {
  const { from, to } = state.selection.main;
  const lines: Line[] = [];
  for (let at = from; at <= to;) {
    const line = state.doc.lineAt(at);
    lines.push(line);
    at = line.to + 1;
  }
  return lines;
}

const item = /^(\s*)(?:([-*+])|(\d{1,8})([.)])|(>))(\s+)(\[[ xX]\]\s+)?/;

/** Enter in a list or a quotation: the next item; in an empty item: out of the list. */
export const continueList: StateCommand = ({ state, dispatch }) => {
  const { main, ranges } = state.selection;
  const line = state.doc.lineAt(main.head);
  const found = item.exec(line.text);
  if (state.readOnly || ranges.length > 1 || !main.empty || !found || isCode(state, main.head)) return false;
  const [lead, indent = '', bullet, number, closer = '.', quote, gap = ' ', box] = found;
  if (main.head < line.from + lead.length) return false;
  if (line.length === lead.length) {
    // A blank line ends the list; what follows without one would still belong to its last item.
    const changes = { from: line.from, to: line.to, insert: state.lineBreak };
    dispatch(state.update({ changes, selection: { anchor: line.from + 1 }, userEvent: 'input' }));
    return true;
  }
  const sign = bullet ?? quote ?? `${Number(number) + 1}${closer}`;
  const insert = `${state.lineBreak}${indent}${sign}${gap}${box ? '[ ] ' : ''}`;
  dispatch(state.update(state.replaceSelection(insert), { userEvent: 'input', scrollIntoView: true }));
  return true;
};

function isCode(state: EditorState, at: number): boolean {
  const { name } = syntaxTree(state).resolveInner(at, -1);
  return /Code/.test(name);
}

/** Tab in a list: the items go in by the width of their mark. Elsewhere Tab moves the focus, as on any page. */
export const indentItems: StateCommand = shift(({ from, text }) => {
  const [, indent = ''] = item.exec(text) ?? [];
  const width = /^\s*\d/.test(text) ? 3 : 2;
  return { from: from + indent.length, insert: ' '.repeat(width) };
});

/** Shift-Tab in a list: the items come out again. */
export const outdentItems: StateCommand = shift(({ from, text }) => {
  const width = /^\s*\d/.test(text) ? 3 : 2;
  const removed = Math.min(width, text.length - text.trimStart().length);
  return { from, to: from + removed };
});

function shift(change: (line: Line) => ChangeSpec): StateCommand {
  return ({ state, dispatch }) => {
    const lines = linesOf(state).filter(({ text }) => item.test(text) && !text.trimStart().startsWith('>'));
    if (state.readOnly || lines.length === 0) return false;
    dispatch(state.update({ changes: lines.map(change), userEvent: 'input.indent' }));
    return true;
  };
}
