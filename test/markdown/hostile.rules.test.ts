import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  renderMarkdown,
  renderPaperPassage,
  renderPaperText,
  renderPaperTitle
} from '#markdown/markdown.server.ts';
import { standalonePage } from '#markdown/standalone.server.ts';

/*
 * The shapes by which text becomes a program in a browser, as collections of such attacks sort them: elements and
 * their handlers, addresses that run, ways of hiding either, and what Markdown itself makes of text. They are put
 * together at random, and what comes out is read as a browser would read it.
 */

const tag = fc.constantFrom(
  ...['script', 'img', 'svg', 'iframe', 'object', 'embed', 'math', 'style', 'link', 'meta', 'base', 'form'],
  ...['input', 'button', 'video', 'audio', 'source', 'details', 'marquee', 'template', 'noscript', 'title'],
  ...['textarea', 'xmp', 'plaintext', 'foreignObject', 'animate', 'set', 'use', 'a', 'body', 'isindex', 'x-y']
);
const handler = fc.constantFrom(
  ...['onerror', 'onload', 'onclick', 'onfocus', 'ontoggle', 'onbegin', 'onpointerenter', 'onanimationstart'],
  ...[
    'ONERROR',
    'on\u0000error',
    'formaction',
    'style',
    'srcdoc',
    'xlink:href',
    'href',
    'src',
    'action',
    'id'
  ]
);
const scheme = fc.constantFrom(
  ...['javascript:', 'JaVaScRiPt:', 'java\tscript:', 'java\nscript:', '\u0001javascript:', ' javascript:'],
  ...[
    'javascript&colon;',
    'javascript&#58;',
    '&#106;avascript:',
    'javascript\\:',
    'vbscript:',
    'data:text/html,'
  ],
  ...[
    'data:image/svg+xml;base64,',
    'blob:',
    'file:///',
    'filesystem:',
    'view-source:',
    '//evil.example/',
    'ftp://'
  ]
);
const code = fc.constantFrom(
  'alert(1)',
  '`alert`1``',
  'top[`al`+`ert`](1)',
  '<svg/onload=alert(1)>',
  '"-alert(1)-"'
);
const quote = fc.constantFrom('"', "'", '`', '', '&quot;', '\\"');
const gap = fc.constantFrom(' ', '/', '\n', '\t', '\f', '/**/', '\u00a0', '');

const element = fc
  .tuple(
    fc.constantFrom('<', '&lt;', '\\<', '<\u0000', '<<', '</', '<!--><'),
    tag,
    gap,
    handler,
    quote,
    scheme,
    code
  )
  .map(([open, name, space, on, q, address, run]) => `${open}${name}${space}${on}=${q}${address}${run}${q}>`);
const link = fc
  .tuple(
    fc.constantFrom('[x](', '![x](', '<', '[x]: ', '[x](<', '[![x](', '[[x](', 'x^[', '[^1]: '),
    scheme,
    code,
    quote
  )
  .map(([open, address, run, q]) => `${open}${address}${run} ${q}t${q} onmouseover=${run})>`);
const mathematics = fc
  .tuple(
    fc.constantFrom(
      '\\href',
      '\\url',
      '\\htmlClass',
      '\\htmlStyle',
      '\\htmlData',
      '\\includegraphics',
      '\\text',
      '\\def'
    ),
    scheme,
    code
  )
  .map(([command, address, run]) => `$${command}{${address}${run}}{${run}</math><script>${run}</script>}$`);
const block = fc
  .tuple(
    fc.constantFrom(
      '```',
      '~~~',
      ':::fold ',
      '> ',
      '- [ ] ',
      '| ',
      '# ',
      '    ',
      '<!-- ',
      '<![CDATA[',
      '<?',
      '[^'
    ),
    tag,
    code
  )
  .map(([open, name, run]) => `${open}${name}"><script>${run}</script>\n`);
const hostile = fc
  .array(fc.oneof(element, link, mathematics, block, fc.string({ maxLength: 20 })), {
    minLength: 1,
    maxLength: 6
  })
  .map((parts) => parts.join(''));

const plain = new Set(
  (
    'a abbr blockquote br code dd del details div dl dt em figure h1 h2 h3 h4 h5 h6 hr input ins kbd li mark ol p pre q s samp ' +
    'section small span strong sub summary sup table tbody td tfoot th thead tr u ul var ' +
    'math annotation semantics menclose merror mfenced mfrac mglyph mi mlabeledtr mmultiscripts mn mo mover mpadded ' +
    'mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none'
  ).split(' ')
);

/** What would harm whoever looks at it; the tags are found as the HTML tokenizer begins them. */
function harmIn(html: string): string[] {
  const harm: string[] = [];
  for (const [whole, name = ''] of html.matchAll(/<\/?([a-z!?][^\s/>]*)[^>]*/gi)) {
    if (!plain.has(name.toLowerCase())) harm.push(whole);
    const attributes = whole
      .slice(name.length)
      .replace(/="[^"]*"/g, (value) => (/^="\s*$/.test(value) ? '' : '=""'));
    if (/[\s"'/]on\w+\s*=/i.test(attributes) || /\s(style|srcdoc|formaction|action)\s*=/i.test(attributes))
      harm.push(whole);
    for (const [, address = ''] of whole.matchAll(/\s(?:href|src|xlink:href)="([^"]*)"/gi))
      if (!/^(https?:\/\/|mailto:|\/(?!\/)|#)/i.test(address)) harm.push(whole);
  }
  return harm;
}

test('whatever is written, what is shown runs nothing and loads nothing', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      for (const html of [renderMarkdown(text), renderPaperText(text), renderPaperTitle(text)])
        expect(harmIn(html), html).toEqual([]);
    }),
    { numRuns: 400 }
  );
});

test('nor when pieces of it were looked for, which are marked', () => {
  const pieces = fc.array(fc.record({ text: hostile, isHit: fc.boolean() }), { maxLength: 4 });
  fc.assert(
    fc.property(pieces, (passage) => {
      const html = renderPaperPassage(passage);
      expect(harmIn(html), html).toEqual([]);
      expect(html.split('<mark>').length).toBe(html.split('</mark>').length);
    }),
    { numRuns: 200 }
  );
});

test('nor in the page of its own that a note becomes, whatever its title', () => {
  fc.assert(
    fc.property(hostile, hostile, (title, text) => {
      const html = standalonePage(title, text, 'https://reading.example');
      const [, told = ''] = /<title>([\s\S]*?)<\/title>/.exec(html)!;
      expect(told).not.toMatch(/[<>]/);
      expect(
        harmIn(html.slice(html.indexOf('<body>') + '<body>'.length, html.lastIndexOf('</body>')))
      ).toEqual([]);
    }),
    { numRuns: 100 }
  );
});

test('the reader of these tests sees harm where there is some', () => {
  for (const html of [
    '<script>',
    '<img src="x">',
    '<p onclick="x">',
    '<a href="javascript:1">',
    '<p style="x">'
  ])
    expect(harmIn(html), html).not.toEqual([]);
});
