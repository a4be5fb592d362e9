import { syntaxTree, ensureSyntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

/** A heading of the text. */
export interface Heading {
  /** 1 to 6. */
  level: number;
  /** What it says, without its marks. */
  words: string;
  /** Where its line begins. */
  from: number;
}

/** Milliseconds that reading the rest of a long text may take at once. */
const patience = 5;

/** The headings of a text in their order. */
export function outlineOf(state: EditorState): Heading[] {
  const found: Heading[] = [];
  (ensureSyntaxTree(state, state.doc.length, patience) ?? syntaxTree(state)).iterate({
    enter(node) {
      const level = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name)?.[1];
      if (!level) return node.name === 'Document';
      const source = state.sliceDoc(node.from, node.to);
      const words = source
        .replace(/^#+\s*|\s#+\s*$|\n[=-]+\s*$/g, '')
        .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/[*_`~]+|\\(?=[^\w\s])/g, '')
        .trim();
      if (words) found.push({ level: Number(level), words, from: node.from });
      return false;
    }
  });
  return found;
}
