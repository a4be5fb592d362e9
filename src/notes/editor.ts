import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { syntaxTree } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension, type StateCommand } from '@codemirror/state';
import {
  crosshairCursor,
  drawSelection,
  dropCursor,
  EditorView,
  keymap,
  rectangularSelection,
  type Command
} from '@codemirror/view';
import { yCollab, yUndoManagerKeymap } from 'y-codemirror.next';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { caretOf, carets } from '#notes/carets.ts';
import { commenting, showPassages } from '#notes/editing/commenting.ts';
import { completion, type Surroundings } from '#notes/editing/completion.ts';
import { livePreview } from '#notes/editing/live.ts';
import { outlineOf, type Heading } from '#notes/editing/outline.ts';
import { pasting } from '#notes/editing/paste.ts';
import { timers } from '#notes/editing/timers.ts';
import { cellBelow, nextCell, previousCell } from '#notes/editing/tables.ts';
import { markdown } from '#notes/language.ts';
import { around, begin, continueList, indentItems, link, outdentItems } from '#notes/marks.ts';
import { anchored, placeOfPassage, type Passage, type Selected } from '#notes/passages.ts';
import { theme } from '#notes/theme.ts';

/** What an editor needs to know of its note. */
interface Desk {
  text: Y.Text;
  awareness: Awareness;
  mayWrite: boolean;
  surroundings: Surroundings;
  /** Hears the headings whenever they change. */
  outline(headings: Heading[]): void;
  /** Hears which conversation's passage was pressed. */
  pressed(threadId: string): void;
}

/** Every mark the toolbar offers, by the name it goes by there. */
export const commands = {
  heading: begin('## '),
  bold: around('**'),
  italic: around('*'),
  strike: around('~~'),
  code: around('`'),
  formula: around('$'),
  link,
  list: begin('- '),
  numbers: begin('1. '),
  task: begin('- [ ] '),
  quote: begin('> ')
} satisfies Record<string, StateCommand>;

export type Mark = keyof typeof commands;

const keys: { key: string; run: Command; shift?: Command }[] = [
  { key: 'Mod-b', run: commands.bold },
  { key: 'Mod-i', run: commands.italic },
  { key: 'Mod-k', run: commands.link },
  { key: 'Mod-e', run: commands.code },
  { key: 'Mod-Shift-x', run: commands.strike },
  { key: 'Mod-Shift-7', run: commands.numbers },
  { key: 'Mod-Shift-8', run: commands.list },
  { key: 'Mod-Shift-9', run: commands.task },
  { key: 'Mod-Shift-.', run: commands.quote },
  { key: 'Mod-Alt-2', run: commands.heading },
  { key: 'Mod-Enter', run: cellBelow },
  { key: 'Enter', run: continueList },
  { key: 'Tab', run: nextCell, shift: previousCell },
  { key: 'Tab', run: indentItems, shift: outdentItems }
];

/** How long, in milliseconds, the outline may be behind the text. */
const outlinePause = 400;

/** CodeMirror on a note's text. One undoes one's own edits only. */
export class NoteEditor {
  private readonly view: EditorView;
  private readonly writing = new Compartment();
  private readonly undoManager: Y.UndoManager;
  private readonly desk: Desk;
  private outlining: ReturnType<typeof setTimeout> | undefined;

  constructor(parent: HTMLElement, desk: Desk) {
    const { text, awareness, mayWrite, surroundings } = desk;
    this.desk = desk;
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
          EditorState.allowMultipleSelections.of(true),
          drawSelection(),
          dropCursor(),
          rectangularSelection(),
          crosshairCursor(),
          highlightSelectionMatches({ minSelectionLength: 3 }),
          search({ top: true }),
          markdown(),
          livePreview(),
          timers,
          commenting(text, (threadId) => desk.pressed(threadId)),
          closeBrackets(),
          completion(surroundings),
          pasting,
          theme,
          this.outlined(),
          keymap.of([
            ...closeBracketsKeymap,
            ...keys,
            ...yUndoManagerKeymap,
            ...searchKeymap,
            ...defaultKeymap
          ]),
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

  /** Brings a place into sight and the cursor to it. */
  goTo(place: number): void {
    const anchor = Math.min(place, this.view.state.doc.length);
    this.view.dispatch({
      selection: { anchor },
      effects: EditorView.scrollIntoView(anchor, { y: 'start', yMargin: 80 })
    });
    this.view.focus();
  }

  /** Brings the place into sight where somebody is; false when they are nowhere in the text. */
  show(name: string): boolean {
    const place = this.placeOf(name);
    if (place === null) return false;
    this.view.dispatch({ effects: EditorView.scrollIntoView(place, { y: 'center' }) });
    return true;
  }

  /** Where somebody's caret is. */
  placeOf(name: string): number | null {
    return caretOf(this.desk.text, this.desk.awareness, name);
  }

  /** What is selected, as a passage to comment on; null when nothing is. */
  selected(): Selected | null {
    const { from, to } = this.view.state.selection.main;
    return from === to ? null : anchored(this.desk.text, from, to);
  }

  /** Marks the passages that are spoken about. */
  markPassages(passages: readonly Passage[]): void {
    showPassages(this.view, passages);
  }

  /** Where a passage is now; null when nothing of it is left. */
  passageOf(passage: Passage) {
    return placeOfPassage(this.desk.text, passage);
  }

  /** Selects a passage and brings it into sight. */
  showPassage(passage: Passage): void {
    const place = this.passageOf(passage);
    if (!place) return;
    const selection = { anchor: place.from, head: place.to };
    this.view.dispatch({ selection, effects: EditorView.scrollIntoView(place.from, { y: 'center' }) });
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
    clearTimeout(this.outlining);
    this.view.destroy();
    this.undoManager.destroy();
  }

  private outlined(): Extension {
    const tell = () => {
      this.outlining = undefined;
      this.desk.outline(outlineOf(this.view.state));
    };
    this.outlining = setTimeout(tell, outlinePause);
    return EditorView.updateListener.of(({ docChanged, state, startState }) => {
      if (docChanged || syntaxTree(state) !== syntaxTree(startState))
        this.outlining ??= setTimeout(tell, outlinePause);
    });
  }
}

function permission(mayWrite: boolean) {
  return [EditorState.readOnly.of(!mayWrite), EditorView.editable.of(mayWrite)];
}
