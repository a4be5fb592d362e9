import { syntaxTree } from '@codemirror/language';
import { RangeSetBuilder, StateField, type EditorState } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import type { Tree } from '@lezer/common';
import { isTouched, stage } from '#notes/editing/stage.ts';
import { FormulaView, TableView } from '#notes/editing/widgets.ts';

/** A part of the text that a block of another kind takes the place of. */
interface Block {
  from: number;
  to: number;
  source: string;
  kind: 'table' | 'formula';
}

/** Tables, and formulas over several lines, as they read. */
export const blocks = StateField.define<{ found: readonly Block[]; tree: Tree; drawn: DecorationSet }>({
  create: (state) => {
    const found = blocksOf(state);
    return { found, tree: syntaxTree(state), drawn: draw(state, found) };
  },
  update(value, transaction) {
    const { state } = transaction;
    const tree = syntaxTree(state);
    const isStale = transaction.docChanged || tree !== value.tree;
    const isMoved = transaction.selection || state.field(stage) !== transaction.startState.field(stage);
    if (!isStale && !isMoved) return value;
    const found = isStale ? blocksOf(state) : value.found;
    return { found, tree, drawn: draw(state, found) };
  },
  provide: (field) => EditorView.decorations.from(field, ({ drawn }) => drawn)
});

/** Only what holds other blocks is looked into; the walk stays short in a long text. */
const holders = new Set(['Document', 'BulletList', 'OrderedList', 'ListItem', 'Blockquote', 'Task']);

function blocksOf(state: EditorState): Block[] {
  const found: Block[] = [];
  syntaxTree(state).iterate({
    enter(node) {
      if (holders.has(node.name)) return true;
      if (node.name === 'Table' && isWhole(state, node)) found.push(blockOf(state, node, 'table'));
      else if (node.name === 'Paragraph') {
        for (let child = node.node.firstChild; child; child = child.nextSibling) {
          const isLong = child.name === 'Formula' && state.doc.lineAt(child.from).to < child.to;
          if (isLong) found.push(blockOf(state, child, 'formula'));
        }
      }
      return false;
    }
  });
  return found;
}

/** Whether a node has its lines for itself: in a list or a quotation other marks stand before it. */
function isWhole(state: EditorState, { from, to }: { from: number; to: number }): boolean {
  return state.doc.lineAt(from).from === from && state.doc.lineAt(to).to === to;
}

function blockOf(state: EditorState, { from, to }: { from: number; to: number }, kind: Block['kind']): Block {
  return { from, to, kind, source: state.sliceDoc(from, to) };
}

function draw(state: EditorState, found: readonly Block[]): DecorationSet {
  const { renderers } = state.field(stage);
  if (!renderers) return Decoration.none;
  const builder = new RangeSetBuilder<Decoration>();
  for (const block of found) {
    if (isTouched(state, block.from, block.to)) continue;
    const widget =
      block.kind === 'table'
        ? new TableView(block.source, renderers)
        : new FormulaView(block.source, true, renderers);
    const isBlock = isWhole(state, block);
    builder.add(block.from, block.to, Decoration.replace({ widget, block: isBlock }));
  }
  return builder.finish();
}
