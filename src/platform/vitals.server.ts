import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { config } from '#platform/config.server.ts';
import { isLeaving } from '#platform/leaving.ts';
import { metrics } from '#platform/metrics.server.ts';
import { health } from '#platform/pulse.server.ts';

/*
 * What machines ask of a process, whatever it does otherwise: whether it lives, whether to send people to it, and
 * what it counts.
 */

/** The answer to one of their questions; undefined when it is none of them, or the metrics are not for the asker. */
export async function vital(request: IncomingMessage, isServing: boolean): Promise<Answer | undefined> {
  const path = request.url?.split('?', 1)[0];
  if (path === '/healthz') return plain(200, 'ok');
  if (path === '/readyz') return readiness(isServing);
  if (path === '/metrics' && mayRead(request))
    return { status: 200, type: metrics().contentType, body: await metrics().metrics() };
  return undefined;
}

export interface Answer {
  status: number;
  type: string;
  body: string;
}

export function send(response: ServerResponse, { status, type, body }: Answer): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

function readiness(isServing: boolean): Answer {
  if (isLeaving()) return plain(503, 'This instance is stopping.');
  if (!isServing) return plain(503, 'This instance is starting.');
  return health() === 'answers' ? plain(200, 'ready') : plain(503, 'The database does not answer.');
}

/** An answer of one line of text. */
export function plain(status: number, line: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: `${line}\n` };
}

/** For Prometheus, with `Authorization: Bearer` and the operator's token. To everyone else the page is not there. */
function mayRead({ headers }: IncomingMessage): boolean {
  const { metricsToken } = config();
  return Boolean(metricsToken) && isSame(headers.authorization ?? '', `Bearer ${metricsToken}`);
}

/** Compares in a time that tells nothing of where the difference lies. */
function isSame(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(left!, right!);
}
