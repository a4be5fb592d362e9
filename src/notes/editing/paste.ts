import { EditorView } from '@codemirror/view';

/** More than this of somebody else's page is no passage; it comes as its words. */
const longestHtml = 500_000;

/**
 * What comes from the clipboard as one would have written it: an address on a selection makes it a link, formatted
 * text becomes Markdown. With Shift (the browser's "paste as plain text") it comes as it is.
 */
export const pasting = EditorView.domEventHandlers({
  paste(event, view) {
    const { clipboardData: data } = event;
    if (!data || view.state.readOnly) return false;
    const words = data.getData('text/plain');
    if (linkSelection(view, words.trim())) {
      event.preventDefault();
      return true;
    }
    const html = data.getData('text/html');
    if (!html || html.length > longestHtml || !isFormatted(html)) return false;
    event.preventDefault();
    void import('#notes/editing/html.ts')
      .then(({ markdownOf }) => markdownOf(html))
      .catch(() => words)
      .then((markdown) =>
        view.dispatch(view.state.replaceSelection(markdown || words), {
          userEvent: 'input.paste',
          scrollIntoView: true
        })
      );
    return true;
  }
});

function linkSelection(view: EditorView, address: string): boolean {
  const { main } = view.state.selection;
  if (main.empty || !/^https?:\/\/\S+$/i.test(address)) return false;
  const text = view.state.sliceDoc(main.from, main.to);
  if (text.includes('\n') || /^https?:\/\//i.test(text)) return false;
  const insert = `[${text}](${address.replaceAll('(', '%28').replaceAll(')', '%29')})`;
  view.dispatch({
    changes: { from: main.from, to: main.to, insert },
    selection: { anchor: main.from + insert.length },
    userEvent: 'input.paste'
  });
  return true;
}

/** Editors put their colours on the clipboard as HTML; only what has a meaning in Markdown is worth translating. */
function isFormatted(html: string): boolean {
  return /<(?:a\s[^>]*href|b|strong|em|i|h[1-6]|ul|ol|table|blockquote|pre|code|math)\b/i.test(html);
}
