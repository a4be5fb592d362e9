import { describe, expect, test } from 'vitest';
import { likelihood, training } from '#suggestions/classifier.ts';
import { judgeOf, rank } from '#suggestions/ranking.ts';
import { fewestExamples, type Readable } from '#suggestions/suggestions.ts';
import { learn, type Taste, type Touched } from '#suggestions/taste.ts';
import { countTerms } from '#suggestions/terms.ts';
import { seeded } from '../support/random.ts';

const liking = ['grokking', 'feature learning', 'kernel limits', 'lazy regime', 'modular arithmetic'];
const passing = ['protein folding', 'image captioning', 'robot grasping', 'speech codecs', 'video diffusion'];
const filler = ['gradient', 'dataset', 'training', 'benchmark', 'model', 'loss', 'layer', 'token', 'sample'];

/** A paper about three of the subjects, with fillers that all papers have. */
function about(subjects: readonly string[], seed: number): Readable {
  const random = seeded(seed);
  const pick = (from: readonly string[], count: number) =>
    Array.from({ length: count }, () => from[Math.floor(random() * from.length)]!);
  const said = pick(subjects, 3);
  return {
    id: `${subjects === liking ? 'liked' : 'passed'}-${seed}`,
    title: `On ${said[0]} and ${pick(filler, 1)[0]}`,
    abstract: [...said, ...pick(filler, 6)].join(', ')
  };
}

const many = (subjects: readonly string[], count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => about(subjects, from + at + 1));
const touched: Touched[] = many(liking, 12).map((paper) => ({
  ...paper,
  kind: 'discussed',
  on: '2026-05-03'
}));
const passed = many(passing, 40);
const unseen = [...many(liking, 8, 500), ...many(passing, 8, 500)];

const taste = learn(touched, passed)!;
const texts = new Map([...touched, ...passed, ...unseen].map((paper) => [paper.id, paper]));

describe('a taste', () => {
  test('puts what is like the liked papers first', () => {
    const order = rank(judgeOf(taste), unseen);
    expect(order.slice(0, 8).map(({ paperId }) => paperId.split('-')[0])).toEqual(Array(8).fill('liked'));
    expect(order[0]!.score).toBeGreaterThan(0.5);
  });

  test('is the same whenever it is learnt from the same record', () => {
    expect(learn(touched, passed)).toEqual(taste);
  });

  test('survives being kept as JSON', () => {
    const kept = JSON.parse(JSON.stringify(taste)) as Taste;
    expect(rank(judgeOf(kept), unseen)).toEqual(rank(judgeOf(taste), unseen));
  });

  test('is absent when too little was liked, or too little passed over', () => {
    expect(learn(touched.slice(0, fewestExamples - 1), passed)).toBeNull();
    expect(learn(touched, passed.slice(0, fewestExamples - 1))).toBeNull();
    expect(learn(touched.slice(0, fewestExamples), passed.slice(0, fewestExamples))).not.toBeNull();
  });

  test('counts what was withdrawn against a paper, and never names it as a reason', () => {
    const withdrawn: Touched[] = many(['optimal transport'], 6).map((paper) => ({
      ...paper,
      id: `withdrawn-${paper.id}`,
      kind: 'withdrawn',
      on: '2026-05-04'
    }));
    const { terms, weights, past } = learn([...touched, ...withdrawn], passed)!;
    expect(weights[terms.indexOf('optimal transport')]).toBeLessThan(0);
    expect(past.map(({ id }) => id)).toEqual(touched.map(({ id }) => id));
  });
});

describe('a reason', () => {
  const order = rank(judgeOf(taste), unseen);

  test('names one to three terms that occur in both papers, none twice', () => {
    expect(order.length).toBeGreaterThan(7);
    for (const { paperId, reason } of order) {
      const [here, there] = [texts.get(paperId)!, texts.get(reason.like.paperId)!].map((paper) =>
        `${paper.title} ${paper.abstract}`.toLowerCase()
      );
      expect(reason.terms.length).toBeGreaterThan(0);
      expect(reason.terms.length).toBeLessThan(4);
      expect(new Set(reason.terms).size).toBe(reason.terms.length);
      for (const term of reason.terms) {
        expect(here).toContain(term);
        expect(there).toContain(term);
      }
    }
  });

  test('names the nearest paper of the past, with what the group did and when', () => {
    for (const { paperId, reason } of order.slice(0, 3)) {
      const { id, title } = texts.get(reason.like.paperId)!;
      expect(reason.like).toEqual({ paperId: id, title, kind: 'discussed', on: '2026-05-03' });
      const nearness = touched.map((past) => ({ id: past.id, near: cosine(texts.get(paperId)!, past) }));
      const nearest = Math.max(...nearness.map(({ near }) => near));
      expect(nearness.find(({ id }) => id === reason.like.paperId)!.near).toBeCloseTo(nearest, 3);
    }
  });

  test('is never the paper itself, and a paper like nothing of the past is not suggested', () => {
    expect(rank(judgeOf(taste), touched)).toEqual([]);
    const foreign = { id: 'foreign', title: 'Numismatics of Lydia', abstract: 'Coins and their hoards.' };
    expect(rank(judgeOf(taste), [foreign])).toEqual([]);
  });
});

test('the classifier tells apart what can be told apart', () => {
  const examples = [0, 1].flatMap((term) =>
    [0.6, 0.8].map((value) => ({
      vector: { terms: [term, 2], values: [value, Math.sqrt(1 - value * value)] },
      liked: term === 0,
      weight: 1
    }))
  );
  const steps = training(examples, 3);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { weights, bias } = step.value;
  for (const { vector, liked } of examples) {
    const height = vector.terms.reduce((sum, term, at) => sum + weights[term]! * vector.values[at]!, bias);
    expect(likelihood(height) > 0.5).toBe(liked);
  }
});

/** Cosine of two papers by the taste's idf. */
function cosine(one: Readable, two: Readable): number {
  const [a, b] = [one, two].map((paper) => {
    const weights = new Map<string, number>();
    for (const [term, count] of countTerms(paper)) {
      const number = taste.terms.indexOf(term);
      if (number >= 0) weights.set(term, (1 + Math.log(count)) * taste.idf[number]!);
    }
    return weights;
  });
  const dot = [...a!].reduce((sum, [term, value]) => sum + value * (b!.get(term) ?? 0), 0);
  return dot / Math.hypot(...a!.values()) / Math.hypot(...b!.values());
}
