import { StateEffect, StateField, type Range } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import type * as Y from 'yjs';
import { placeOfPassage, type Passage } from '#notes/passages.ts';

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
