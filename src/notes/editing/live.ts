import { syntaxTree } from '@codemirror/language';
import type { EditorState, Extension, Range } from '@codemirror/state';
import {
  Decoration,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate
} from '@codemirror/view';
import type { SyntaxNodeRef } from '@lezer/common';
import { formulaAt } from '#markdown/segments.ts';
import { blocks } from '#notes/editing/blocks.ts';
import { pointing } from '#notes/editing/pointing.ts';
import { isTouched, stage, watching } from '#notes/editing/stage.ts';
import { Bullet, FormulaView, PictureView, TaskBox, type Renderers } from '#notes/editing/widgets.ts';

/*
 * The text as it reads, in its place: what the cursor is not in loses its marks. What replaces whole lines (tables,
 * formulas over several lines) has to be known for all of the text, because it changes its height; everything else
 * is worked out for what is in sight.
 */

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

/** Headings, emphasis, lists, boxes, quotations, links, tables, code and formulas as they read, with the source where the cursor is. */
export function livePreview(): Extension {
  return [stage, blocks, inline, pointing, watching];
}
