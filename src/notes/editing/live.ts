import { syntaxTree } from '@codemirror/language';
import {
  RangeSetBuilder,
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
  type Range
} from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import type { SyntaxNodeRef, Tree } from '@lezer/common';
import { formulaAt } from '#markdown/segments.ts';
import {
  Bullet,
  FormulaView,
  PictureView,
  TableView,
  TaskBox,
  type Renderers
} from '#notes/editing/widgets.ts';

/*
 * The text as it reads, in its place: what the cursor is not in loses its marks. What replaces whole lines (tables,
 * formulas over several lines) has to be known for all of the text, because it changes its height; everything else
 * is worked out for what is in sight.
 */

const arrived = StateEffect.define<Renderers>();
const attended = StateEffect.define<boolean>();

/** What turns source into HTML, once it has been fetched; and whether somebody is in the text at all. */
const stage = StateField.define<{ renderers: Renderers | null; isAttended: boolean }>({
  create: () => ({ renderers: null, isAttended: false }),
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(arrived)) value = { ...value, renderers: effect.value };
      if (effect.is(attended)) value = { ...value, isAttended: effect.value };
    }
    return value;
  }
});

/** A part of the text that a block of another kind takes the place of. */
interface Block {
  from: number;
  to: number;
  source: string;
  kind: 'table' | 'formula';
}

const blocks = StateField.define<{ found: readonly Block[]; tree: Tree; drawn: DecorationSet }>({
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

/** Whether somebody is at work between two places: then its source shows. */
function isTouched(state: EditorState, from: number, to: number): boolean {
  const { isAttended } = state.field(stage);
  return isAttended && state.selection.ranges.some((range) => range.from <= to && range.to >= from);
}

const hidden = Decoration.replace({});
const lineClass = (name: string) => Decoration.line({ class: name });
const looks = {
  quote: lineClass('live-quote'),
  code: lineClass('live-code'),
  rule: lineClass('live-rule'),
  link: Decoration.mark({ class: 'live-link' }),
  footnote: Decoration.mark({ class: 'live-footnote' }),
  done: Decoration.mark({ class: 'live-done' })
};

/** One pass over what is in sight. */
class Pass {
  readonly ranges: Range<Decoration>[] = [];
  private readonly state: EditorState;
  private readonly renderers: Renderers | null;

  constructor(state: EditorState) {
    this.state = state;
    this.renderers = state.field(stage).renderers;
  }

  visit = (node: SyntaxNodeRef): boolean | void => {
    const { name, from, to } = node;
    switch (name) {
      case 'HeaderMark':
        return this.hideWithGap(node);
      case 'QuoteMark':
        this.ranges.push(looks.quote.range(this.state.doc.lineAt(from).from));
        return this.hideWithGap(node);
      case 'EmphasisMark':
      case 'CodeMark':
      case 'StrikethroughMark':
        return this.hideIn(node);
      case 'Escape':
        return void (this.isTouched(from, to) || this.ranges.push(hidden.range(from, from + 1)));
      case 'ListMark':
        return this.bullet(node);
      case 'TaskMarker':
        return this.box(node);
      case 'Link':
        return this.link(node);
      case 'Image':
        return this.picture(node);
      case 'HorizontalRule':
        return void (
          this.isTouched(from, to) || this.ranges.push(looks.rule.range(this.state.doc.lineAt(from).from))
        );
      case 'FencedCode':
        return this.code(node);
      case 'Formula':
        return this.formula(node);
      case 'Table':
        return this.isTouched(from, to);
    }
  };

  private isTouched(from: number, to: number): boolean {
    return isTouched(this.state, from, to);
  }

  private isLineTouched(at: number): boolean {
    const line = this.state.doc.lineAt(at);
    return this.isTouched(line.from, line.to);
  }

  private hide(from: number, to: number): void {
    if (from < to) this.ranges.push(hidden.range(from, to));
  }

  /** Marks at the beginning of a line go with the blank behind them. */
  private hideWithGap({ from, to }: SyntaxNodeRef): void {
    if (this.isLineTouched(from)) return;
    const line = this.state.doc.lineAt(from);
    const gap = /^[ \t]*/.exec(line.text.slice(to - line.from))?.[0].length ?? 0;
    this.hide(from, Math.min(line.to, to + gap));
  }

  private hideIn(node: SyntaxNodeRef): void {
    const parent = node.node.parent;
    if (parent?.name !== 'FencedCode' && parent && !this.isTouched(parent.from, parent.to))
      this.hide(node.from, node.to);
  }

  private bullet({ node, from, to }: SyntaxNodeRef): void {
    if (node.parent?.parent?.name !== 'BulletList' || this.isLineTouched(from)) return;
    const isTask = /^\s+\[[ xX]\]\s/.test(this.state.sliceDoc(to, to + 8));
    if (isTask) this.hide(from, to + 1);
    else this.ranges.push(Decoration.replace({ widget: new Bullet() }).range(from, to));
  }

  private box({ node, from, to }: SyntaxNodeRef): void {
    const isDone = /x/i.test(this.state.sliceDoc(from, to));
    const task = node.parent;
    if (isDone && task) this.ranges.push(looks.done.range(to, Math.max(to + 1, task.to)));
    if (this.isTouched(from, to)) return;
    const { readOnly } = this.state;
    this.ranges.push(Decoration.replace({ widget: new TaskBox(isDone, readOnly) }).range(from, to));
  }

  private link({ node, from, to }: SyntaxNodeRef): boolean {
    const marks = node.getChildren('LinkMark');
    const [open, close] = marks;
    if (!open || !close) return false;
    if (this.state.sliceDoc(open.to, open.to + 1) === '^') {
      this.ranges.push(looks.footnote.range(from, to));
      return false;
    }
    if (open.to < close.from) this.ranges.push(looks.link.range(open.to, close.from));
    if (!this.isTouched(from, to) && marks.length > 2) {
      this.hide(open.from, open.to);
      this.hide(close.from, to);
    }
    return true;
  }

  private picture({ node, from, to }: SyntaxNodeRef): boolean {
    const address = node.getChild('URL');
    if (!address || this.isTouched(from, to) || this.spansLines(from, to)) return false;
    const words = /^!\[([^\]]*)\]/.exec(this.state.sliceDoc(from, to))?.[1] ?? '';
    const widget = new PictureView(words, this.state.sliceDoc(address.from, address.to));
    this.ranges.push(Decoration.replace({ widget }).range(from, to));
    return false;
  }

  private code({ from, to }: SyntaxNodeRef): void {
    const { doc } = this.state;
    for (let at = from; at <= to; at = doc.lineAt(at).to + 1)
      this.ranges.push(looks.code.range(doc.lineAt(at).from));
  }

  private formula({ from, to }: SyntaxNodeRef): boolean {
    if (!this.renderers || this.spansLines(from, to) || this.isTouched(from, to)) return false;
    const source = this.state.sliceDoc(from, to);
    const isDisplay = formulaAt(source, 0)?.kind === 'display';
    const widget = new FormulaView(source, isDisplay, this.renderers);
    this.ranges.push(Decoration.replace({ widget }).range(from, to));
    return false;
  }

  private spansLines(from: number, to: number): boolean {
    return this.state.doc.lineAt(from).to < to;
  }
}

function inSight(view: EditorView): DecorationSet {
  const pass = new Pass(view.state);
  const tree = syntaxTree(view.state);
  for (const { from, to } of view.visibleRanges) tree.iterate({ from, to, enter: pass.visit });
  const seen = new Set<string>();
  const once = pass.ranges.filter(({ from, to, value }) => {
    const key = `${from}:${to}:${String(value.spec.class ?? '')}`;
    return !seen.has(key) && seen.add(key);
  });
  return Decoration.set(once, true);
}

const inline = ViewPlugin.define(
  (view) => ({
    drawn: inSight(view),
    update({ view, docChanged, viewportChanged, selectionSet, state, startState }: ViewUpdate) {
      const isStale =
        docChanged ||
        viewportChanged ||
        selectionSet ||
        syntaxTree(state) !== syntaxTree(startState) ||
        state.field(stage) !== startState.field(stage) ||
        state.readOnly !== startState.readOnly;
      if (isStale && (docChanged || !view.composing)) this.drawn = inSight(view);
    }
  }),
  { decorations: ({ drawn }) => drawn }
);

/** A box is ticked where it stands, by a click or a tap: an edit like any other. */
const ticking = EditorView.domEventHandlers({
  mousedown(event, view) {
    const box = event.target instanceof Element ? event.target.closest('.live-box') : null;
    if (!box) return false;
    event.preventDefault();
    if (view.state.readOnly) return true;
    const from = view.posAtDOM(box);
    const isDone = /^\[x\]/i.test(view.state.sliceDoc(from, from + 3));
    view.dispatch({
      changes: { from: from + 1, to: from + 2, insert: isDone ? ' ' : 'x' },
      userEvent: 'input.tick'
    });
    return true;
  },
  /** A link is followed with the modifier that browsers follow links in a new tab with. */
  click(event, view) {
    if (!(event.ctrlKey || event.metaKey)) return false;
    const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
    const address = at === null ? null : addressAt(view.state, at);
    if (!address) return false;
    window.open(address, '_blank', 'noopener,noreferrer');
    return true;
  }
});

/** Where the link at a place leads; nothing for what is no address on the web or in the application. */
function addressAt(state: EditorState, at: number): string | null {
  for (let node = syntaxTree(state).resolveInner(at, 1); ; node = node.parent) {
    if (/^(?:Link|Autolink|URL|Image)$/.test(node.name)) {
      const url = node.name === 'URL' ? node : node.getChild('URL');
      const address = url ? state.sliceDoc(url.from, url.to) : '';
      if (/^(?:https?:\/\/|\/(?!\/))/i.test(address)) return address;
    }
    if (!node.parent) return null;
  }
}

const watching = [
  EditorView.focusChangeEffect.of((_state, isFocused) => attended.of(isFocused)),
  ViewPlugin.define((view) => {
    let isGone = false;
    void import('#notes/editing/renderers.ts')
      .then(({ loadRenderers }) => loadRenderers())
      .then((renderers) => {
        if (!isGone) view.dispatch({ effects: arrived.of(renderers) });
      });
    return { destroy: () => void (isGone = true) };
  })
];

/** Headings, emphasis, lists, boxes, quotations, links, tables, code and formulas as they read, with the source where the cursor is. */
export function livePreview(): Extension {
  return [stage, blocks, inline, ticking, watching];
}
