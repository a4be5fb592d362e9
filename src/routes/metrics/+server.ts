import { createHash, timingSafeEqual } from 'node:crypto';
import { config } from '#platform/config.server.ts';
import { metrics } from '#platform/metrics.server.ts';
import type { RequestHandler } from './$types';

/** For Prometheus, with `Authorization: Bearer` and the operator's token. To everyone else the page is not there. */
export const GET: RequestHandler = async ({ request }) => {
  const { metricsToken } = config();
  const given = request.headers.get('authorization') ?? '';
  if (!metricsToken || !isSame(given, `Bearer ${metricsToken}`)) return new Response(null, { status: 404 });
  return new Response(await metrics().metrics(), { headers: { 'content-type': metrics().contentType } });
};

/** Compares in a time that tells nothing of where the difference lies. */
function isSame(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(left!, right!);
}
