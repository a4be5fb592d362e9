import { isIPv6 } from 'node:net';
import { lt } from 'drizzle-orm';
import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible';
import { database } from '#platform/database.server.ts';
import type { Job } from '#platform/jobs.server.ts';
import { rateLimit } from '#platform/schema.ts';
import { TooMany } from '../failures.ts';

/* Limits on how often something may be tried. They are counted in PostgreSQL, so all instances count together. */

/** So many times within so many seconds from the first one on. */
export interface Limit {
  name: string;
  times: number;
  seconds: number;
  /** What a person reads when it is reached; how long to wait is added. */
  says: string;
}

/** What is left of a limit. */
export interface Left {
  times: number;
  /** Seconds until all of it is there again. */
  seconds: number;
}

/** Counts one try. @returns how many are left @throws TooMany when there were too many already */
export async function spend(limit: Limit, key: string): Promise<Left> {
  try {
    const { remainingPoints, msBeforeNext } = await limiter(limit).consume(key);
    return { times: remainingPoints, seconds: Math.ceil(msBeforeNext / 1000) };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new TooMany(seconds, `${limit.says} Try again in ${spoken(seconds)}.`);
  }
}

/** Takes one try back: it was not what the limit is about. */
export async function giveBack(limit: Limit, key: string): Promise<void> {
  await limiter(limit).reward(key);
}

/** Forgets all tries. */
export async function forgive(limit: Limit, key: string): Promise<void> {
  await limiter(limit).delete(key);
}

/** What counts as one visitor's address: IPv4 as it is, of IPv6 the 64 bits a provider gives to a household. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = (tail ?? '').split(':').filter(Boolean);
  if (tail !== undefined) groups.push(...Array<string>(8 - groups.length - rest.length).fill('0'), ...rest);
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** What limits do by themselves: counts that have run out are forgotten. */
export const jobs: Job[] = [{ name: 'limits.sweep', cron: '23 * * * *', run: sweep }];

async function sweep(): Promise<void> {
  await database().delete(rateLimit).where(lt(rateLimit.expire, new Date()));
}

function limiter({ name, times, seconds }: Limit): RateLimiterDrizzle {
  return new RateLimiterDrizzle({
    storeClient: database(),
    schema: rateLimit,
    keyPrefix: name,
    points: times,
    duration: seconds,
    clearExpiredByTimeout: false
  });
}

function spoken(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? 'a second' : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
