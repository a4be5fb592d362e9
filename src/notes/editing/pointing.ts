import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** What a click or a tap does in text that shows as it reads. */
export const pointing = EditorView.domEventHandlers({
  /** A box is ticked where it stands: an edit like any other. */
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
