import { createHash } from 'node:crypto';
import { Failure } from '../../failures.ts';

/** An answer with the tag of its content; without the content when the client has it already (RFC 9110, 13.1.2). */
export async function tagged(request: Request, response: Response): Promise<Response> {
  const body = await response.text();
  const etag = etagOf(body);
  const headers = new Headers(response.headers);
  headers.set('etag', etag);
  headers.set('cache-control', 'private, no-cache');
  if (!names(request.headers.get('if-none-match'), etag))
    return new Response(body, { status: response.status, headers });
  headers.delete('content-type');
  return new Response(null, { status: 304, headers });
}

/** Whether a change is to happen only to what the client saw (If-Match, RFC 9110, 13.1.1). */
export function isConditional({ method, headers }: Request): boolean {
  return headers.has('if-match') && !['GET', 'HEAD', 'POST'].includes(method);
}

/**
 * Refuses to change what is no longer as the client saw it.
 * @param current what there is now, read in the transaction of the change; null when it cannot be read
 * @throws Failure 412
 */
export async function refuseStale({ headers }: Request, current: Response | null): Promise<void> {
  const etag = current?.ok ? etagOf(await current.text()) : null;
  if (!etag || !names(headers.get('if-match'), etag))
    throw new Failure(412, 'This has changed since you read it, so nothing was done. Read it again first.');
}

function etagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

function names(header: string | null, etag: string): boolean {
  if (!header) return false;
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
