import type { Touch } from '#suggestions/suggestions.ts';
import type { Touched } from '#suggestions/taste.ts';
import { seeded } from '../../support/random.ts';
import { normal, subjects, type SimulatedPaper } from './world.ts';

/** A made-up group that reads in a world. */
export interface SimulatedGroup {
  /** Whether the group would want to discuss a paper, if it looked at it: the truth to be found. */
  wants(paper: SimulatedPaper): boolean;
  wish(paper: SimulatedPaper): number;
  /** What the group does on days in a row. */
  live(days: readonly (readonly SimulatedPaper[])[]): Touched[];
}

/** Of all papers, those that a group wants. */
const wanted = 0.1;
/** What no text shows: a name, a mood, somebody's thesis. */
const whim = 1;
/** Of wanted papers, those that somebody notices; of the day's most upvoted quarter, more. */
const noticed = { usually: 0.4, upvoted: 0.8 };
/** A day on which somebody proposes what the others do not want. */
const hobbyHorse = 0.3;

/**
 * @param following how much the group cares for what everybody values, against 1 for its own subjects
 * @param papers all of its world, to know which are the best tenth for it
 */
export function simulatedGroup(
  seed: number,
  following: number,
  papers: readonly SimulatedPaper[]
): SimulatedGroup {
  const random = seeded(seed);
  const loved = new Map(
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => [
      Math.floor(random() * subjects),
      0.5 + 0.5 * random()
    ])
  );
  const taste = (paper: SimulatedPaper) =>
    [...paper.mix].reduce((sum, [subject, share]) => sum + share * (loved.get(subject) ?? 0), 0);
  const scale = deviation(papers.map(taste));
  const wishes = new Map(
    papers.map((paper) => [paper, taste(paper) / scale + following * paper.quality + whim * normal(random)])
  );
  const wish = (paper: SimulatedPaper) => wishes.get(paper)!;
  const line = [...wishes.values()].sort((a, b) => b - a)[Math.floor(papers.length * wanted)]!;
  const wants = (paper: SimulatedPaper) => wish(paper) > line;
  return { wants, wish, live: (days) => live(days, wants, wish, random) };
}

function live(
  days: readonly (readonly SimulatedPaper[])[],
  wants: SimulatedGroup['wants'],
  wish: SimulatedGroup['wish'],
  random: () => number
): Touched[] {
  const touched: Touched[] = [];
  let waiting: { paper: SimulatedPaper; touch: Touched }[] = [];
  days.forEach((papers, at) => {
    const on = new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10);
    const upvoted = new Set([...papers].sort((a, b) => b.upvotes - a.upvotes).slice(0, papers.length / 4));
    const propose = (paper: SimulatedPaper, kind: Touch) => {
      const touch = { id: paper.id, title: paper.title, abstract: paper.abstract, kind, on };
      touched.push(touch);
      waiting.push({ paper, touch });
    };
    for (const paper of papers) {
      const seen = random() < (upvoted.has(paper) ? noticed.upvoted : noticed.usually);
      if (seen && wants(paper)) propose(paper, random() < 0.5 ? 'wanted' : 'proposed');
    }
    const odd = papers[Math.floor(random() * papers.length)]!;
    if (random() < hobbyHorse && !wants(odd)) propose(odd, random() < 0.3 ? 'withdrawn' : 'proposed');
    if (at % 7 === 6) waiting = meet(waiting, wish, random);
  });
  return touched;
}

/** Once a week: what is wanted most is discussed, the next two are approved; all others wait on. */
function meet(
  waiting: { paper: SimulatedPaper; touch: Touched }[],
  wish: SimulatedGroup['wish'],
  random: () => number
) {
  const standing = waiting
    .filter(({ touch }) => touch.kind !== 'withdrawn')
    .map((one) => ({ one, liked: wish(one.paper) + normal(random) }))
    .sort((a, b) => b.liked - a.liked);
  standing.slice(0, 3).forEach(({ one }, place) => (one.touch.kind = place === 0 ? 'discussed' : 'approved'));
  return standing.slice(1).map(({ one }) => one);
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
