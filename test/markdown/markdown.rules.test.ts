import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadRenderer } from '#markdown/markdown.ts';
import {
  renderMarkdown,
  renderPaperPassage,
  renderPaperText,
  renderPaperTitle
} from '#markdown/markdown.server.ts';
import { strictTags } from './strict-html.ts';

const shapes = (html: string) =>
  html.replace(/<math.*?<\/math>/gs, '∑').replace(/<span class="katex">∑<\/span>/g, '∑');
const rendered = (source: string) => shapes(renderMarkdown(source)).trim();

describe('Markdown', () => {
  test.each([
    ['*a* **b** `c`', '<p><em>a</em> <strong>b</strong> <code>c</code></p>'],
    ['~~gone~~', '<p><s>gone</s></p>'],
    [
      '<b>x</b> <script>alert(1)</script>',
      '<p>&lt;b&gt;x&lt;/b&gt; &lt;script&gt;alert(1)&lt;/script&gt;</p>'
    ],
    ['[in](/papers/x)', '<p><a href="/papers/x">in</a></p>'],
    [
      'see https://a.example/b_(c).',
      '<p>see <a href="https://a.example/b_(c)" rel="nofollow noopener noreferrer">https://a.example/b_(c)</a>.</p>'
    ],
    ['[mail](mailto:ada@a.example)', '<p><a href="mailto:ada@a.example">mail</a></p>'],
    ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
    ['[x](//a.example)', '<p>[x](//a.example)</p>'],
    ['read notes.md', '<p>read notes.md</p>'],
    ['# A $x$ title', '<h1 id="h-a-x-title">A ∑ title</h1>'],
    ['## Same\n## Same', '<h2 id="h-same">Same</h2>\n<h2 id="h-same-2">Same</h2>'],
    [
      '- [ ] read\n- [x] done',
      '<ul>\n<li class="task"><input type="checkbox" disabled aria-label="to do"> read</li>\n<li class="task"><input type="checkbox" disabled checked aria-label="done"> done</li>\n</ul>'
    ]
  ])('%s is rendered', (source, html) => {
    expect(rendered(source)).toBe(html);
  });

  test('aligns the cells of tables by class, since the page allows no styles in tags', () => {
    const html = rendered('|a|b|\n|:-:|--|\n|1|2|');
    expect(html).toContain('<th class="align-center">a</th>\n<th>b</th>');
    expect(html).not.toContain('style');
  });

  test('loads no pictures: each is a link with its description, or words within a link', () => {
    expect(rendered('![A *toy*](https://a.example/t.png)')).toBe(
      '<p><a href="https://a.example/t.png" rel="nofollow noopener noreferrer">A toy</a></p>'
    );
    expect(rendered('[![toy](https://a.example/t.png)](/papers/x)')).toBe(
      '<p><a href="/papers/x">toy</a></p>'
    );
  });
});

describe('formulas', () => {
  test.each([
    ['a $x^2$ b', '<p>a ∑ b</p>'],
    ['a \\(x\\) b', '<p>a ∑ b</p>'],
    ['$$\nx\n$$', '<div class="math-display">∑</div>'],
    ['\\[ x +\ny \\]', '<div class="math-display">∑</div>'],
    ['> $$x$$', '<blockquote>\n<div class="math-display">∑</div>\n</blockquote>'],
    ['text\n$$\nx\n$$\ntext', '<p>text</p>\n<div class="math-display">∑</div>\n<p>text</p>'],
    ['$5 and $6', '<p>$5 and $6</p>'],
    ['`$x$` and \\$x$', '<p><code>$x$</code> and $x$</p>'],
    ['[a $x$](/b) $y$', '<p><a href="/b">a ∑</a> ∑</p>'],
    ['$a_b$ and $c_d$', '<p>∑ and ∑</p>']
  ])('%s is rendered', (source, html) => {
    expect(rendered(source)).toBe(html);
  });

  test('stay as source, with the reason, when they cannot be read, and the rest is rendered', () => {
    const html = rendered('$\\frac{1$ and $x$');
    expect(html).toMatch(
      /^<p><code class="math-error" title="KaTeX parse error: [^"]+">\$\\frac\{1\$<\/code> and ∑<\/p>$/
    );
    expect(rendered(`$${'{'.repeat(3900)}$`)).toContain('class="math-error"');
    expect(rendered('$\\def\\a{\\a\\a}\\a$')).toContain('class="math-error"');
  });

  test.each([
    ['\\mathcal{L}\\mathcal{a}', '<mi>ℒ</mi><mi>𝒶</mi>'],
    ['\\mathbf{W0}', '<mi>𝐖</mi><mn>𝟎</mn>'],
    ['\\boldsymbol{\\theta\\Gamma}', '<mi>𝜽</mi><mi>𝚪</mi>'],
    ['\\mathbb{R}', '<mi>ℝ</mi>'],
    ['\\mathfrak{g}', '<mi>𝔤</mi>'],
    ['\\textbf{a<b}', '<mtext mathvariant="bold">a&lt;b'],
    ['\\mathrm{d}', '<mi mathvariant="normal">d</mi>'],
    ['\\log p', '<mi>log</mi><mo rspace="0.1667em">\u2061</mo><mi>p</mi>'],
    ['\\log(p)', '<mi>log</mi><mo>\u2061</mo><mo stretchy="false">(</mo>'],
    ['\\lVert x', '<mo stretchy="false" lspace="0" rspace="0">∥</mo>'],
    ['a \\mid b', '<mo>∣</mo>']
  ])('$%s$ is written for what browsers know of MathML', (tex, mathml) => {
    expect(renderMarkdown(`$${tex}$`)).toContain(mathml);
  });

  test('in great number do not hold the server up', () => {
    expect(renderMarkdown('$x$ '.repeat(1200)).match(/<math /g)).toHaveLength(1000);
    expect(renderPaperText('$x$ T_{c} '.repeat(1200)).match(/<math /g)).toHaveLength(300);
  });

  test('carry no style of their own', () => {
    for (const tex of ['\\fcolorbox{red}{blue}{x}', '\\pmb{x}', '\\color{red}x', '\\rule{9999em}{1em}']) {
      expect(renderMarkdown(`$${tex}$`)).toContain('<math');
      expect(renderMarkdown(`$${tex}$`)).not.toContain(' style=');
    }
  });
});

test('the text of a paper has its formulas and links, and its TeX as characters', () => {
  expect(
    shapes(renderPaperText('{\\em The $k$-means} of Schr\\"odinger & <b> T_{c} \\url{https://a.example/~b}'))
  ).toBe(
    'The ∑-means of Schrödinger &amp; &lt;b&gt; ∑ <a href="https://a.example/~b" rel="nofollow noopener noreferrer">https://a.example/~b</a>'
  );
  expect(renderPaperTitle('0 https://a.example')).toBe('0 https://a.example');
  expect(renderPaperText('$\\alpha$')).toContain('<mi>α</mi>');
});

test('footnotes and folds are rendered', () => {
  const html = renderMarkdown('a[^1]\n\n[^1]: Why *not*.\n\n:::fold Show <more>\n\nIt is $x$.\n\n:::\n');
  expect(html).toContain('<section class="footnotes">');
  expect(html).toContain('Why <em>not</em>.');
  expect(html).toContain('<details><summary>Show &lt;more&gt;</summary>');
});

test('the browser renders as the server does', async () => {
  const render = await loadRenderer();
  const source = '# A\n\n$x$ [b](https://c.example) \\[ \\frac{1 \\]';
  expect(render(source)).toBe(renderMarkdown(source));
});

const html =
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong s a br hr table thead tbody tr th td input span div section sup details summary';
const mathml =
  'math semantics annotation mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd mlabeledtr mstyle mpadded mphantom menclose';
const elements = new Set(`${html} ${mathml}`.split(' '));
const attributes: Record<string, Set<string>> = {
  a: new Set(['href', 'rel', 'title']),
  input: new Set(['type', 'disabled', 'checked', 'aria-label']),
  ol: new Set(['start']),
  code: new Set(['class', 'title'])
};
const anywhere = new Set(['class', 'id']);
const inMath = new Set(
  'xmlns display encoding mathvariant stretchy fence separator lspace rspace width height depth voffset minsize maxsize accent accentunder linethickness scriptlevel displaystyle mathcolor mathbackground mathsize notation rowspacing columnspacing columnalign columnlines rowlines rowalign align side movablelimits form symmetric largeop linebreak'.split(
    ' '
  )
);
const mathNames = new Set(mathml.split(' '));

function expectSafe(output: string) {
  for (const tag of strictTags(output)) {
    expect(elements).toContain(tag.name);
    for (const [name, value] of Object.entries(tag.attributes)) {
      const known = mathNames.has(tag.name) ? inMath : (attributes[tag.name] ?? anywhere);
      expect(known.has(name) || anywhere.has(name), `${tag.name} ${name}`).toBe(true);
      if (name === 'href') expect(value).toMatch(/^(?:https?:\/\/[^/\s]|mailto:|\/(?![/\\])|#)[^\s\\]*$/i);
      if (name === 'id') expect(value).toMatch(/^(?:h-|fn(?:ref)?\d)/);
    }
    if (/^https?:/i.test(tag.attributes['href'] ?? '')) {
      expect(tag.attributes['rel']).toBe('nofollow noopener noreferrer');
    }
  }
}

const hostile = fc.constantFrom(
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '</math><script>',
    '<svg/onload=x>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>'
  ],
  ...[
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt&colon;alert(1))',
    '[a](&#106;avascript:x)',
    '[a](java\nscript:x)',
    '[a](\tjavascript:x)'
  ],
  ...[
    '[a](data:text/html,x)',
    '![a](data:image/png;base64,x)',
    '![a](javascript:x)',
    '<javascript:x>',
    '[a](vbscript:x)',
    '[a](//e.example)'
  ],
  ...[
    '[a](/\\e.example)',
    '[a](\\/e.example)',
    '[a]: javascript:x\n\n[a]',
    '[a](http://a.example "t\\" onclick=x")',
    '[a](/%5Ce "x")'
  ],
  ...[
    '[![a](http://a.example)](http://b.example)',
    '![[b](http://c.example)](http://d.example)',
    'http://a.example/"onmouseover="x'
  ],
  ...[
    'https://a.example/<b>',
    'javascript://a.example/%0aalert(1)',
    'ftp://a.example',
    'a@b.example',
    '<a@b.example>',
    'www.a.example'
  ],
  ...[
    '$\\href{javascript:alert(1)}{x}$',
    '$\\url{javascript:x}$',
    '$\\includegraphics{http://a.example}$',
    '$\\htmlData{a=b}{x}$',
    '$\\htmlStyle{color:red}{x}$'
  ],
  ...[
    '$\\htmlId{a}{x}$',
    '$\\htmlClass{a}{x}$',
    '$\\text{</math><script>}$',
    '$\\text{" onclick="x}$',
    '$\\fcolorbox{red}{#fff}{x}$',
    '$\\color{"x}y$'
  ],
  ...[
    '$\\unknown{<b>"}$',
    '$</annotation></semantics></math><img src=x>$',
    '$\\begin{array}{c|c}a&b\\\\\\hline\\end{array}$',
    '$\\tag{"}x$',
    '$\\pmb{x}$'
  ],
  ...[
    '$$',
    '$',
    '\\(',
    '\\)',
    '\\[',
    '\\]',
    '\\',
    '`',
    '```',
    '```js" onclick="x\n',
    '~~~',
    '*',
    '_',
    '**',
    '[',
    ']',
    '(',
    ')',
    '![',
    '<',
    '>',
    '"',
    "'",
    '&',
    '&lt;',
    '&#60;',
    '&#x3c;script&gt;'
  ],
  ...[
    '[^1]',
    '[^<b>]',
    '\n[^1]: x ',
    '\n[^<b>]: "y',
    '^[in <i>line]',
    '\n:::fold <b>"x"\n',
    '\n:::\n',
    '\n::::fold a\n'
  ],
  ...[
    '\n',
    '\n\n',
    ' ',
    '    ',
    '- ',
    '- [ ] ',
    '- [x] ',
    '1. ',
    '999999999. ',
    '> ',
    '# ',
    '|a|b|\n|:-|-:|\n|',
    '---\n',
    '\0',
    '\ud800',
    '\u202e',
    '\ue000',
    '{\\em ',
    '\\url{http://a.example}',
    '\\url{javascript:x}',
    '{',
    '}'
  ]
);
const attack = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: hostile },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) }
    ),
    { maxLength: 16 }
  )
  .map((pieces) => pieces.join(''));

describe('whatever people write', () => {
  test('Markdown holds only what is on the list of allowed tags, attributes and addresses', () => {
    fc.assert(
      fc.property(attack, (source) => expectSafe(renderMarkdown(source))),
      { numRuns: 1200 }
    );
  });

  test('the text of papers does too', () => {
    fc.assert(
      fc.property(attack, (source) => {
        expectSafe(renderPaperText(source));
        expect(renderPaperTitle(source)).not.toContain('<a ');
      }),
      { numRuns: 600 }
    );
  });

  test.each([
    '<p><b>x</b></p>',
    '<p onclick="x">a</p>',
    '<a href="javascript:x" rel="nofollow noopener noreferrer">a</a>',
    '<a href="https://a.example">a</a>',
    '<a href="//a.example">a</a>',
    '<p style="color:red">a</p>',
    '<p>a',
    '<p>a < b</p>',
    '<p>a & b</p>',
    "<p class='a'>b</p>",
    '<P>a</P>',
    '<p class="a"class="b">c</p>',
    '<p><!-- a --></p>',
    '<math><script>x</script></math>'
  ])('and the check itself refuses %s', (output) => {
    expect(() => expectSafe(output)).toThrow();
  });
});

test.each(['[', '![', '\\[\n', '$$\n', '$', '\\(', '[$a](', '> ', '*a', '{\\em '])(
  'a tenth of a megabyte of %s is rendered in good time',
  (bit) => {
    const begun = performance.now();
    renderMarkdown(bit.repeat(100_000 / bit.length));
    renderPaperText(bit.repeat(100_000 / bit.length));
    expect(performance.now() - begun).toBeLessThan(15_000);
  }
);

test('in a text that was searched, words are marked and formulas stand as formulas', () => {
  const html = renderPaperPassage([
    { text: 'Writes no $n ', isHit: false },
    { text: 'times', isHit: true },
    { text: ' n$ matrix & ', isHit: false },
    { text: 'attention', isHit: true }
  ]);
  expect(html).toContain('<math');
  expect(html).not.toContain('$');
  expect(html).toMatch(/ matrix &amp; <mark>attention<\/mark>$/);
});
