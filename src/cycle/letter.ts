import type { Often } from '#cycle/cycle.ts';
import { oneLine } from '#platform/lettershown.ts';
import { moment, writtenMoment } from '#ui/moment.ts';

/** What a digest tells one reader. */
export interface News {
  proposed: { id: string; title: string; proposer: string }[];
  /** Ballots that are open and that the reader has not voted on. */
  voting: { id: string; title: string; closesAt: Date }[];
  /** Proposals that leave the queue unless somebody keeps them. */
  asked: { id: string; title: string; leavesAt: Date | null }[];
  meeting: { id: string; title: string; startsAt: Date; papers: string[] } | null;
  isMeetingNear: boolean;
  /** What the reader leads. */
  leading: { title: string; startsAt: Date }[];
  /** What others ask the reader to lead. */
  swaps: { title: string; startsAt: Date; askedBy: { name: string } }[];
  /** What the reader is to do. */
  tasks: { text: string; dueOn: string | null; noteId: string }[];
}

interface About {
  group: { groupName: string; groupSlug: string; timezone: string };
  /** The address of this installation. */
  home: string;
  every: Often;
  /** IANA zone of the reader's, if they chose one. */
  zone: string | null;
}

const mostOfAKind = 10;

/** The digest as a letter; null when there is nothing to say. A meeting alone is worth one a week, when it is near. */
export function letterOf(
  news: News,
  { group, home, every, zone }: About
): { subject: string; text: string } | null {
  const { proposed, voting, asked, meeting, leading, swaps, tasks, isMeetingNear } = news;
  const mine = voting.length + asked.length + leading.length + swaps.length + tasks.length;
  const isWorthIt = proposed.length + mine > 0 || (every === 'weekly' && isMeetingNear);
  if (!isWorthIt) return null;
  const { groupName, groupSlug, timezone } = group;
  const here = `${home}/g/${groupSlug}`;
  const at = (when: Date) => writtenMoment(when, timezone, zone, 'short');
  const parts = [
    part('Your vote is still open', voting, ({ id, title, closesAt }) => [
      `${title}, until ${at(closesAt)}`,
      `${here}/ballots/${id}`
    ]),
    part('You lead', leading, ({ title, startsAt }) => [`${title}, ${at(startsAt)}`]),
    part('You are asked to lead', swaps, ({ title, startsAt, askedBy }) => [
      `${title}, ${at(startsAt)}, instead of ${askedBy.name}`,
      `${here}/meetings`
    ]),
    part('You said you would', tasks, ({ text, dueOn, noteId }) => [
      `${text}${dueOn ? ` (by ${dueOn})` : ''}`,
      `${here}/notes/${noteId}`
    ]),
    part('Nobody wanted these for weeks. Keep them?', asked, ({ id, title, leavesAt }) => [
      `${title}${leavesAt ? `, leaves ${moment(leavesAt, timezone, 'date')}` : ''}`,
      `${here}/queue/${id}`
    ]),
    part('The next meeting', meeting ? [meeting] : [], ({ id, title, startsAt, papers }) => [
      `${title}, ${at(startsAt)}`,
      ...papers,
      `${here}/meetings/${id}`
    ]),
    part('Proposed since the last digest', proposed, ({ id, title, proposer }) => [
      `${title} (${proposer})`,
      `${here}/queue/${id}`
    ])
  ];
  return {
    subject: `${oneLine(groupName)}: ${mine > 0 ? 'what is asked of you, and ' : ''}what is new`,
    text: parts.filter((text) => text !== '').join('\n\n')
  };
}

function part<One>(heading: string, all: readonly One[], lines: (one: One) => string[]): string {
  if (all.length === 0) return '';
  const shown = all.slice(0, mostOfAKind).map((one) => {
    const [first, ...rest] = lines(one).map(oneLine);
    return [`• ${first}`, ...rest.map((line) => `  ${line}`)].join('\n');
  });
  const more = all.length - shown.length;
  return [`${heading}:`, ...shown, ...(more > 0 ? [`… and ${more} more.`] : [])].join('\n');
}
