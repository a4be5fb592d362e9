import { RangeSet, type Extension, type Range } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  ViewPlugin,
  WidgetType,
  type DecorationSet,
  type ViewUpdate
} from '@codemirror/view';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { huesOf } from '#ui/hues.ts';

/*
 * Where the others are. y-codemirror.next has a plugin for this, which colours by style attributes; our policy
 * refuses those, so colours are classes here.
 */

/** The server takes ten awareness messages a second from a connection; typing makes more. */
const pause = 150;

interface Cursor {
  anchor: unknown;
  head: unknown;
}

class Caret extends WidgetType {
  private readonly name: string;
  private readonly place: string;
  private readonly hue: number;

  constructor(name: string, hue: number, place: string) {
    super();
    this.name = name;
    this.hue = hue;
    this.place = place;
  }

  /** A caret that moved is drawn anew, so that its name shows again for a moment. */
  override eq(other: Caret): boolean {
    return other.name === this.name && other.hue === this.hue && other.place === this.place;
  }

  override toDOM(): HTMLElement {
    const caret = document.createElement('span');
    caret.className = `caret hue-${this.hue}`;
    caret.ariaHidden = 'true';
    const label = document.createElement('span');
    label.className = 'caret-name';
    label.textContent = this.name;
    caret.append('\u2060', label, '\u2060');
    return caret;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

/** Shows the others' carets and selections in `text`, and tells them one's own. */
export function carets(text: Y.Text, awareness: Awareness): Extension {
  const plugin = ViewPlugin.define(
    (view) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const redraw = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
        const others = [...added, ...updated, ...removed].some((id) => id !== awareness.clientID);
        if (others) view.dispatch({});
      };
      const tell = () => {
        timer = undefined;
        awareness.setLocalStateField('cursor', view.hasFocus ? cursorOf(text, view) : null);
      };
      awareness.on('change', redraw);
      return {
        drawn: draw(text, awareness),
        update(update: ViewUpdate) {
          this.drawn = draw(text, awareness);
          const moved = update.selectionSet || update.docChanged || update.focusChanged;
          if (moved) timer ??= setTimeout(tell, pause);
        },
        destroy() {
          clearTimeout(timer);
          awareness.off('change', redraw);
        }
      };
    },
    { decorations: ({ drawn }) => drawn }
  );
  return [plugin, look];
}

function cursorOf(text: Y.Text, view: EditorView): Cursor {
  const { anchor, head } = view.state.selection.main;
  return {
    anchor: Y.createRelativePositionFromTypeIndex(text, anchor),
    head: Y.createRelativePositionFromTypeIndex(text, head)
  };
}

function draw(text: Y.Text, awareness: Awareness): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  const hues = huesOf([...awareness.getStates().values()].map(nameOf));
  for (const [client, state] of awareness.getStates()) {
    const { cursor } = state;
    if (client === awareness.clientID || !cursor) continue;
    const anchor = placeOf(text, cursor.anchor);
    const head = placeOf(text, cursor.head);
    if (anchor === null || head === null) continue;
    const name = nameOf(state);
    const hue = hues.get(name) ?? 0;
    const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)];
    if (from < to) ranges.push(Decoration.mark({ class: `other-selection hue-${hue}` }).range(from, to));
    const widget = new Caret(name, hue, JSON.stringify(cursor.head));
    ranges.push(Decoration.widget({ widget, side: head > anchor ? -1 : 1 }).range(head));
  }
  return RangeSet.of(ranges, true);
}

function nameOf(state: Record<string, unknown>): string {
  const name = (state['user'] as { name?: unknown } | undefined)?.name;
  return typeof name === 'string' ? name : 'Somebody';
}

/** Where somebody is in the text; null when they are not in it. */
export function caretOf(text: Y.Text, awareness: Awareness, name: string): number | null {
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID || !state['cursor'] || nameOf(state) !== name) continue;
    const place = placeOf(text, (state['cursor'] as Cursor).head);
    if (place !== null) return place;
  }
  return null;
}

/** What comes from others may be anything; a position that makes no sense is not drawn. */
function placeOf(text: Y.Text, position: unknown): number | null {
  try {
    const relative = Y.createRelativePositionFromJSON(position);
    const absolute = text.doc && Y.createAbsolutePositionFromRelativePosition(relative, text.doc);
    return absolute?.type === text ? Math.min(absolute.index, text.length) : null;
  } catch {
    return null;
  }
}

const look = EditorView.baseTheme({
  '.caret': {
    position: 'relative',
    marginInline: '-1px',
    borderInlineStart: '2px solid var(--hue)'
  },
  '.caret-name': {
    position: 'absolute',
    insetBlockEnd: '100%',
    insetInlineStart: '-2px',
    zIndex: '2',
    padding: '0.1em 0.4em',
    borderRadius: 'var(--radius-s)',
    backgroundColor: 'var(--hue)',
    color: 'var(--on-hue)',
    font: '500 0.6875rem/1.3 var(--font-sans)',
    whiteSpace: 'nowrap',
    pointerEvents: 'none',
    userSelect: 'none',
    animation: 'caret-name-leaves 0.4s 3s forwards'
  },
  '.other-selection': {
    backgroundColor: 'color-mix(in srgb, var(--hue) 22%, transparent)'
  },
  '@keyframes caret-name-leaves': { to: { opacity: '0' } }
});
