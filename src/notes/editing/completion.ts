import {
  autocompletion,
  completionKeymap,
  snippet,
  snippetCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult
} from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { keymap, type EditorView } from '@codemirror/view';
import { asText } from '#notes/notes.ts';

/** Something of the group that a note can cite. */
export interface Citable {
  kind: 'paper' | 'note';
  id: string;
  title: string;
}

/** What the editor knows of the group it is used in. */
export interface Surroundings {
  /** The names of everyone who can be mentioned. */
  people: readonly string[];
  /** The group's papers and notes with these words in their titles; the likeliest first. */
  find(words: string): Promise<readonly Citable[]>;
}

/** A citation in Markdown: it keeps the title it had, and its address outlives the next one. */
export function citation({ kind, id, title }: Citable): string {
  return `[${asText(title)}](/${kind === 'paper' ? 'papers' : 'notes'}/${id})`;
}

/** The moment a timer runs out, as the text has it: everybody reads the same one, to the full minute after `until`. */
export function timerText(until: Date): string {
  const minute = new Date(Math.ceil(until.getTime() / 60_000) * 60_000);
  return `⏱ until ${minute.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function isCode({ state, pos }: CompletionContext): boolean {
  return /Code/.test(syntaxTree(state).resolveInner(pos, -1).name);
}

function isFormula({ state, pos }: CompletionContext): boolean {
  const { name } = syntaxTree(state).resolveInner(pos, -1);
  if (name === 'Formula') return true;
  const line = state.doc.lineAt(pos);
  // Not closed yet: an odd number of dollars stands before.
  return (line.text.slice(0, pos - line.from).match(/(?<!\\)\$/g) ?? []).length % 2 === 1;
}

function members(people: readonly string[]) {
  const options = people.map((name): Completion => ({
    label: `@${name}`,
    displayLabel: name,
    apply: `@${name} `,
    type: 'person'
  }));
  return (context: CompletionContext): CompletionResult | null => {
    const typed = context.matchBefore(/(?<![\p{L}\p{N}_.@])@[\p{L}\p{N}_.-]*/u);
    return typed && !isCode(context) ? { from: typed.from, options, validFor: /^@[\p{L}\p{N}_.-]*$/u } : null;
  };
}

function citations(find: Surroundings['find']) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const typed = context.matchBefore(/\[\[[^\][\n]{0,80}/);
    if (!typed || isCode(context)) return null;
    const found = await find(typed.text.slice(2).trim()).catch(() => []);
    if (context.aborted) return null;
    const options = found.map((item): Completion => ({
      label: item.title,
      detail: item.kind === 'note' ? 'note' : '',
      type: item.kind,
      apply: (view: EditorView, _chosen: Completion, from: number, to: number) => {
        const end = view.state.sliceDoc(to, to + 2) === ']]' ? to + 2 : to;
        const insert = citation(item);
        view.dispatch({
          changes: { from, to: end, insert },
          selection: { anchor: from + insert.length },
          userEvent: 'input.complete'
        });
      }
    }));
    return { from: typed.from, options, filter: false };
  };
}

const greek =
  'alpha beta gamma delta epsilon varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega';
const signs =
  'infty partial nabla approx equiv sim propto leq geq neq ll gg in notin subset cup cap to mapsto implies iff forall exists cdot times otimes oplus ldots cdots log exp max min argmax operatorname';

const commands: readonly Completion[] = [
  ...`${greek} ${signs}`.split(' ').map((name): Completion => ({ label: `\\${name}`, type: 'tex' })),
  snippetCompletion('\\frac{${}}{${}}', { label: '\\frac', detail: 'a over b', type: 'tex' }),
  snippetCompletion('\\sqrt{${}}', { label: '\\sqrt', type: 'tex' }),
  snippetCompletion('\\sum_{${i=1}}^{${n}} ', { label: '\\sum', type: 'tex' }),
  snippetCompletion('\\prod_{${i=1}}^{${n}} ', { label: '\\prod', type: 'tex' }),
  snippetCompletion('\\int_{${a}}^{${b}} ${} \\,d${x}', { label: '\\int', type: 'tex' }),
  snippetCompletion('\\mathbb{${E}}', { label: '\\mathbb', type: 'tex' }),
  snippetCompletion('\\mathcal{${L}}', { label: '\\mathcal', type: 'tex' }),
  snippetCompletion('\\mathbf{${x}}', { label: '\\mathbf', type: 'tex' }),
  snippetCompletion('\\hat{${}}', { label: '\\hat', type: 'tex' }),
  snippetCompletion('\\lVert ${} \\rVert', { label: '\\lVert', detail: 'norm', type: 'tex' }),
  snippetCompletion('\\begin{aligned}\n${}\n\\end{aligned}', {
    label: '\\begin',
    detail: 'aligned',
    type: 'tex'
  })
];

const formulas: readonly Completion[] = [
  snippetCompletion('$${}$', { label: '$…$', detail: 'formula in the line', type: 'tex' }),
  snippetCompletion('$$\n${}\n$$\n', { label: '$$…$$', detail: 'formula on its own', type: 'tex' }),
  snippetCompletion('$\\mathbb{E}[${}]$', { label: '$E[…]', detail: 'expectation', type: 'tex' }),
  snippetCompletion('$\\mathcal{O}(${n})$', { label: '$O(…)', detail: 'order', type: 'tex' }),
  snippetCompletion('$\\sum_{${i=1}}^{${n}} ${}$', { label: '$sum', detail: 'sum', type: 'tex' }),
  snippetCompletion('$p(${y} \\mid ${x})$', { label: '$p(y|x)', detail: 'conditional', type: 'tex' }),
  snippetCompletion('$\\lVert ${x} \\rVert_2$', { label: '$norm', detail: 'norm', type: 'tex' }),
  snippetCompletion('$\\arg\\max_{${\\theta}} ${}$', { label: '$argmax', detail: 'arg max', type: 'tex' })
];

function math(context: CompletionContext): CompletionResult | null {
  if (isCode(context)) return null;
  const command = context.matchBefore(/\\[A-Za-z]*/);
  if (command && isFormula(context))
    return { from: command.from, options: commands, validFor: /^\\[A-Za-z]*$/ };
  // Money has a digit behind its dollar; a formula that is being written has its own commands.
  const dollar = context.matchBefore(/(?<![\\$\p{L}\p{N}])\$[A-Za-z]*/u);
  return dollar && !dollar.text.startsWith('$$') && (context.explicit || dollar.text.length > 1)
    ? { from: dollar.from, options: formulas, validFor: /^\$[A-Za-z]*$/ }
    : null;
}

const timer = (minutes: number): Completion => ({
  label: `/timer ${minutes} minutes`,
  displayLabel: `Timer, ${minutes} minutes`,
  type: 'block',
  apply: (view, _chosen, from, to) => {
    const insert = `${timerText(new Date(Date.now() + minutes * 60_000))} `;
    view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + insert.length },
      userEvent: 'input.complete'
    });
  }
});

const block = (name: string, label: string, text: string, detail?: string): Completion => ({
  label: `/${name}`,
  displayLabel: label,
  ...(detail && { detail }),
  type: 'block',
  apply: snippet(text)
});

const blocks: readonly Completion[] = [
  block('agenda', 'Agenda item', '### ${What}\n\nLead: @${name}\n\n${}'),
  block('decision', 'Decision', '> **Decision.** ${What was decided}\n'),
  block('action', 'Action item', '- [ ] @${name} ${what} by ${Friday}', '- [ ] @… by …'),
  block('question', 'Question', '> **Question.** ${What we do not understand}\n'),
  timer(5),
  timer(10),
  timer(20),
  block('heading', 'Heading', '## ${}'),
  block('list', 'List', '- ${}'),
  block('task', 'Task', '- [ ] ${}'),
  block('quote', 'Quotation', '> ${}'),
  block('code', 'Code', '```${python}\n${}\n```\n'),
  block('formula', 'Formula', '$$\n${}\n$$\n'),
  block('table', 'Table', '| ${} | ${} |\n| --- | --- |\n| ${} | ${} |\n'),
  block('footnote', 'Footnote', '[^${1}]\n\n[^${1}]: ${}')
];

/** Blocks are offered where a line begins, so that a path or "and/or" asks for nothing. */
function atLineStart(context: CompletionContext): CompletionResult | null {
  const typed = context.matchBefore(/^\s*\/[\p{L} \d]*/u);
  if (!typed || isCode(context)) return null;
  const from = typed.from + typed.text.indexOf('/');
  return { from, options: blocks, validFor: /^\/[\p{L} \d]*$/u };
}

/** What is offered while one writes: `@` members, `[[` papers and notes, `$` and `\` mathematics, `/` blocks. */
export function completion({ people, find }: Surroundings): Extension {
  return [
    autocompletion({
      override: [members(people), citations(find), math, atLineStart],
      icons: false,
      aboveCursor: false,
      maxRenderedOptions: 50
    }),
    keymap.of(completionKeymap)
  ];
}
