import { createHash } from 'node:crypto';
import { escapeHtml, withoutBadBytes } from './html.ts';
import { renderMarkdown } from './markdown.server.ts';

/*
 * What a page of its own wears: it asks nobody for fonts, and reads as well on paper as on a screen. Nothing is told of
 * the colours to readers who chose their own.
 */
const style = `
:root { color-scheme: light dark; }
body { max-width: 40rem; margin: 3rem auto; padding: 0 1.25rem; font: 1.125rem/1.6 Charter, Georgia, 'Times New Roman', serif; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { margin: 2rem 0 .5rem; line-height: 1.3; }
h1 { font-size: 1.75rem; } h2 { font-size: 1.35rem; } h3, h4, h5, h6 { font-size: 1rem; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 2px solid; opacity: .8; }
pre, code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .875rem; }
pre { padding: .75rem 1rem; border: 1px solid; overflow-x: auto; }
table { border-collapse: collapse; } th, td { padding: .25rem .75rem; border: 1px solid; text-align: start; }
.align-center { text-align: center; } .align-right { text-align: end; }
li.task { list-style: none; } li.task input { margin-inline-start: -1.4em; }
math[display='block'] { overflow-x: auto; overflow-y: hidden; }
.katex.long { display: inline-flex; max-width: 100%; overflow-x: auto; overflow-y: hidden; }
@media print { body { margin: 0 auto; } a { color: inherit; } }
`;

/** The only thing such a page may do: look as it does. */
export const standalonePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; sandbox`;

/**
 * A text from people as one HTML file: no scripts, and nothing it loads from anywhere.
 * @param origin where links to places in the application lead, such as `https://reading.example.org`
 */
export function standalonePage(title: string, source: string, origin: string): string {
  // Attributes are in double quotes, and no text holds one: what looks like a link is one.
  const body = renderMarkdown(source).replaceAll(/ href="(?=\/)/g, ` href="${escapeHtml(origin)}`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(withoutBadBytes(title))}</title>
<style>${style}</style>
</head>
<body>
${body}</body>
</html>
`;
}
