import type { Readable } from '#suggestions/suggestions.ts';
import { seeded } from '../../support/random.ts';

/*
 * A world of made-up papers: subjects with words of their own, papers that mix two of them, upvotes that follow
 * fashion, quality and chance. Nothing in it comes from real papers, and nothing was measured on real groups.
 */

/** A made-up paper, with what nobody in the world can see. */
export interface SimulatedPaper extends Readable {
  upvotes: number;
  /** How much of it is about each subject. */
  mix: ReadonlyMap<number, number>;
  /** What everybody would value in it; upvotes show some of it. */
  quality: number;
}

export const subjects = 30;
const papersADay = 40;
const technicalWords = 1_000;
const everydayWords = 800;
const wordsOfASubject = 80;
/** Of an abstract most words and a third of a title's are everyday words. */
const everydayShare = { title: 0.35, abstract: 0.6 };

/** Days of papers, the same for the same seed. */
export function world(seed: number, days: number): SimulatedPaper[][] {
  const random = seeded(seed);
  const words = pseudoWords(random, technicalWords + everydayWords);
  const everyday = words.slice(technicalWords);
  const own = Array.from({ length: subjects }, () =>
    Array.from({ length: wordsOfASubject }, () => words[Math.floor(random() * technicalWords)]!)
  );
  const fashion = own.map(() => normal(random));
  const paper = (id: string): SimulatedPaper => {
    const mix = mixture(random);
    const quality = normal(random);
    const text = (length: number, plain: number) =>
      Array.from({ length }, () => {
        if (random() < plain) return zipf(random, everyday);
        return zipf(random, own[drawn(random, mix)]!);
      }).join(' ');
    const inFashion = [...mix].reduce((sum, [subject, share]) => sum + share * fashion[subject]!, 0);
    return {
      id,
      title: text(7, everydayShare.title),
      abstract: text(120, everydayShare.abstract),
      // A median of about 4, as on the day at Hugging Face.
      upvotes: Math.round(Math.exp(1.4 + 0.5 * inFashion + 0.7 * quality + 0.5 * normal(random))),
      mix,
      quality
    };
  };
  return Array.from({ length: days }, (_, day) =>
    Array.from({ length: papersADay }, (_, at) => paper(`${day}-${at}`))
  );
}

/** A main subject and another one. */
function mixture(random: () => number): Map<number, number> {
  const [main, other] = [Math.floor(random() * subjects), Math.floor(random() * subjects)];
  const share = 0.55 + 0.4 * random();
  return main === other
    ? new Map([[main, 1]])
    : new Map([
        [main, share],
        [other, 1 - share]
      ]);
}

function drawn(random: () => number, mix: ReadonlyMap<number, number>): number {
  let left = random();
  for (const [subject, share] of mix) if ((left -= share) < 0) return subject;
  return mix.keys().next().value!;
}

/** The word of rank r comes about as often as 1/r. */
function zipf(random: () => number, words: readonly string[]): string {
  return words[Math.floor(words.length ** random()) - 1] ?? words[0]!;
}

function pseudoWords(random: () => number, count: number): string[] {
  const pick = (letters: string) => letters[Math.floor(random() * letters.length)]!;
  const made = new Set<string>();
  while (made.size < count) {
    const syllables = 2 + Math.floor(random() * 3);
    made.add(Array.from({ length: syllables }, () => pick('bdfgklmnprtvz') + pick('aeiou')).join(''));
  }
  return [...made];
}

/** A number of the standard normal distribution (Box and Muller 1958). */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
