import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, foldText, plainText } from '#papers/text.ts';

describe('plain text', () => {
  test.each([
    ['Schr\\"odinger, {\\\'e}, \\v{c}, Erd\\H{o}s, na\\"{\\i}ve', 'Schrödinger, é, č, Erdős, naïve'],
    ['Stra\\ss{}e, S\\o ren, \\O stergaard, \\L{}ukasz, \\aa', 'Straße, Søren, Østergaard, Łukasz, å'],
    ['{\\em replica symmetry} \\emph{a \\textbf{b} c} \\textit{d}', 'replica symmetry a b c d'],
    ['{\\em the $k$-means} way', 'the $k$-means way'],
    ["``deep'' and `stochastic ones'", '“deep” and ‘stochastic ones’'],
    ["Guerra's `code` stays", "Guerra's `code` stays"],
    ['lazy -- or --- rich, not ----', 'lazy – or — rich, not ----'],
    ['Fig.~1 of ~10%', 'Fig. 1 of ~10%'],
    ['50\\% \\& x\\_y', '50% & x_y'],
    ['{GAN}s and {B}ayes', 'GANs and Bayes'],
    ['T_{c} of {0,1}', 'T_{c} of {0,1}'],
    ['the "spherical" \\"spherical\\" model', 'the "spherical" \\"spherical\\" model'],
    ['$\\alpha_{x} -- ~$ and \\(a--b\\)', '$\\alpha_{x} -- ~$ and \\(a--b\\)'],
    ['at https://example.org/~ada--b_c.', 'at https://example.org/~ada--b_c.'],
    ['\\url{https://example.org/a_b}', 'https://example.org/a_b'],
    ['\\textquoteleft{}a\\textunderscore{}b\\textquoteright{}', '‘a_b’'],
    ['0', '0']
  ])('of %s is %s', (tex, plain) => {
    expect(plainText(tex)).toBe(plain);
  });

  test('of ordinary words is the words', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Za-z0-9éß,;:()]{1,12}$/)), (words) => {
        expect(plainText(words.join(' '))).toBe(words.join(' '));
      })
    );
  });
});

describe('text from outside', () => {
  test('loses NUL, control characters, half surrogates and direction marks, and keeps its lines', () => {
    expect(cleanText('a\0b\u0007\ud800c\u202ed\ufeff\ne\tf 😀')).toBe('abcd\ne\tf 😀');
  });

  test('is folded to one line', () => {
    expect(foldText('  Toy\n  Attention\u00a0\twith\0  Memory ')).toBe('Toy Attention with Memory');
  });

  test('can be stored and sent whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }), (text) => {
        const cleaned = cleanText(text);
        expect(cleaned).not.toContain('\0');
        expect(Buffer.from(cleaned, 'utf8').toString('utf8')).toBe(cleaned);
      })
    );
  });
});
