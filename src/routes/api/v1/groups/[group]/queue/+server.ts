import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import * as groups from '#groups/groups.server.ts';
import * as queue from '#queue/queue.server.ts';
import { NominationForm } from '#queue/queue.ts';
import { api, readJson } from '#routes/answer.server.ts';
import type { RequestEvent } from './$types';

const Nomination = v.pick(NominationForm, ['paper', 'pitch']);

export const GET = api(async ({ params }: RequestEvent, account) => {
  const member = await groups.enter(account, params.group);
  const nominations = await queue.waiting(member);
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
  const { paper, pitch } = await readJson(Nomination, request);
  return json(await queue.nominate(member, paper, pitch), { status: 201 });
});
