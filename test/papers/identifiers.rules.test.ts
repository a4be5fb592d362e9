import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isArxivCategory, readArxivId, readIdentifier, titleKey } from '#papers/identifiers.ts';

const two = (number: number) => String(number).padStart(2, '0');
const newId = fc
  .record({
    year: fc.integer({ min: 8, max: 90 }),
    month: fc.integer({ min: 1, max: 12 }),
    number: fc.integer({ min: 1, max: 9999 })
  })
  .map(
    ({ year, month, number }) =>
      `${two(year)}${two(month)}.${String(number).padStart(year < 15 ? 4 : 5, '0')}`
  );
const oldId = fc
  .record({
    archive: fc.constantFrom('hep-th', 'math', 'cs', 'cond-mat', 'q-bio', 'physics'),
    year: fc.constantFrom(92, 99, 0, 6),
    month: fc.integer({ min: 1, max: 12 }),
    number: fc.integer({ min: 1, max: 999 })
  })
  .map(
    ({ archive, year, month, number }) =>
      `${archive}/${two(year)}${two(month)}${String(number).padStart(3, '0')}`
  );
const arxivId = fc.oneof(newId, oldId);
const frame = fc.constantFrom(
  (id: string) => id,
  (id: string) => `arXiv:${id}`,
  (id: string) => `https://arxiv.org/abs/${id}`,
  (id: string) => `http://www.arxiv.org/pdf/${id}.pdf`,
  (id: string) => `arxiv.org/pdf/${id}?download=1`,
  (id: string) => `https://arxiv.org/html/${id}#S1.E2`,
  (id: string) => `https://export.arxiv.org/abs/${id}`,
  (id: string) => `https://huggingface.co/papers/${id}`,
  (id: string) => `hf.co/papers/${id}?ref=mail`,
  (id: string) => `https://www.alphaxiv.org/abs/${id}`,
  (id: string) => `https://scirate.com/arxiv/${id}`,
  (id: string) => `https://papers.cool/arxiv/${id}`,
  (id: string) => `https://ar5iv.org/html/${id}`,
  (id: string) => `https://ar5iv.labs.arxiv.org/abs/${id}`,
  (id: string) => `10.48550/arXiv.${id}`,
  (id: string) => `https://doi.org/10.48550/arXiv.${id}`,
  (id: string) => `doi:10.48550/ARXIV.${id}`
);
const wrapping = fc.constantFrom(
  ['', ''],
  ['<', '>'],
  ['"', '",'],
  ['“', '”'],
  ['(', ').'],
  ['  ', ' \n'],
  ['[', ']'],
  ['', '.']
);

describe('an arXiv id', () => {
  test('is read from every address and form it is pasted in, with its version kept apart', () => {
    fc.assert(
      fc.property(
        arxivId,
        fc.option(fc.integer({ min: 1, max: 40 })),
        frame,
        wrapping,
        (id, version, framed, [before, after]) => {
          const pasted = before + framed(version === null ? id : `${id}v${version}`) + after;
          expect(readIdentifier(pasted)).toEqual(
            version === null ? { arxivId: id } : { arxivId: id, version }
          );
        }
      ),
      { numRuns: 2000 }
    );
  });

  test('of the old style loses the subject class behind its archive', () => {
    expect(readIdentifier('math.GT/0309136')).toEqual({ arxivId: 'math/0309136' });
    expect(readIdentifier('https://arxiv.org/abs/cond-mat.mes-hall/0703470v3')).toEqual({
      arxivId: 'cond-mat/0703470',
      version: 3
    });
  });

  test('is read from the margin of a PDF', () => {
    expect(readIdentifier('arXiv:2310.06110v2 [cs.LG] 9 Oct 2023')).toEqual({
      arxivId: '2310.06110',
      version: 2
    });
  });

  test.each([
    ['2313.00001', 'month 13'],
    ['2300.00001', 'month 0'],
    ['2401.1234', 'four digits after 2014'],
    ['1412.12345', 'five digits before 2015'],
    ['0703.1234', 'new style before April 2007'],
    ['hep-th/0704001', 'old style after March 2007'],
    ['nonsense/9901001', 'an archive there never was'],
    ['hep-th/9913001', 'month 13 of the old style'],
    ['2401.12345v0', 'version 0'],
    ['10.48550/arXiv.2313.00001', 'a DOI with month 13'],
    ['https://arxiv.org.example/abs/2401.12345', 'another host'],
    ['https://example.org/abs/2401.12345', 'another host'],
    ['https://arxiv.org@example.org/abs/2401.12345', 'a host behind a name'],
    ['constructor/abs/2401.12345', 'a host that is a word of JavaScript'],
    ['2401.12345 and more', 'more than one thing'],
    ['', 'nothing']
  ])('is not read from %s: %s', (text) => {
    expect(readIdentifier(text)).toBeNull();
  });

  test('alone is read without anything around it', () => {
    expect(readArxivId('1501.00001')).toEqual({ arxivId: '1501.00001' });
    expect(readArxivId('1412.9999')).toEqual({ arxivId: '1412.9999' });
    expect(readArxivId('arXiv:1501.00001')).toBeNull();
  });
});

describe('a DOI', () => {
  test.each([
    '10.1016/S0092-8674(00)80000-1',
    'doi:10.1016/S0092-8674(00)80000-1',
    'https://doi.org/10.1016/S0092-8674(00)80000-1',
    'http://dx.doi.org/10.1016/s0092-8674(00)80000-1?x=1',
    'https://doi.org/10.1016%2Fs0092-8674(00)80000-1',
    '(DOI: 10.1016/s0092-8674(00)80000-1).'
  ])('is read from %s, in lower case', (text) => {
    expect(readIdentifier(text)).toEqual({ doi: '10.1016/s0092-8674(00)80000-1' });
  });
});

test('a DOI keeps the bracket that closes one in it, and loses the one around it', () => {
  expect(readIdentifier('10.1000/toy(1)')).toEqual({ doi: '10.1000/toy(1)' });
  expect(readIdentifier('(see-also: 10.1000/x)')).toBeNull();
  expect(readIdentifier('(10.1000/toy(1)),')).toEqual({ doi: '10.1000/toy(1)' });
});

test('no pasted text makes the reader throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      for (const start of ['', 'https://arxiv.org/abs/', 'https://doi.org/', '10.1000/', 'arXiv:'])
        readIdentifier(start + text);
    })
  );
});

test('long runs of closing marks are taken off in linear time', () => {
  expect(readIdentifier(`2401.12345${')'.repeat(1900)}`)).toEqual({ arxivId: '2401.12345' });
  expect(readIdentifier(')'.repeat(2_000_000))).toBeNull();
});

describe('a title key', () => {
  test.each([
    ['Schr\\"odinger Bridges', 'Schrödinger bridges'],
    ['Schr{\\"o}dinger Bridges', 'SCHRODINGER BRIDGES!'],
    ['Attention -- Is All', 'Attention–Is All'],
    ['Learning $\\alpha$-divergences', 'Learning α-divergences'],
    ['$\\mathcal{O}(n)$ Memory', 'O(n) memory'],
    ['{GAN}s for S\\o ren', 'GANs for Søren'],
    ['Ｆｕｌｌ ﬁne', 'full fine']
  ])('is the same for %s and %s', (one, other) => {
    expect(titleKey(one)).toBe(titleKey(other));
    expect(titleKey(one)).toMatch(/^[a-z]+$/);
  });

  test('keeps what tells titles apart, in any script', () => {
    expect(titleKey('GPT-4')).not.toBe(titleKey('GPT-3'));
    expect(titleKey('学习')).toBe('学习');
    expect(titleKey('0')).toBe('0');
  });
});

test('a category is of arXiv, not of the ACM or the AMS', () => {
  const terms = [
    'cs.LG',
    'hep-th',
    'stat.ML',
    'cond-mat.mes-hall',
    'eess.IV',
    'I.2.6',
    '68T07',
    '68T05, 62H30',
    'foo.AB',
    'cs.'
  ];
  expect(terms.filter(isArxivCategory)).toEqual([
    'cs.LG',
    'hep-th',
    'stat.ML',
    'cond-mat.mes-hall',
    'eess.IV'
  ]);
});
