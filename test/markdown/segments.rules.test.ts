import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segments } from '#markdown/segments.ts';

const shown = (text: string) => segments(text).map((segment) => `${segment.kind}:${segment.text}`);

test.each([
  ['$O(n)$ in CO$_2$', ['math:O(n)', 'text: in CO', 'math:_2']],
  ['\\(x\\) \\[y\\] $$ z $$', ['math:x', 'text: ', 'display:y', 'text: ', 'display:z']],
  ['$5 and $6', ['text:$5 and $6']],
  ['from $5-$10 to US$20, then $x$', ['text:from $5-$10 to US$20, then ', 'math:x']],
  ['\\$5 and 6$', ['text:\\$5 and 6$']],
  ['$a\\$b$', ['math:a\\$b']],
  ['T_{c} at 10^{-3} K', ['math:T_{c}', 'text: at ', 'math:10^{-3}', 'text: K']],
  [
    'in CuO_{4}^{2-} and f_{i}g',
    ['text:in ', 'math:\\mathrm{CuO}_{4}^{2-}', 'text: and ', 'math:f_{i}', 'text:g']
  ],
  ['_{x} \\alpha_{x} a_b ü_{x} x_{$1$}', ['text:_{x} \\alpha_{x} a_b ü_{x} x_{', 'math:1', 'text:}']],
  ['an unclosed $x or \\( or $$', ['text:an unclosed $x or \\( or $$']],
  ['not over $a\n\nb$', ['text:not over $a\n\nb$']],
  ['(see https://a.example/b_(c)).', ['text:(see ', 'link:https://a.example/b_(c)', 'text:).']],
  ['HTTP://a.example, and ftp://b.example', ['link:HTTP://a.example', 'text:, and ftp://b.example']],
  ['\\url{https://a.example/~b}', ['link:https://a.example/~b']]
])('%s is split into its words, formulas and addresses', (text, expected) => {
  expect(shown(text)).toEqual(expected);
});

const bits = fc.constantFrom(
  '$',
  '$$',
  '\\(',
  '\\)',
  '\\[',
  '\\]',
  '\\',
  '\\$',
  'x',
  ' ',
  '5',
  '\n',
  'http://',
  'https://a.b',
  ')',
  '.',
  '{',
  '_{',
  '}'
);

test('no text is lost or made up, and links lead to http(s) only', () => {
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const found = segments(text);
      expect(found.map((segment) => segment.source).join('')).toBe(text);
      for (const segment of found.filter(({ kind }) => kind === 'link')) {
        expect(new URL(segment.text).protocol).toMatch(/^https?:$/);
      }
    }),
    { numRuns: 1000 }
  );
});

test.each([
  '$',
  '$$',
  '_{',
  'x_{',
  'x_{y}',
  '\\(',
  '\\[',
  '\\\\',
  'http://[',
  'https://a:b:',
  '(http://a)',
  '\\url{',
  '$x '
])('a megabyte of %s is split without going over it again and again', (bit) => {
  const text = bit.repeat(1_000_000 / bit.length);
  const begun = performance.now();
  expect(
    segments(text)
      .map((segment) => segment.source)
      .join('').length
  ).toBe(text.length);
  expect(performance.now() - begun).toBeLessThan(5000);
});
