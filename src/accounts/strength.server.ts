import type { MatchExtended, ZxcvbnFactory, ZxcvbnResult } from '@zxcvbn-ts/core';

/** Below this a password falls to somebody who guesses in the order people choose (Wheeler 2016): 10^8 guesses. */
const enough = 3;
// The estimate takes longer the longer the text, and what is longer is not weaker.
const mostCharacters = 72;

let estimator: Promise<ZxcvbnFactory> | undefined;

/** Why a password is easy to guess, as a sentence; null when it is not. */
export async function weaknessOf(password: string, about: string[]): Promise<string | null> {
  const known = about
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .filter((word) => word.length > 2);
  if (restWithout(known, password).length < 6) return `${easy} ${aboutYou}`;
  const result = (await (estimator ??= load())).check(password, ['colloquy', ...known]);
  return result.score >= enough ? null : `${easy} ${reasonOf(result)}`;
}

const easy = 'This password is easy to guess:';

function restWithout(words: string[], password: string): string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, word) => rest.replaceAll(word.toLowerCase(), ''), password.toLowerCase());
}

/** The lists weigh a megabyte: they are read when the first password is chosen, on the server alone. */
async function load(): Promise<ZxcvbnFactory> {
  const [core, common] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]);
  return new core.ZxcvbnFactory({
    dictionary: common.dictionary,
    graphs: common.adjacencyGraphs,
    maxLength: mostCharacters,
    l33tMaxSubstitutions: 30
  });
}

function reasonOf({ feedback, sequence }: ZxcvbnResult): string {
  const known = feedback.warning ? reasons[feedback.warning] : undefined;
  return (
    known ?? patterns[weakestOf(sequence)] ?? 'add a few more words that have nothing to do with each other.'
  );
}

function weakestOf(sequence: MatchExtended[]): string {
  const longest = [...sequence].sort((a, b) => b.token.length - a.token.length)[0];
  return longest?.pattern ?? '';
}

const common = 'it is, or nearly is, one that many people use.';
const aboutYou = 'it is made of your name, your address or the name of this place.';

const reasons: Record<string, string> = {
  straightRow: 'it is a row of keys on the keyboard.',
  keyPattern: 'it is a short walk over the keyboard.',
  simpleRepeat: 'it repeats one character.',
  extendedRepeat: 'it repeats the same few characters.',
  sequences: 'it counts up or down, like abc or 6543.',
  recentYears: 'it is little more than a year.',
  dates: 'it is little more than a date.',
  topTen: common,
  topHundred: common,
  common,
  similarToCommon: common,
  wordByItself: 'it is one word.',
  namesByThemselves: 'it is a name.',
  commonNames: 'it is a common name.',
  userInputs: aboutYou
};

const patterns: Record<string, string> = {
  dictionary: 'it is made of one or two common words.',
  spatial: 'it is a short walk over the keyboard.',
  repeat: 'it repeats itself.',
  sequence: 'it counts up or down, like abc or 6543.',
  date: 'it is little more than a date.'
};
