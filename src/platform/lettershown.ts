import { escapeHtml } from '#markdown/html.ts';

/**
 * A letter's text as HTML: the same words, with our own addresses behind them instead of beside them. The text says how:
 * `Label: address` is a link, a paragraph of such lines a row of buttons; `• title` with an address in the line below is
 * one entry of a list. Addresses of others show as they are, since a title may hold one and must not hide where it leads.
 * Nothing is fetched from anywhere.
 * @param home the address of this installation, such as `https://reading.example.org`
 */
export function asHtml(text: string, home: string): string {
  const [body = '', footer = ''] = text.split('\n-- \n');
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="color-scheme" content="light dark"><style>${style}</style></head>`,
    `<body><main>${paragraphs(body, home)}</main>`,
    footer.trim() && `<footer>${paragraphs(footer, home)}</footer>`,
    '</body></html>'
  ].join('\n');
}

/** Somebody's words within one line of a letter or its subject: a break of theirs would begin another. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

const style = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 24px 16px; background: #fcfcfa; color: #1b1e20; font: 16px/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; overflow-wrap: anywhere; }
main, footer { max-width: 34rem; margin: 0 auto; }
p, ul { margin: 0 0 16px; }
ul { padding-left: 20px; } li { margin-bottom: 8px; }
a { color: #0f5f50; }
.ways a { display: inline-block; margin: 0 8px 8px 0; padding: 10px 16px; border: 1px solid #0f5f50; border-radius: 4px; font-weight: 600; text-decoration: none; }
footer { padding-top: 12px; border-top: 1px solid #d9dad4; color: #555b5f; font-size: 13px; }
@media (prefers-color-scheme: dark) {
  body { background: #15181a; color: #e6e7e2; } a { color: #7fcdb8; } .ways a { border-color: #7fcdb8; }
  footer { border-color: #3a4144; color: #a8aeb0; }
}`;

function paragraphs(text: string, home: string): string {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => shown(paragraph.split('\n'), home))
    .join('\n');
}

function shown(lines: readonly string[], home: string): string {
  const links = lines.map((line) => labelled(line, home));
  if (links.every((link) => link !== null)) return `<p class="ways">${links.join(' ')}</p>`;
  const first = lines.findIndex((line) => line.startsWith('• '));
  if (first < 0) return `<p>${lines.map((line) => inline(line, home)).join('<br>')}</p>`;
  const above = lines.slice(0, first);
  const entries = lines.slice(first).reduce<string[][]>((all, line) => {
    const belongs = line.startsWith('  ');
    return belongs && all.length > 0
      ? [...all.slice(0, -1), [...all.at(-1)!, line.trim()]]
      : [...all, [line]];
  }, []);
  return `${above.length > 0 ? `<p>${above.map((line) => heading(line, home)).join('<br>')}</p>` : ''}<ul>${entries
    .map((entry) => `<li>${listed(entry, home)}</li>`)
    .join('')}</ul>`;
}

function listed([first = '', ...rest]: string[], home: string): string {
  const title = first.replace(/^• /, '');
  const address = rest.find((line) => isOurs(line, home));
  const more = rest.filter((line) => line !== address).map((line) => `<br>${escapeHtml(line)}`);
  return (address ? anchor(address, title) : escapeHtml(title)) + more.join('');
}

function heading(line: string, home: string): string {
  return line.endsWith(':') ? `<b>${escapeHtml(line)}</b>` : inline(line, home);
}

/** `Label: address` as a link, when that is all the line says. */
function labelled(line: string, home: string): string | null {
  const [, label, address] = /^(.{1,40}?):\s+(\S+)$/.exec(line) ?? [];
  return label && address && isOurs(address, home) ? anchor(address, label) : null;
}

function inline(line: string, home: string): string {
  const link = labelled(line, home) ?? (/^https?:\/\/\S+$/.test(line) ? anchor(line, line) : null);
  if (link) return link;
  return line
    .split(/(\s+)/)
    .map((word) => (isOurs(word, home) ? anchor(word, word) : escapeHtml(word)))
    .join('');
}

function anchor(address: string, words: string): string {
  return `<a href="${escapeHtml(address)}">${escapeHtml(words)}</a>`;
}

function isOurs(address: string, home: string): boolean {
  return (address === home || address.startsWith(`${home}/`)) && !/\s/.test(address);
}
