import { LanguageDescription } from '@codemirror/language';
import { highlightCode, tagHighlighter } from '@lezer/highlight';
import { languages } from '#notes/editing/languages.ts';
import { codeKinds } from '#notes/editing/code.ts';

/** Longer code stays plain: colours help nobody to find their way there. In characters. */
const longest = 50_000;

const highlighter = tagHighlighter(codeKinds.map(({ tag, kind }) => ({ tag, class: `code-${kind}` })));

/**
 * Colours the fenced code below `root`. Code in a language that is still on its way stays plain, and `arrived` is called
 * once it is there.
 */
export function colour(root: ParentNode, arrived: () => void): void {
  for (const code of root.querySelectorAll('pre > code[class^="language-"]')) {
    const name = code.className.slice('language-'.length);
    const found = LanguageDescription.matchLanguageName(languages, name, false);
    const text = code.textContent;
    if (!found || text.length > longest) continue;
    if (!found.support) {
      // A language that cannot be fetched leaves its code plain.
      found.load().then(arrived, () => undefined);
      continue;
    }
    const parts = document.createDocumentFragment();
    highlightCode(
      text,
      found.support.language.parser.parse(text),
      highlighter,
      (part, classes) => parts.append(classes ? span(part, classes) : part),
      () => parts.append('\n')
    );
    code.replaceChildren(parts);
  }
}

function span(text: string, classes: string): HTMLElement {
  const element = document.createElement('span');
  element.className = classes;
  element.textContent = text;
  return element;
}
