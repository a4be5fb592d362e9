import { error } from '@sveltejs/kit';
import * as queue from '#queue/queue.server.ts';
import { Failure } from '../../../../../../failures.ts';
import { abstract } from '../../../rendered.server.ts';
import type { RequestHandler } from './$types';

/** One abstract as safe HTML, fetched when it is opened: fifty of them would make the queue's page heavy. */
export const GET: RequestHandler = async ({ params, locals }) => {
  try {
    const member = await locals.enter(params.group);
    const html = abstract(await queue.abstractOf(member, params.nomination));
    return new Response(html, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, max-age=3600' }
    });
  } catch (failure) {
    if (failure instanceof Failure) error(failure.status, failure.message);
    throw failure;
  }
};
