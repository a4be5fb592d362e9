import { tags as t, type Tag } from '@lezer/highlight';

/** What code is told apart by, and which kind of word that is; each kind has its colour, `--code-<kind>`. */
export const codeKinds: readonly { tag: readonly Tag[]; kind: string }[] = [
  { tag: [t.keyword, t.operatorKeyword, t.modifier], kind: 'keyword' },
  { tag: [t.string, t.special(t.string), t.regexp], kind: 'string' },
  { tag: [t.number, t.bool, t.null, t.atom], kind: 'number' },
  { tag: [t.comment, t.meta], kind: 'comment' },
  {
    tag: [t.function(t.variableName), t.definition(t.variableName), t.typeName, t.className, t.tagName],
    kind: 'name'
  }
];
