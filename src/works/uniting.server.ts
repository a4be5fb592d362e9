import * as ballots from '#ballots/ballots.server.ts';
import * as meetings from '#meetings/meetings.server.ts';
import * as notes from '#notes/notes.server.ts';
import * as papers from '#papers/papers.server.ts';
import { transaction, type Transaction } from '#platform/database.server.ts';
import { requestJob } from '#platform/jobs.server.ts';
import * as queue from '#queue/queue.server.ts';

/** Milliseconds after which it is tried again to unite papers that stand on one ballot. */
const pause = 60 * 60_000;

/**
 * Makes one paper of two that are the same work, in one transaction: proposals, interest, agenda items, notes and what
 * cites them, listings, who has seen and read it; links to the paper that goes lead to the one that stays. While both
 * stand on ballots of one group that have not closed it waits, since nobody's vote can be moved.
 * @returns whether they are one now
 */
export async function unite(double: papers.Double): Promise<boolean> {
  return transaction(async (tx) => {
    if (!(await papers.lockDouble(tx, double))) return true;
    const { goes, stays } = double;
    if (!(await joinProposals(tx, double))) {
      const at = new Date(Date.now() + pause);
      await requestJob(papers.uniting, { ...double }, { at, within: tx, key: goes });
      return false;
    }
    await queue.handOver(tx, goes, stays);
    await meetings.handOver(tx, goes, stays);
    await notes.handOver(tx, goes, stays);
    await papers.absorb(tx, double);
    return true;
  });
}

/** Of two that wait in one queue the one that is voted on stays, or the earlier. @returns false when both are voted on */
async function joinProposals(tx: Transaction, { goes, stays }: papers.Double): Promise<boolean> {
  const twice = await queue.proposedTwice(tx, goes, stays);
  if (twice.length === 0) return true;
  const voted = await ballots.underVote(
    twice.flatMap(({ earlier, later }) => [earlier, later]),
    tx
  );
  if (twice.some(({ earlier, later }) => voted.has(earlier) && voted.has(later))) return false;
  for (const { earlier, later } of twice) {
    await queue.join(
      tx,
      voted.has(later) ? { goes: earlier, stays: later } : { goes: later, stays: earlier }
    );
  }
  return true;
}
