import { redirect } from '@sveltejs/kit';
import * as accounts from '#accounts/accounts.server.ts';
import { keepAttempt, nextPage } from '#routes/visiting.server.ts';
import { Failure } from '../../failures.ts';
import type { RequestHandler } from './$types';

/** On the way to the identity provider: a link, since a form may lead to no other site (`form-action`). */
export const GET: RequestHandler = async (event) => {
  const intent = event.url.searchParams.has('again') ? 'again' : 'sign-in';
  const visit = accounts.visitProvider(
    intent,
    nextPage(event.url),
    event.url.origin,
    event.getClientAddress()
  );
  const begun = await visit.catch((failure: unknown) => {
    if (failure instanceof Failure) return null;
    throw failure;
  });
  if (!begun) redirect(303, '/sign-in?done=provider');
  keepAttempt(event, begun.attemptId);
  redirect(303, begun.url);
};
