import { and, eq, lt } from 'drizzle-orm';
import { device } from '#accounts/schema.ts';
import { hashOfSecret, newSecret } from '#accounts/secrets.server.ts';
import { config } from '#platform/config.server.ts';
import { database, type Database, type Transaction } from '#platform/database.server.ts';

/*
 * Browsers somebody has signed in with before. Limits on guessing one account's password slow unknown browsers only,
 * so that guessing does not lock its owner out (OWASP, "Slow Down Online Guessing Attacks with Device Cookies").
 */

const day = 24 * 60 * 60_000;
const keptDays = 365;

/** An id for a browser that has none yet. */
export const newDevice = newSecret;

/** Notes that somebody signed in with this browser. */
export async function rememberDevice(
  within: Database | Transaction,
  accountId: string,
  id: string
): Promise<void> {
  await within
    .insert(device)
    .values({ idHash: hashOfSecret(id), accountId })
    .onConflictDoUpdate({ target: [device.idHash, device.accountId], set: { lastUsedAt: new Date() } });
}

/** Whether somebody has signed in with this browser before. */
export async function isKnown(accountId: string, id: string | null): Promise<boolean> {
  if (!id) return false;
  const [found] = await database()
    .select({ accountId: device.accountId })
    .from(device)
    .where(and(eq(device.idHash, hashOfSecret(id)), eq(device.accountId, accountId)));
  return found !== undefined;
}

/** Forgets browsers that were not used for a year. */
export async function sweepDevices(): Promise<void> {
  await database()
    .delete(device)
    .where(lt(device.lastUsedAt, new Date(Date.now() - keptDays * day)));
}

/** Name and attributes of a cookie of ours that scripts cannot read: `__Host-` where there is https. */
export function cookieFor(name: 'device' | 'attempt', seconds: number) {
  const secure = config().origin?.startsWith('https:') ?? false;
  return {
    name: secure ? `__Host-${name}` : name,
    attributes: { path: '/', httpOnly: true, sameSite: 'lax' as const, secure, maxAge: seconds }
  };
}

/** The cookie that knows a browser again. */
export const deviceCookie = () => cookieFor('device', (keptDays * day) / 1000);
