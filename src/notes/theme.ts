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
  },
  '.cm-tooltip': {
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius-s)',
    backgroundColor: 'var(--paper-raised)',
    color: 'var(--ink)',
    boxShadow: '0 4px 16px rgb(0 0 0 / 12%)'
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    maxHeight: '16rem',
    maxWidth: 'min(30rem, 90vw)',
    fontFamily: 'var(--font-sans)',
    fontSize: 'var(--text-s)'
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.375rem 0.75rem', lineHeight: '1.4' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--on-accent)'
  },
  '.cm-completionDetail': { color: 'inherit', opacity: '0.75' },
  '.cm-search': { padding: 'var(--space-2) var(--space-3)' },
  '.cm-panel input, .cm-panel button': {
    minHeight: '2rem',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius-s)',
    background: 'var(--paper)',
    color: 'var(--ink)',
    fontSize: 'var(--text-s)'
  },
  '.cm-searchMatch': { backgroundColor: 'var(--warning-wash)' },
  '.cm-searchMatch-selected': { outline: '2px solid var(--accent)' },
  '.commented': {
    borderBottom: '2px solid var(--warning, var(--accent))',
    backgroundColor: 'var(--warning-wash)',
    cursor: 'pointer'
  },
  '.live-quote': { paddingInlineStart: 'var(--space-4)', borderInlineStart: '2px solid var(--line-strong)' },
  '.live-code': {
    padding: '0 var(--space-3)',
    backgroundColor: 'var(--wash)',
    fontFamily: 'var(--font-mono)',
    fontSize: 'var(--text-s)'
  },
  '.live-footnote': { fontSize: '0.75em', verticalAlign: 'super', color: 'var(--accent)' },
  '.live-table table': { width: 'fit-content' },
  '.live-rule': {
    color: 'transparent',
    backgroundImage: 'linear-gradient(var(--line-strong), var(--line-strong))',
    backgroundSize: '100% 1px',
    backgroundPosition: 'center',
    backgroundRepeat: 'no-repeat'
  },
  '.live-link': { textDecoration: 'underline', textUnderlineOffset: '0.2em' },
  '.live-done': { color: 'var(--ink-soft)', textDecoration: 'line-through' },
  '.live-bullet': { color: 'var(--ink-soft)' },
  '.live-box': {
    width: '1em',
    height: '1em',
    marginInlineEnd: '0.15em',
    verticalAlign: '-0.1em',
    cursor: 'pointer'
  },
  '.live-picture': { color: 'var(--ink-soft)', borderBottom: '1px dotted var(--line-strong)' },
  '.live-formula': { cursor: 'text' },
  '.live-display': {
    display: 'block',
    padding: 'var(--space-2) 0',
    textAlign: 'center',
    overflowX: 'auto',
    overflowY: 'hidden'
  },
  '.live-reason': {
    marginInlineStart: '0.5em',
    color: 'var(--danger)',
    fontFamily: 'var(--font-sans)',
    fontSize: 'var(--text-xs)'
  },
  '.live-table': {
    padding: 'var(--space-2) 0',
    overflowX: 'auto',
    fontFamily: 'var(--font-sans)',
    fontSize: 'var(--text-s)'
  },
  '.live-timer': {
    padding: '0 0.4em',
    borderRadius: 'var(--radius-s)',
    backgroundColor: 'var(--accent-wash)',
    fontFamily: 'var(--font-sans)',
    fontVariantNumeric: 'tabular-nums'
  }
});
