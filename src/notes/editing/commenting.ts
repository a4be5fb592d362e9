import { StateEffect, StateField, type Range } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import * as Y from 'yjs';

/** A passage somebody said something about. */
export interface Passage {
  /** Of its conversation. */
  id: string;
  anchorFrom: string;
  anchorTo: string;
}

/** A passage one wants to say something about. */
export interface Selected {
  anchorFrom: string;
  anchorTo: string;
  quote: string;
}

const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** The anchors of a passage: they hold to its first and its last letter, not to what is written beside it. */
export function anchored(text: Y.Text, from: number, to: number): Selected {
  const anchor = (at: number, side: number) =>
    toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, at, side)));
  return {
    anchorFrom: anchor(from, 0),
    anchorTo: anchor(to, -1),
    quote: text.toString().slice(from, to).slice(0, 500)
  };
}

/** Where a passage is now; null when nothing of it is left. */
export function placeOfPassage(
  text: Y.Text,
  { anchorFrom, anchorTo }: Passage
): { from: number; to: number } | null {
  const place = (encoded: string) => {
    const relative = Y.decodeRelativePosition(fromBase64(encoded));
    const absolute = text.doc && Y.createAbsolutePositionFromRelativePosition(relative, text.doc);
    return absolute?.type === text ? absolute.index : null;
  };
  try {
    const [from, to] = [place(anchorFrom), place(anchorTo)];
    return from === null || to === null || from >= to ? null : { from, to };
  } catch {
    return null;
  }
}

const shown = StateEffect.define<readonly Passage[]>();

/** Marks the passages that are spoken about, and says which was pressed. */
export function commenting(text: Y.Text, pressed: (threadId: string) => void) {
  const draw = (passages: readonly Passage[]): DecorationSet => {
    const ranges: Range<Decoration>[] = [];
    for (const passage of passages) {
      const place = placeOfPassage(text, passage);
      const mark = Decoration.mark({ class: 'commented', attributes: { 'data-thread': passage.id } });
      if (place) ranges.push(mark.range(place.from, place.to));
    }
    return Decoration.set(ranges, true);
  };
  const marks = StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(drawn, { effects, changes }) {
      for (const effect of effects) if (effect.is(shown)) return draw(effect.value);
      return drawn.map(changes);
    },
    provide: (field) => EditorView.decorations.from(field)
  });
  const pressing = EditorView.domEventHandlers({
    click(event) {
      const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('.commented') : null;
      if (mark?.dataset['thread']) pressed(mark.dataset['thread']);
      return false;
    }
  });
  return [marks, pressing];
}

/** Shows these passages from now on. */
export function showPassages(view: EditorView, passages: readonly Passage[]): void {
  view.dispatch({ effects: shown.of(passages) });
}
