declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';
  const plugin: (md: MarkdownIt) => void;
  export default plugin;
}

declare module '@joplin/turndown-plugin-gfm' {
  import type TurndownService from 'turndown';
  export const gfm: TurndownService.Plugin;
}

declare module 'markdown-it-container' {
  import type { MarkdownIt, Token } from 'markdown-it';
  const plugin: (
    md: MarkdownIt,
    name: string,
    options: { validate(params: string): boolean; render(tokens: Token[], index: number): string }
  ) => void;
  export default plugin;
}

declare module '@citation-js/core' {
  export class Cite {
    constructor(items: readonly object[]);
    format(format: 'bibtex' | 'data'): string;
    format(format: 'ris', options: { format: 'object' }): Record<string, unknown>[];
    format(format: 'bibliography', options: { format: 'text'; template: string; lang: string }): string;
  }
}

declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
declare module '@citation-js/plugin-csl';
