import { json } from '@sveltejs/kit';
import * as notes from '#notes/notes.server.ts';
import { Failure } from '../../../../../failures.ts';
import type { RequestHandler } from './$types';

/** What the editor offers behind `[[`. */
export const GET: RequestHandler = async ({ params, locals, url }) => {
  try {
    const member = await locals.enter(params.group);
    return json(await notes.citable(member, url.searchParams.get('words') ?? ''));
  } catch (failure) {
    if (failure instanceof Failure) return json([], { status: failure.status });
    throw failure;
  }
};
