import * as ballots from '#ballots/ballots.server.ts';
import type { Opening } from '#ballots/ballots.ts';
import { allow, type Member } from '#groups/groups.ts';
import { transaction } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';

/** Opens a ballot. @returns its id */
export async function ask(member: Member, opening: Opening): Promise<{ id: string }> {
  return ballots.open(member, opening);
}

/** Closes a ballot before its time; one that is closed already stays as it is. */
export async function closeNow(member: Member, ballotId: string): Promise<void> {
  allow(member, 'ballot.close');
  await ballots.view(member, ballotId);
  await transaction(async (tx) => {
    const now = new Date();
    const result = await ballots.close(tx, ballotId, now);
    if (result) await queue.choose(tx, result.winners, now);
  });
}
