import katex from 'katex';
import { mathError } from './html.ts';
import { forBrowsers } from './mathml.ts';

/** Turns a formula into HTML that is safe as it stands; `source` is the formula with its delimiters. */
export type RenderMath = (tex: string, display: boolean, source: string) => string;

const remembered = new Map<string, string>();
const mostRemembered = 2000;

/** From so many characters of TeX on a formula within a line may be wider than a phone, and so scrolls by itself. */
const longFormula = 32;

/**
 * A formula as MathML, which needs neither fonts nor styles of its own. One that KaTeX cannot read stays in its place
 * as source, with what is wrong as its title. Short formulas are remembered: lists show the same ones again and again.
 */
export const renderMath: RenderMath = (tex, display, source) => {
  const key = `${display ? 'd' : 'i'}${source}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const html = mathml(tex, display, source);
  if (remembered.size >= mostRemembered) remembered.clear();
  if (key.length <= 200) remembered.set(key, html);
  return html;
};

function mathml(tex: string, display: boolean, source: string): string {
  try {
    const html = katex.renderToString(tex, {
      displayMode: display,
      output: 'mathml',
      throwOnError: true,
      trust: false,
      strict: 'ignore',
      maxExpand: 500,
      maxSize: 20
    });
    // Two commands of KaTeX's write inline styles, which the page's policy refuses. Quotes in its text are escaped.
    const shown = forBrowsers(html.replace(/ style="[^"]*"/g, ''));
    return !display && tex.length >= longFormula
      ? shown.replace('<span class="katex">', '<span class="katex long">')
      : shown;
  } catch (error) {
    // Not only ParseError: nesting of thousands of braces ends in a RangeError.
    const reason = error instanceof katex.ParseError ? error.message : 'This formula cannot be read.';
    return mathError(
      source,
      reason
        .replace(/\u0332|\p{Cc}/gu, '')
        .slice(0, 300)
        .toWellFormed()
    );
  }
}
