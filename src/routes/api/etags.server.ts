import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { Failure } from '../../failures.ts';

/** An answer with the tag of its content; without the content when the client has it already (RFC 9110, 13.1.2). */
export async function tagged(request: Request, response: Response): Promise<Response> {
  const body = await response.text();
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = new Headers(response.headers);
  headers.set('etag', etag);
  headers.set('cache-control', 'private, no-cache');
  if (!names(request.headers.get('if-none-match'), etag))
    return new Response(body, { status: response.status, headers });
  headers.delete('content-type');
  return new Response(null, { status: 304, headers });
}

/**
 * Refuses to change what is no longer as the client saw it (If-Match, RFC 9110, 13.1.1). It is looked at right before the
 * change: a change by somebody else in the same instant is not seen, as with any look before a leap.
 * @throws Failure 412
 */
export async function refuseStale({ request, fetch, url }: RequestEvent, method: string): Promise<void> {
  const wanted = request.headers.get('if-match');
  if (!wanted || method === 'GET' || method === 'POST') return;
  const authorization = request.headers.get('authorization') ?? '';
  const current = await fetch(url.pathname, { headers: { authorization } });
  const etag = current.headers.get('etag');
  if (!current.ok || !etag || !names(wanted, etag))
    throw new Failure(412, 'This has changed since you read it, so nothing was done. Read it again first.');
}

function names(header: string | null, etag: string): boolean {
  if (!header) return false;
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
