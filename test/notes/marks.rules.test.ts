import { EditorState, type StateCommand } from '@codemirror/state';
import { expect, test } from 'vitest';
import { markdown } from '#notes/language.ts';
import { around, begin, continueList, indentItems, link, outdentItems } from '#notes/marks.ts';

/** Runs a command on a text in which `|` stands for the caret, or two of them for a selection. */
function run(command: StateCommand, marked: string): string | false {
  const places = [...marked.matchAll(/\|/g)].map(({ index }, before) => index - before);
  let state = EditorState.create({
    doc: marked.replaceAll('|', ''),
    selection: { anchor: places[0] ?? 0, head: places.at(-1) ?? 0 },
    extensions: markdown()
  });
  const done = command({ state, dispatch: (change) => (state = change.state) });
  if (!done) return false;
  const { from, to } = state.selection.main;
  const text = state.doc.toString();
  return from === to
    ? `${text.slice(0, from)}|${text.slice(from)}`
    : `${text.slice(0, from)}|${text.slice(from, to)}|${text.slice(to)}`;
}

test.each([
  ['a mark goes around the selection', around('**'), 'a |word| b', 'a **|word|** b'],
  ['a mark that stands there goes away', around('**'), 'a **|word|** b', 'a |word| b'],
  ['italic within bold is added, not taken from it', around('*'), '**|word|**', '***|word|***'],
  ['without a selection one writes between the marks', around('`'), 'a | b', 'a `|` b'],
  ['a link asks for its address', link, 'see |this|', 'see [this](|https://|)'],
  ['a selected address becomes the target', link, '|https://a.example|', '[|](https://a.example)'],
  ['lines become items', begin('- '), '|one\ntwo|', '- |one\n- two|'],
  ['items become lines again', begin('- '), '- |one\n- two|', '|one\ntwo|'],
  ['a list becomes a numbered one', begin('1. '), '- |one', '1. |one']
])('%s', (_, command, before, after) => {
  expect(run(command, before)).toBe(after);
});

test.each([
  ['a list goes on', '- one|', '- one\n- |'],
  ['a numbered list counts on', '9. nine|', '9. nine\n10. |'],
  ['a task list goes on with an empty box', '- [x] done|', '- [x] done\n- [ ] |'],
  ['an inner list keeps its depth', '  * deep|', '  * deep\n  * |'],
  ['a quotation goes on', '> said|', '> said\n> |'],
  ['an item is parted where the caret stands', '- one| two', '- one\n- | two'],
  ['an empty item ends the list, with a blank line', '- one\n- |', '- one\n\n|'],
  ['in ordinary text Enter stays Enter', 'text|', false],
  ['before the mark Enter stays Enter', '|- one', false],
  ['in code a dash is no list', '```\n- x|\n```', false]
])('%s', (_, before, after) => {
  expect(run(continueList, before)).toBe(after);
});

test('Tab moves items in and out, and leaves other text to the browser', () => {
  expect(run(indentItems, '- one|')).toBe('  - one|');
  expect(run(indentItems, '1. one|')).toBe('   1. one|');
  expect(run(outdentItems, '  - one|')).toBe('- one|');
  expect(run(indentItems, 'text|')).toBe(false);
});

test('a reader’s keys change nothing', () => {
  const state = EditorState.create({ doc: '- one', extensions: [EditorState.readOnly.of(true)] });
  for (const command of [around('*'), begin('- '), link, continueList, indentItems])
    expect(command({ state, dispatch: () => expect.unreachable() })).toBe(false);
});
