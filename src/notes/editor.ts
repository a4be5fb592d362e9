import { defaultKeymap } from '@codemirror/commands';
import { searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type StateCommand } from '@codemirror/state';
import { drawSelection, EditorView, keymap, type Command } from '@codemirror/view';
import { yCollab, yUndoManagerKeymap } from 'y-codemirror.next';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { carets } from '#notes/carets.ts';
import { markdown } from '#notes/language.ts';
import { around, begin, continueList, indentItems, link, outdentItems } from '#notes/marks.ts';
import { theme } from '#notes/theme.ts';

/** What an editor needs to know of its note. */
interface Desk {
  text: Y.Text;
  awareness: Awareness;
  mayWrite: boolean;
}

/** Every mark the toolbar offers, by the name it goes by there. */
export const commands = {
  heading: begin('## '),
  bold: around('**'),
  italic: around('*'),
  code: around('`'),
  formula: around('$'),
  link,
  list: begin('- '),
  numbers: begin('1. '),
  quote: begin('> ')
} satisfies Record<string, StateCommand>;

export type Mark = keyof typeof commands;

const keys: { key: string; run: Command; shift?: Command }[] = [
  { key: 'Mod-b', run: commands.bold },
  { key: 'Mod-i', run: commands.italic },
  { key: 'Mod-k', run: commands.link },
  { key: 'Mod-e', run: commands.code },
  { key: 'Enter', run: continueList },
  { key: 'Tab', run: indentItems, shift: outdentItems }
];

/** CodeMirror on a note's text. One undoes one's own edits only. */
export class NoteEditor {
  private readonly view: EditorView;
  private readonly writing = new Compartment();
  private readonly undoManager: Y.UndoManager;

  constructor(parent: HTMLElement, { text, awareness, mayWrite }: Desk) {
    this.undoManager = new Y.UndoManager(text);
    this.view = new EditorView({
      parent,
      state: EditorState.create({
        doc: text.toString(),
        extensions: [
          // A carriage return is a character like any other in the shared text; positions must agree with it.
          EditorState.lineSeparator.of('\n'),
          EditorView.clipboardInputFilter.of((pasted) => pasted.replace(/\r\n?/g, '\n')),
          EditorView.cspNonce.of(document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''),
          EditorView.contentAttributes.of({ 'aria-label': 'Text of the note', spellcheck: 'true' }),
          EditorView.lineWrapping,
          drawSelection(),
          markdown(),
          theme,
          keymap.of([...keys, ...yUndoManagerKeymap, ...searchKeymap, ...defaultKeymap]),
          yCollab(text, null, { undoManager: this.undoManager }),
          carets(text, awareness),
          this.writing.of(permission(mayWrite))
        ]
      })
    });
  }

  allow(mayWrite: boolean): void {
    this.view.dispatch({ effects: this.writing.reconfigure(permission(mayWrite)) });
  }

  /** Does what a button of the toolbar says, and gives the keyboard back to the text. */
  mark(mark: Mark): void {
    commands[mark](this.view);
    this.view.focus();
  }

  undo(): void {
    this.undoManager.undo();
    this.view.focus();
  }

  redo(): void {
    this.undoManager.redo();
    this.view.focus();
  }

  close(): void {
    this.view.destroy();
    this.undoManager.destroy();
  }
}

function permission(mayWrite: boolean) {
  return [EditorState.readOnly.of(!mayWrite), EditorView.editable.of(mayWrite)];
}
