import { EditorView } from '@codemirror/view';

/** The editor as part of the page: its type, no frame of its own. */
export const theme = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'var(--ink)', fontSize: 'var(--text-read)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--font-serif)',
    lineHeight: 'var(--leading-read)',
    overflow: 'visible'
  },
  '.cm-content': { padding: '0', caretColor: 'var(--accent)', minHeight: '50vh' },
  '.cm-line': { padding: '0' },
  '&.cm-focused .cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '& .cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--selected)'
  },
  '.cm-content ::selection': { backgroundColor: 'transparent', color: 'currentcolor' },
  '.cm-selectionMatch': { backgroundColor: 'var(--warning-wash)' },
  '.cm-panels': {
    backgroundColor: 'var(--paper-raised)',
    color: 'var(--ink)',
    borderColor: 'var(--line)',
    fontFamily: 'var(--font-sans)'
  }
});
