import { spend, type Limit } from '#platform/limits.server.ts';
import type { TooMany } from '../../failures.ts';

/** Requests of one account, by whatever tokens. */
const pace: Limit = {
  name: 'api',
  times: 1200,
  seconds: 60,
  says: 'You ask too often.'
};

/**
 * Counts a request, and tells the client how many are left (draft-ietf-httpapi-ratelimit-headers).
 * @throws TooMany, with the headers set all the same
 */
export async function limitHeaders(headers: Headers, accountId: string): Promise<void> {
  headers.set('ratelimit-policy', `"${pace.name}";q=${pace.times};w=${pace.seconds}`);
  const { times, seconds } = await spend(pace, accountId);
  headers.set('ratelimit', `"${pace.name}";r=${times};t=${seconds}`);
}

/** Tells the client that none is left, and until when. */
export function isSpent(headers: Headers, { retryAfter }: TooMany): void {
  headers.set('ratelimit', `"${pace.name}";r=0;t=${retryAfter}`);
}
