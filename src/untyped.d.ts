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

declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  export default class Provider {
    constructor(issuer: string, settings: object);
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
  }
}
