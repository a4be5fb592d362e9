import { error, redirect } from '@sveltejs/kit';
import * as notes from '#notes/notes.server.ts';
import { Failure } from '../../../failures.ts';
import type { RequestHandler } from './$types';

/** The address of a note that citations use: it names no group, and leads to the note for whoever may read it. */
export const GET: RequestHandler = async ({ params, locals, url }) => {
  if (!locals.account) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
  const found = await notes.enter(locals.account, params.id).catch((failure: unknown) => {
    if (failure instanceof Failure) error(failure.status, failure.message);
    throw failure;
  });
  redirect(303, `/g/${found.groupSlug}/notes/${params.id}`);
};
