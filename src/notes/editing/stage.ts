import { StateEffect, StateField, type EditorState } from '@codemirror/state';
import { EditorView, ViewPlugin } from '@codemirror/view';
import type { Renderers } from '#notes/editing/widgets.ts';

const arrived = StateEffect.define<Renderers>();
const attended = StateEffect.define<boolean>();

/** What turns source into HTML, once it has been fetched; and whether somebody is in the text at all. */
export const stage = StateField.define<{ renderers: Renderers | null; isAttended: boolean }>({
  create: () => ({ renderers: null, isAttended: false }),
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(arrived)) value = { ...value, renderers: effect.value };
      if (effect.is(attended)) value = { ...value, isAttended: effect.value };
    }
    return value;
  }
});

/** Whether somebody is at work between two places: then its source shows. */
export function isTouched(state: EditorState, from: number, to: number): boolean {
  const { isAttended } = state.field(stage);
  return isAttended && state.selection.ranges.some((range) => range.from <= to && range.to >= from);
}

/** Fetches the renderers, and keeps up with whether somebody is in the text. */
export const watching = [
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
