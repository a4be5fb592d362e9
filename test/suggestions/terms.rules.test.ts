import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asWritten, countKnown, countTerms, dictionaryOf } from '#suggestions/terms.ts';

const of = (abstract: string, title = '') => [...countTerms({ title, abstract }).keys()];

describe('the terms of a paper', () => {
  test('are its words and pairs of them, in lower case and the singular', () => {
    expect(of('Neural Networks grok')).toEqual([
      'neural',
      'network',
      'neural network',
      'grok',
      'network grok'
    ]);
    expect(of('bias loss analyses theories classes')).toEqual(
      expect.arrayContaining(['bias', 'loss', 'theory', 'class'])
    );
  });

  test('leave out stop words, numbers and single letters, and pair nothing across them', () => {
    expect(of('We show the learning of 12 features')).toEqual(['learning', 'feature']);
    expect(of('kernel, regression. Limit')).toEqual(['kernel', 'regression', 'limit']);
  });

  test('leave out formulas, commands and addresses, and read accents of TeX', () => {
    expect(of('depth $\\alpha_{x}\\to\\infty$ width')).toEqual(['depth', 'width']);
    expect(of('{\\em replica} Schr\\"odinger')).toEqual(['replica', 'schrodinger', 'replica schrodinger']);
    expect(of('kernels at https://example.org/deep/learning')).toEqual(['kernel']);
  });

  test('read hyphens as the space they stand for', () => {
    expect(of('self-supervised')).toEqual(['self', 'supervised', 'self supervised']);
  });

  test('count twice in a title', () => {
    expect(countTerms({ title: 'Grokking', abstract: 'grokking grokking' }).get('grokking')).toBe(4);
  });

  test('are told as the paper writes them, names with their capitals', () => {
    const paper = { title: 'Feature Learning in ReLU Networks', abstract: 'Self-supervised LLMs learn.' };
    const terms = ['feature learning', 'relu network', 'self supervised', 'llm'];
    expect(asWritten(paper, terms)).toEqual(['feature learning', 'ReLU networks', 'self-supervised', 'LLMs']);
  });

  test('are found in any text, however odd, and always told', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ maxLength: 300 }),
        (title, abstract) => {
          const terms = [...countTerms({ title, abstract }).keys()].slice(0, 5);
          for (const told of asWritten({ title, abstract }, terms)) expect(told).not.toBe('');
        }
      )
    );
  });

  test('are found in a very long text in little time', () => {
    const before = performance.now();
    countTerms({ title: '$'.repeat(50_000), abstract: 'a-'.repeat(500_000) });
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

test('a dictionary counts what it knows just as all terms are counted', () => {
  const word = fc.constantFrom(
    'neural',
    'networks',
    'Networks',
    'the',
    'ReLU',
    '$x^2$',
    'deep',
    '7',
    'Deep',
    '.',
    '-'
  );
  const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
  const paper = fc.record({ title: text, abstract: text });
  fc.assert(
    fc.property(paper, paper, (learnt, asked) => {
      const known = [...countTerms(learnt).keys()];
      const { terms, counts } = countKnown(asked, dictionaryOf(new Map(known.map((term, at) => [term, at]))));
      const counted = Object.fromEntries(terms.map((term, at) => [known[term], counts[at]]));
      const all = Object.entries(Object.fromEntries(countTerms(asked)));
      expect(counted).toEqual(Object.fromEntries(all.filter(([term]) => known.includes(term))));
    })
  );
});
