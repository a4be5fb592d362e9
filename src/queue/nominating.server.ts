import { and, eq } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import * as papers from '#papers/papers.server.ts';
import { paper } from '#papers/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { changed } from '#queue/changed.ts';
import { isShortlisted } from '#queue/locking.server.ts';
import { allowOwn, find, holdWaiting, waits } from '#queue/finding.server.ts';
import { carryInterest } from '#queue/joining.server.ts';
import { openQueue } from '#queue/queues.server.ts';
import { record } from '#queue/record.server.ts';
import { nomination, queue } from '#queue/schema.ts';
import * as webhooks from '#webhooks/webhooks.server.ts';
import { Conflict, NotFound } from '../failures.ts';

/**
 * Proposes a paper to a queue of the group: the one named, or the first.
 * @param paperText anything one can paste: an id, an address, a DOI
 * @throws Conflict when the paper waits in the group already, in which queue ever; its `see` leads to the earlier
 *   nomination. Also when the queue is closed.
 */
export async function nominate(
  member: Member,
  paperText: string,
  pitch: string,
  queueId: string | undefined = undefined
): Promise<{ nominationId: string; paperId: string; queueId: string }> {
  allow(member, 'nomination.make');
  return transaction(async (tx) => {
    const taken = await papers.take(paperText, tx);
    const into = await openQueue(tx, member.groupId, queueId);
    const nominationId = newId();
    const [made] = await tx
      .insert(nomination)
      .values({
        id: nominationId,
        groupId: member.groupId,
        queueId: into.id,
        paperId: taken.id,
        proposedBy: member.accountId,
        pitch,
        arxivVersion: taken.arxivVersion
      })
      .onConflictDoNothing()
      .returning({ id: nomination.id });
    if (!made) throw await waitsAlready(tx, member, taken);
    await carryInterest(tx, member.groupId, taken.id, nominationId);
    await webhooks.tell(tx, member.groupId, {
      type: 'nomination.made',
      title: taken.title,
      path: `/g/${member.groupSlug}/queue/${nominationId}`,
      facts: { nominationId, paperId: taken.id }
    });
    await publish(changed(member.groupId), tx);
    return { nominationId, paperId: taken.id, queueId: into.id };
  });
}

async function waitsAlready(
  tx: Transaction,
  member: Member,
  { id, title }: { id: string; title: string }
): Promise<Conflict> {
  const earlier = await waitingOf(tx, member.groupId, id);
  if (!earlier) return new Conflict('Somebody changed this proposal at the same moment. Please try again.');
  const sentence = `“${title}” is in ${nameInSentence(earlier.queueName)} already: ${earlier.proposer} proposed it.`;
  return new Conflict(sentence, { paper: sentence }, `/g/${member.groupSlug}/queue/${earlier.id}`);
}

/** The nomination of a paper that waits in a group. */
export async function waitingOf(tx: Transaction, groupId: string, paperId: string) {
  const [found] = await tx
    .select({ id: nomination.id, proposer: account.name, queueName: queue.name })
    .from(nomination)
    .innerJoin(queue, eq(queue.id, nomination.queueId))
    .innerJoin(account, eq(account.id, nomination.proposedBy))
    .where(and(eq(nomination.groupId, groupId), eq(nomination.paperId, paperId), waits));
  return found;
}

function nameInSentence(name: string): string {
  return name === 'Queue' ? 'the queue' : `the queue “${name}”`;
}

/**
 * Takes a nomination back: one's own, organisers any.
 * @throws Conflict when it waits no longer, or is on the shortlist of a queue that is locked
 */
export async function withdraw(member: Member, nominationId: string): Promise<void> {
  await change(member, nominationId, async (tx, { own, title }) => {
    allowOwn(member, own, 'nomination.withdraw.any');
    if (await isShortlisted(nominationId, tx))
      throw new Conflict(
        'The queue is locked, and this is on the shortlist of the coming ballot. It can be withdrawn once the ballot is open, or when an organiser unlocks the queue.'
      );
    if (!own) await accounts.record(tx, member, 'nomination.withdraw', { about: title });
    await tx.update(nomination).set({ withdrawnAt: new Date() }).where(eq(nomination.id, nominationId));
    await record(tx, member, nominationId, 'withdrawn');
  });
}

/** Writes the pitch of one's own nomination anew. @throws NotFound for somebody else's */
export async function editPitch(member: Member, nominationId: string, pitch: string): Promise<void> {
  allow(member, 'nomination.make');
  await change(member, nominationId, async (tx, { own }) => {
    if (!own) throw new NotFound('This proposal of yours');
    await tx.update(nomination).set({ pitch }).where(eq(nomination.id, nominationId));
  });
}

/** Changes a nomination that waits, locked, and tells the group. @throws NotFound, or Conflict when it waits no longer */
export async function change(
  member: Member,
  nominationId: string,
  act: (tx: Transaction, found: Awaited<ReturnType<typeof holdWaiting>>) => Promise<void>
): Promise<void> {
  await transaction(async (tx) => {
    await act(tx, await holdWaiting(tx, member, nominationId));
    await publish(changed(member.groupId), tx);
  });
}

/** The abstract of a nomination's paper. @throws NotFound outside the group */
export async function abstractOf(member: Member, nominationId: string): Promise<string> {
  const { paperId } = await find(member, nominationId);
  const [found] = await database()
    .select({ abstract: paper.abstract })
    .from(paper)
    .where(eq(paper.id, paperId));
  return found?.abstract ?? '';
}
