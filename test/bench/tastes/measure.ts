import { judgeOf, rank } from '#suggestions/ranking.ts';
import { learn } from '#suggestions/taste.ts';
import { simulatedGroup, type SimulatedGroup } from './group.ts';
import { world, type SimulatedPaper } from './world.ts';

/** Shares of wanted papers among the first five of a day, by who ordered them. */
export interface Precision {
  learned: number;
  upvoted: number;
  chance: number;
  /** By the group's true wishes: what no order can exceed. */
  perfect: number;
  /** Papers with which the group's record spoke for its taste. */
  liked: number;
  /** Rank correlation of upvotes with the group's wishes. */
  correlation: number;
}

export interface Circumstances {
  seed: number;
  groups: number;
  /** How long each group has lived before it is asked. */
  days: number;
  following: number;
}

const daysAsked = 20;
const first = 5;
const mostPassed = 1_600;

/** How well groups of one world are suggested to, on days that none of them has lived through; means over groups. */
export function precisionAtFive({ seed, groups, days, following }: Circumstances): Precision {
  const all = world(seed, days + daysAsked);
  const [lived, asked] = [all.slice(0, days), all.slice(days)];
  const each = Array.from({ length: groups }, (_, at) =>
    ofGroup(simulatedGroup(seed * 1_000 + at, following, all.flat()), lived, asked)
  );
  const mean = (of: keyof Precision) => average(each.map((one) => one[of]));
  return {
    learned: mean('learned'),
    upvoted: mean('upvoted'),
    chance: mean('chance'),
    perfect: mean('perfect'),
    liked: mean('liked'),
    correlation: mean('correlation')
  };
}

function ofGroup(
  group: SimulatedGroup,
  lived: readonly SimulatedPaper[][],
  asked: readonly SimulatedPaper[][]
): Precision {
  const touched = group.live(lived);
  const known = new Set(touched.map(({ id }) => id));
  const passed = lived
    .flat()
    .filter(({ id }) => !known.has(id))
    .slice(-mostPassed);
  const taste = learn(touched, passed);
  const judge = taste && judgeOf(taste);
  const share = (papers: SimulatedPaper[]) => papers.slice(0, first).filter(group.wants).length / first;
  const learnt = (papers: SimulatedPaper[]) => {
    const byId = new Map(papers.map((paper) => [paper.id, paper]));
    return judge ? rank(judge, papers).map(({ paperId }) => byId.get(paperId)!) : [];
  };
  const over = (of: (papers: SimulatedPaper[]) => number) => average(asked.map(of));
  return {
    learned: over((papers) => share(learnt(papers))),
    upvoted: over((papers) => share(papers.toSorted((a, b) => b.upvotes - a.upvotes))),
    chance: over((papers) => papers.filter(group.wants).length / papers.length),
    perfect: over((papers) => share(papers.toSorted((a, b) => group.wish(b) - group.wish(a)))),
    liked: touched.filter(({ kind }) => kind !== 'withdrawn').length,
    correlation: correlation(asked.flat(), group)
  };
}

/** Spearman's. */
function correlation(papers: readonly SimulatedPaper[], group: SimulatedGroup): number {
  const ranks = (by: (paper: SimulatedPaper) => number) => {
    const sorted = papers.toSorted((a, b) => by(a) - by(b));
    return new Map(sorted.map((paper, rank) => [paper, rank]));
  };
  const [upvotes, wishes] = [ranks(({ upvotes }) => upvotes), ranks(group.wish)];
  const squares = papers.reduce((sum, paper) => sum + (upvotes.get(paper)! - wishes.get(paper)!) ** 2, 0);
  return 1 - (6 * squares) / (papers.length * (papers.length ** 2 - 1));
}

export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
