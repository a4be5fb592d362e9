import { seeded } from '../../support/random.ts';

/* A made-up language: words as people could speak them, as frequent as in language, roughly (Zipf's law). */

/** Different words; the lower a word's number, the commoner it is in what `sentence` makes. */
export const mostWords = 40_000;
const unevenness = 4;

const [consonants, vowels] = ['bdfgklmnprstvz', 'aeiou'];

/** The word of a number: of two or three syllables. */
export function word(number: number): string {
  let [left, made] = [number + 100, ''];
  while (left > 0) {
    made += consonants[left % 14]! + vowels[Math.floor(left / 14) % 5]!;
    left = Math.floor(left / 70);
  }
  return `${made}x`;
}

const all = Array.from({ length: mostWords }, (_, number) => word(number));

/** So many words. @param random from 0 to 1 */
export function sentence(random: () => number, length: number): string {
  return Array.from({ length }, () => all[Math.floor(mostWords * random() ** unevenness)]).join(' ');
}

/** A source of whole numbers below a limit, the same for the same seed. */
export function drawing(seed: number): (limit: number) => number {
  const random = seeded(seed);
  return (limit) => Math.floor(random() * limit);
}
