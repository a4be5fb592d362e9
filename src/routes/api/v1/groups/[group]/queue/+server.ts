import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import * as groups from '#groups/groups.server.ts';
import * as queue from '#queue/queue.server.ts';
import { NominationForm } from '#queue/queue.ts';
import { api, readJson } from '#routes/answer.server.ts';
import type { RequestEvent } from './$types';

const Nomination = v.pick(NominationForm, ['paper', 'pitch', 'queue']);

export const GET = api(async ({ params, url }: RequestEvent, account) => {
  const member = await groups.enter(account, params.group);
  const nominations = await queue.waiting(member, url.searchParams.get('queue') ?? undefined);
  return {
    nominations: nominations.map(
      ({ id, paperId, title, authors, pitch, proposer, proposedAt, interest }) => ({
        ...{ nominationId: id, paperId, title, authors, pitch, proposedBy: proposer },
        ...{ proposedAt, interest }
      })
    )
  };
});

export const POST = api(async ({ params, request }: RequestEvent, account) => {
  const member = await groups.enter(account, params.group);
  const { paper, pitch, queue: into } = await readJson(Nomination, request);
  return json(await queue.nominate(member, paper, pitch, into), { status: 201 });
});
