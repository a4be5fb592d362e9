import { eq } from 'drizzle-orm';
import type { Member } from '#groups/groups.ts';
import { database } from '#platform/database.server.ts';
import { find } from '#queue/finding.server.ts';
import type { Waiting } from '#queue/queue.ts';
import { nomination } from '#queue/schema.ts';
import { detailsOf } from '#queue/waiting.server.ts';

export {
  choose,
  firstOffers,
  hold,
  holdUntil,
  letGo,
  putBack,
  takeOfferBack
} from '#queue/choosing.server.ts';
export { followed, type Followed } from '#queue/followed.server.ts';
export { like, liking, showInterest, unlike, withdrawInterest } from '#queue/interest.server.ts';
export { handOver, join, proposedTwice } from '#queue/joining.server.ts';
export { bringBack, jobs, keep, setSpans, spans, tend, type Spans } from '#queue/keeping.server.ts';
export { endLock, lockQueue, shortlist, shortlistOf } from '#queue/locking.server.ts';
export { merge, twinsOf } from '#queue/merging.server.ts';
export { abstractOf, editPitch, nominate, withdraw } from '#queue/nominating.server.ts';
export {
  closeQueue,
  makeQueue,
  openQueue,
  openQueues,
  placeQueue,
  queues,
  renameQueue,
  reopenQueue
} from '#queue/queues.server.ts';
export { happenedSince, happenings, historyOf } from '#queue/record.server.ts';
export { search, searchLike, type FoundSaying } from '#queue/searching.server.ts';
export { setOrder, sort } from '#queue/sorting.server.ts';
export { proposalsOf, standing } from '#queue/standing.server.ts';
export { lookForLead, moveTo, offerLead, pin, setReading, snooze, wake } from '#queue/tending.server.ts';
export {
  comment,
  editComment,
  removeComment,
  thread,
  threadPage,
  type Comment
} from '#queue/thread.server.ts';
export { choices, queuePage, queueView, waiting, type QueueView } from '#queue/waiting.server.ts';

/** A nomination in whatever state, with how it came out of the queue if it is out. */
export interface Viewed extends Waiting {
  chosenAt: Date | null;
  withdrawnAt: Date | null;
  withdrawnFor: 'unwanted' | 'merged' | null;
  joinedId: string | null;
}

/** One nomination of the group. @throws NotFound */
export async function view(member: Member, nominationId: string): Promise<Viewed> {
  const { id } = await find(member, nominationId);
  const [[details], [state]] = await Promise.all([
    detailsOf(member, [id]),
    database()
      .select({
        chosenAt: nomination.chosenAt,
        withdrawnAt: nomination.withdrawnAt,
        withdrawnFor: nomination.withdrawnFor,
        joinedId: nomination.joinedId
      })
      .from(nomination)
      .where(eq(nomination.id, id))
  ]);
  return { ...details!, ...state! };
}
