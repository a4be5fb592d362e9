import {
  LanguageDescription,
  LanguageSupport,
  StreamLanguage,
  type StreamParser
} from '@codemirror/language';

/*
 * The languages of fenced code. Each is fetched when a text first has it: CodeMirror's stream parsers, which are a few
 * kilobytes where the full grammars are dozens.
 */

function language(
  name: string,
  alias: readonly string[],
  fetch: () => Promise<StreamParser<unknown>>
): LanguageDescription {
  return LanguageDescription.of({
    name,
    alias,
    load: async () => new LanguageSupport(StreamLanguage.define(await fetch()))
  });
}

const clike = () => import('@codemirror/legacy-modes/mode/clike');
const javascript = () => import('@codemirror/legacy-modes/mode/javascript');
const mllike = () => import('@codemirror/legacy-modes/mode/mllike');
const sql = () => import('@codemirror/legacy-modes/mode/sql');

export const languages: readonly LanguageDescription[] = [
  language('Python', ['py', 'python3'], () =>
    import('@codemirror/legacy-modes/mode/python').then((m) => m.python)
  ),
  language('JavaScript', ['js', 'jsx', 'mjs'], () => javascript().then((m) => m.javascript)),
  language('TypeScript', ['ts', 'tsx'], () => javascript().then((m) => m.typescript)),
  language('JSON', ['jsonc', 'json5'], () => javascript().then((m) => m.json)),
  language('C', ['h', 'cuda'], () => clike().then((m) => m.c)),
  language('C++', ['cpp', 'cc', 'hpp', 'cu'], () => clike().then((m) => m.cpp)),
  language('C#', ['cs', 'csharp'], () => clike().then((m) => m.csharp)),
  language('Java', [], () => clike().then((m) => m.java)),
  language('Kotlin', ['kt'], () => clike().then((m) => m.kotlin)),
  language('Scala', [], () => clike().then((m) => m.scala)),
  language('Rust', ['rs'], () => import('@codemirror/legacy-modes/mode/rust').then((m) => m.rust)),
  language('Go', ['golang'], () => import('@codemirror/legacy-modes/mode/go').then((m) => m.go)),
  language('Swift', [], () => import('@codemirror/legacy-modes/mode/swift').then((m) => m.swift)),
  language('Shell', ['sh', 'bash', 'zsh', 'console'], () =>
    import('@codemirror/legacy-modes/mode/shell').then((m) => m.shell)
  ),
  language('YAML', ['yml'], () => import('@codemirror/legacy-modes/mode/yaml').then((m) => m.yaml)),
  language('TOML', [], () => import('@codemirror/legacy-modes/mode/toml').then((m) => m.toml)),
  language('LaTeX', ['tex', 'stex'], () => import('@codemirror/legacy-modes/mode/stex').then((m) => m.stex)),
  language('SQL', [], () => sql().then((m) => m.standardSQL)),
  language('PostgreSQL', ['pgsql', 'postgres'], () => sql().then((m) => m.pgSQL)),
  language('R', [], () => import('@codemirror/legacy-modes/mode/r').then((m) => m.r)),
  language('Julia', ['jl'], () => import('@codemirror/legacy-modes/mode/julia').then((m) => m.julia)),
  language('Haskell', ['hs'], () => import('@codemirror/legacy-modes/mode/haskell').then((m) => m.haskell)),
  language('OCaml', ['ml'], () => mllike().then((m) => m.oCaml)),
  language('Lua', [], () => import('@codemirror/legacy-modes/mode/lua').then((m) => m.lua)),
  language('Ruby', ['rb'], () => import('@codemirror/legacy-modes/mode/ruby').then((m) => m.ruby)),
  language('Octave', ['matlab'], () => import('@codemirror/legacy-modes/mode/octave').then((m) => m.octave)),
  language('HTML', ['xml', 'svg'], () => import('@codemirror/legacy-modes/mode/xml').then((m) => m.html)),
  language('CSS', [], () => import('@codemirror/legacy-modes/mode/css').then((m) => m.css)),
  language('Dockerfile', ['docker'], () =>
    import('@codemirror/legacy-modes/mode/dockerfile').then((m) => m.dockerFile)
  ),
  language('Diff', ['patch'], () => import('@codemirror/legacy-modes/mode/diff').then((m) => m.diff))
];
