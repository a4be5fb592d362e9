import type { Method, Rules } from '#ballots/rules.ts';

/** What each way to vote is called, and what it does, for who opens a ballot. */
export const methodWords: Record<Method, { name: string; does: string }> = {
  approval: {
    name: 'Approval',
    does: 'Everyone ticks every paper they would be glad to discuss; most ticks win. Quick, and hard to get wrong.'
  },
  ranked: {
    name: 'Ranking',
    does: 'Everyone puts the papers in order, ties allowed. The one that beats the others one against one wins.'
  },
  dots: {
    name: 'Dots',
    does: 'Everyone spreads a few dots, more on what they want more. Lets a few who care a lot be heard.'
  },
  score: {
    name: 'Scores',
    does: 'Everyone rates every paper; the highest total wins. Says how much, not only which.'
  }
};

/** What one does on a ballot, in a sentence or two. */
export function howTo(rules: Rules): string {
  switch (rules.method) {
    case 'approval':
      return 'Choose every paper you would be glad to discuss.';
    case 'dots':
      return `You have ${rules.budget} dots: more for what you want more, at most ${rules.most} for one paper. You need not give all.`;
    case 'ranked':
      return 'Number the papers in your order, 1 for the best. Equal numbers are fine. What you leave empty comes last, all of it equal.';
    case 'score':
      return `Give each paper 0 to ${rules.top} points. Without points it counts as 0.`;
  }
}

/** A count with what was counted: `7 dots`. */
export function counted(rules: Rules, points: number): string {
  const words = {
    approval: ['approval', 'approvals'],
    dots: ['dot', 'dots'],
    score: ['point', 'points'],
    ranked: ['vote prefers it to none', 'votes prefer it to none']
  }[rules.method];
  return `${points} ${points === 1 ? words[0] : words[1]}`;
}

/** What one gave an option: `rank 2`, `3 dots`. */
export function markInWords(rules: Rules, mark: number): string {
  return rules.method === 'ranked' ? `rank ${mark}` : counted(rules, mark);
}

/** The letter that stands for an option in a table too wide for titles; after Z come AA, AB, … */
export function letter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}
