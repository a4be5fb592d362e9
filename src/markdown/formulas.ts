import { type MarkdownIt, type StateBlock, type StateInline } from 'markdown-it';
import { mathError } from './html.ts';
import { type RenderMath } from './math.ts';
import { Closers, formulaAt } from './segments.ts';

/** More than a long note has; a page of nothing but formulas must not hold the server up. */
const mostFormulas = 1000;
const longestBlock = 200;

/** Teaches markdown-it `$…$`, `\(…\)`, `$$…$$` and `\[…\]`, within a line and as blocks of their own. */
export function formulas(md: MarkdownIt, renderMath: RenderMath): void {
  md.inline.ruler.before('escape', 'formula', inlineFormula);
  md.block.ruler.before('fence', 'formula_block', blockFormula, {
    alt: ['paragraph', 'reference', 'blockquote', 'list']
  });
  const render = (tex: string, display: boolean, source: string, env: Count | undefined) => {
    if (!env) return renderMath(tex, display, source);
    env.formulas = (env.formulas ?? 0) + 1;
    return env.formulas > mostFormulas
      ? mathError(source, `Only ${mostFormulas} formulas of a text are rendered.`)
      : renderMath(tex, display, source);
  };
  md.renderer.rules['formula'] = (tokens, index, _, env) => {
    const token = tokens[index];
    return token ? render(token.content, token.info === 'display', token.markup, env as Count) : '';
  };
  md.renderer.rules['formula_block'] = (tokens, index, _, env) => {
    const token = tokens[index];
    return token
      ? `<div class="math-display">${render(token.content, true, token.markup, env as Count)}</div>\n`
      : '';
  };
}

interface Count {
  formulas?: number;
}

const closersOf = new WeakMap<StateInline, Closers>();

function inlineFormula(state: StateInline, silent: boolean): boolean {
  const character = state.src[state.pos];
  if (character !== '$' && character !== '\\') return false;
  const closers = closersOf.get(state) ?? new Closers(state.src);
  closersOf.set(state, closers);
  const formula = formulaAt(state.src, state.pos, closers);
  if (!formula || state.pos + formula.source.length > state.posMax) return plainDollars(state, silent);
  if (!silent) {
    const token = state.push('formula', '', 0);
    token.content = formula.text;
    token.markup = formula.source;
    token.info = formula.kind;
  }
  state.pos += formula.source.length;
  return true;
}

/** Two dollars that open no display are not one that opens a formula. */
function plainDollars(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('$$', state.pos) || state.pos + 2 > state.posMax) return false;
  if (!silent) state.pending += '$$';
  state.pos += 2;
  return true;
}

/** From a line that begins with the opening delimiter to one that ends with the closing one, without a blank line. */
function blockFormula(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const first = lineOf(state, startLine);
  const closer = first.startsWith('$$') ? '$$' : first.startsWith('\\[') ? '\\]' : '';
  if (closer === '') return false;
  const last = Math.min(endLine, startLine + longestBlock);
  for (let line = startLine; line < last; line++) {
    const text = line === startLine ? first.slice(2) : lineOf(state, line);
    if (line > startLine && (state.isEmpty(line) || (state.sCount[line] ?? 0) < state.blkIndent))
      return false;
    const at = text.indexOf(closer);
    if (at === -1) continue;
    if (at !== text.length - closer.length) return false;
    return silent || takeBlock(state, startLine, line + 1);
  }
  return false;
}

function takeBlock(state: StateBlock, from: number, to: number): boolean {
  const source = state.getLines(from, to, state.blkIndent, false).trim();
  const tex = source.slice(2, -2).trim();
  if (tex === '') return false;
  const token = state.push('formula_block', 'div', 0);
  token.block = true;
  token.content = tex;
  token.markup = source;
  token.map = [from, to];
  state.line = to;
  return true;
}

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd();
}
