import * as groups from '#groups/groups.server.ts';
import * as queue from '#queue/queue.server.ts';
import { api } from '#routes/answer.server.ts';
import type { RequestEvent } from './$types';

export const GET = api(async ({ params }: RequestEvent, account) => {
  const member = await groups.enter(account, params.group);
  const queues = await queue.queues(member);
  return {
    queues: queues.map(({ id, name, waiting, closedAt }) => ({ queueId: id, name, waiting, closedAt }))
  };
});
