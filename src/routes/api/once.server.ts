import type { RequestEvent } from '@sveltejs/kit';
import * as accounts from '#accounts/accounts.server.ts';
import { problem } from '#routes/answer.server.ts';
import { Failure, Invalid } from '../../failures.ts';

const longestKey = 200;

/**
 * Does the work of a request; when it is a POST with an `Idempotency-Key`, once however often it comes, with the same
 * answer. What went wrong on our side may be tried again.
 */
export async function once(
  event: RequestEvent,
  method: string,
  tokenId: string,
  body: string,
  operate: () => Promise<Response>
): Promise<Response> {
  const key = event.request.headers.get('idempotency-key');
  if (method !== 'POST' || key === null) return operate();
  if (key === '' || key.length > longestKey)
    throw new Invalid({ 'Idempotency-Key': `A key has 1 to ${longestKey} characters.` });
  const request = { tokenId, key, request: `${method} ${event.url.pathname}${event.url.search}\n${body}` };
  const earlier = await accounts.claim(request);
  if (earlier) return again(earlier);
  const response = await operate().catch(async (failure: unknown) => {
    if (failure instanceof Failure) return problem(failure, event);
    await accounts.release(request);
    throw failure;
  });
  await accounts.keepAnswer(request, { status: response.status, body: await response.clone().text() });
  return response;
}

function again({ status, body }: accounts.Given): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return new Response(status === 204 ? null : body, {
    status,
    headers: { 'idempotent-replayed': 'true', ...(status !== 204 && { 'content-type': type }) }
  });
}
