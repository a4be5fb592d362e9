import {
  defineLanguageFacet,
  HighlightStyle,
  Language,
  LanguageDescription,
  LanguageSupport,
  languageDataProp,
  ParseContext,
  syntaxHighlighting
} from '@codemirror/language';
import { tags as t } from '@lezer/highlight';
import { GFM, type MarkdownConfig, parseCode, parser } from '@lezer/markdown';
import { formulaAt } from '#markdown/segments.ts';
import { codeKinds } from '#notes/editing/code.ts';
import { languages } from '#notes/editing/languages.ts';

/** TeX between dollars or brackets, by the rule the renderer follows, so that its underscores are no emphasis. */
const formulas: MarkdownConfig = {
  defineNodes: [{ name: 'Formula', style: t.special(t.monospace) }],
  parseInline: [
    {
      name: 'Formula',
      before: 'Escape',
      parse(context, next, at) {
        if (next !== 36 /* $ */ && next !== 92 /* \ */) return -1;
        const formula = formulaAt(context.slice(at, context.end), 0);
        return formula ? context.addElement(context.elt('Formula', at, at + formula.source.length)) : -1;
      }
    }
  ]
};

/** Fenced code by the first word after the fence; while its language is on its way, the code is plain. */
const code = parseCode({
  codeParser: (info) => {
    const name = /^[\w+#-]+/.exec(info)?.[0];
    const found = name ? LanguageDescription.matchLanguageName(languages, name, false) : null;
    if (!found) return null;
    return found.support?.language.parser ?? ParseContext.getSkippingParser(found.load());
  }
});

const data = defineLanguageFacet({ closeBrackets: { brackets: ['(', '[', '{', '`', '$'] } });

const language = new Language(
  data,
  parser.configure([GFM, formulas, code, { props: [languageDataProp.add({ Document: data })] }]),
  [],
  'markdown'
);

/** The text as one will read it: headings stand out, marks step back. */
const look = HighlightStyle.define([
  { tag: t.heading1, fontSize: '1.5em', fontWeight: '600', lineHeight: '1.3' },
  { tag: t.heading2, fontSize: '1.2em', fontWeight: '600', lineHeight: '1.35' },
  { tag: [t.heading3, t.heading4, t.heading5, t.heading6], fontWeight: '600' },
  { tag: t.emphasis, fontStyle: 'italic' },
  { tag: t.strong, fontWeight: '600' },
  { tag: t.strikethrough, textDecoration: 'line-through' },
  { tag: [t.monospace, t.special(t.monospace)], fontFamily: 'var(--font-mono)', fontSize: '0.84em' },
  { tag: t.special(t.monospace), color: 'var(--accent)' },
  { tag: t.link, color: 'var(--accent)' },
  { tag: [t.url, t.labelName], color: 'var(--ink-soft)', fontSize: '0.88em', fontWeight: '400' },
  { tag: t.quote, color: 'var(--ink-soft)' },
  ...codeKinds.map(({ tag, kind }) => ({ tag, color: `var(--code-${kind})` })),
  { tag: [t.processingInstruction, t.contentSeparator], color: 'var(--ink-soft)', fontWeight: '400' }
]);

/** Markdown with tables, task lists and formulas, and how it looks while one writes it. */
export function markdown() {
  return [new LanguageSupport(language), syntaxHighlighting(look)];
}
