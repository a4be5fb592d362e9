import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import type { LinkPurpose } from '#accounts/accounts.ts';
import * as limits from '#accounts/limits.server.ts';
import { account, mailedLink } from '#accounts/schema.ts';
import { hashOfSecret, newSecret } from '#accounts/secrets.server.ts';
import { homeAddress } from '#platform/config.server.ts';
import { database, type Transaction } from '#platform/database.server.ts';
import { networkOf, spend } from '#platform/limits.server.ts';
import { Conflict } from '../failures.ts';

const hour = 60 * 60_000;
/** How long a link holds, in hours. */
export const hours: Record<LinkPurpose, number> = { verify: 72, change: 24, reset: 1 };

/** What a mailed link is for, for the page it opens. */
export interface Mailed {
  accountId: string;
  name: string;
  purpose: LinkPurpose;
  email: string;
}

/** Makes a link that works once. @returns its token, which is kept nowhere */
export async function makeLink(
  tx: Transaction,
  purpose: LinkPurpose,
  { accountId, email }: { accountId: string; email: string }
): Promise<string> {
  const secret = newSecret();
  await tx.insert(mailedLink).values({
    tokenHash: hashOfSecret(secret),
    purpose,
    accountId,
    email,
    expiresAt: new Date(Date.now() + hours[purpose] * hour)
  });
  return secret;
}

/**
 * The address of a page, for mails. It is never taken from a request: whoever sends one chooses its Host, and would
 * choose where somebody else's link leads.
 */
export function addressOf(path: string): string {
  return homeAddress() + path;
}

/** Counts a look at a mailed link or an invitation. @throws TooMany */
export async function countLink(from: string): Promise<void> {
  await spend(limits.linksTried, networkOf(from));
}

/** What a link would do; it stays unused. @throws Conflict when it does not hold */
export async function lookAtLink(token: string, purposes: readonly LinkPurpose[]): Promise<Mailed> {
  const [found] = await database()
    .select({
      accountId: mailedLink.accountId,
      name: account.name,
      purpose: mailedLink.purpose,
      email: mailedLink.email
    })
    .from(mailedLink)
    .innerJoin(account, eq(account.id, mailedLink.accountId))
    .where(holding(token));
  if (!found || !purposes.includes(found.purpose)) throw useless();
  return found;
}

/** Uses a link up. @throws Conflict when it does not hold; of two at once one is refused */
export async function takeLink(
  tx: Transaction,
  token: string,
  purpose: LinkPurpose
): Promise<{ accountId: string; email: string }> {
  const [taken] = await tx
    .update(mailedLink)
    .set({ usedAt: new Date() })
    .where(and(holding(token), eq(mailedLink.purpose, purpose)))
    .returning({ accountId: mailedLink.accountId, email: mailedLink.email });
  if (!taken) throw useless();
  return taken;
}

/** Makes every link of these purposes useless, since what it was for has been settled. */
export async function dropLinks(
  tx: Transaction,
  accountId: string,
  purposes: readonly LinkPurpose[]
): Promise<void> {
  for (const purpose of purposes) {
    await tx
      .delete(mailedLink)
      .where(
        and(eq(mailedLink.accountId, accountId), eq(mailedLink.purpose, purpose), isNull(mailedLink.usedAt))
      );
  }
}

/** Forgets links that have run out. */
export async function sweepLinks(): Promise<void> {
  await database().delete(mailedLink).where(lt(mailedLink.expiresAt, new Date()));
}

const holding = (token: string) =>
  and(
    eq(mailedLink.tokenHash, hashOfSecret(token)),
    isNull(mailedLink.usedAt),
    gt(mailedLink.expiresAt, new Date())
  );

const useless = () =>
  new Conflict('This link has been used, has expired, or was never made. Ask for a new one.');
