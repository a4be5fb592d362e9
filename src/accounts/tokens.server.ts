import { and, desc, eq, gt, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import { record } from '#accounts/auditing.server.ts';
import { tellOwner } from '#accounts/notices.server.ts';
import { account, token } from '#accounts/schema.ts';
import { allScopes, type Scope } from '#accounts/scopes.ts';
import { hashOfSecret, newSecret } from '#accounts/secrets.server.ts';
import { isOpen } from '#accounts/standing.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { Conflict, Invalid, NotFound } from '../failures.ts';

const day = 24 * 60 * 60 * 1000;
const mostTokens = 50;

/** What a token may do, and for how many days. */
export interface Grant {
  label: string;
  scopes: readonly Scope[];
  /** Null: until it is revoked. */
  days: number | null;
}

/** A token as its owner sees it. */
export interface TokenCard {
  id: string;
  label: string;
  scopes: Scope[];
  createdAt: Date;
  expiresAt: Date | null;
  /** To within minutes; null while it was never used. */
  lastUsedAt: Date | null;
}

/** Makes a bearer token for somebody, as the operator asks; its secret is shown this once. */
export async function createToken(
  email: string,
  label: string,
  { scopes = allScopes, days = null }: Partial<Grant> = {}
): Promise<{ id: string; token: string }> {
  const [owner] = await database()
    .select({ id: account.id })
    .from(account)
    .where(eq(sql`lower(${account.email})`, email.toLowerCase()));
  if (!owner) throw new Invalid({ email: `Nobody here has the address ${email}.` });
  return transaction(async (tx) => {
    await record(tx, null, 'token.make', { person: owner.id, about: label });
    return add(tx, owner.id, { label, scopes, days });
  });
}

/** Makes a bearer token of one's own; its secret is shown this once. @throws Conflict when there are too many */
export async function makeToken({ id }: Account, grant: Grant): Promise<{ id: string; token: string }> {
  return transaction(async (tx) => {
    if ((await tx.$count(token, holdsOf(id))) >= mostTokens)
      throw new Conflict(`You have ${mostTokens} tokens. Revoke those you no longer use first.`);
    const made = await add(tx, id, grant);
    await tellOwner(tx, id, `A token for the API was made for your account: “${grant.label}”.`);
    return made;
  });
}

async function add(
  tx: Transaction,
  accountId: string,
  { label, scopes, days }: Grant
): Promise<{ id: string; token: string }> {
  const secret = `cq_${newSecret()}`;
  const id = newId();
  const expiresAt = days === null ? null : new Date(Date.now() + days * day);
  await tx
    .insert(token)
    .values({ id, accountId, secretHash: hashOfSecret(secret), label, scopes: [...scopes], expiresAt });
  return { id, token: secret };
}

/** Somebody's tokens that still hold, newest first. */
export async function tokensOf({ id }: Account): Promise<TokenCard[]> {
  return database()
    .select({
      id: token.id,
      label: token.label,
      scopes: token.scopes,
      createdAt: token.createdAt,
      expiresAt: token.expiresAt,
      lastUsedAt: token.lastUsedAt
    })
    .from(token)
    .where(holdsOf(id))
    .orderBy(desc(token.createdAt), desc(token.id));
}

/** Makes a token useless from now on. @throws NotFound for somebody else's */
export async function revokeToken({ id }: Account, tokenId: string): Promise<void> {
  const [revoked] = await database()
    .update(token)
    .set({ revokedAt: new Date() })
    .where(and(eq(token.id, tokenId), eq(token.accountId, id), isNull(token.revokedAt)))
    .returning({ id: token.id });
  if (!revoked) throw new NotFound('This token');
}

/** Whoever asks by a token, and what it may do. */
export interface Bearer {
  tokenId: string;
  account: Account;
  scopes: Scope[];
}

/** Whose bearer token this is; null for one that is unknown, revoked or has expired. */
export async function bearerOf(secret: string): Promise<Bearer | null> {
  const [found] = await database()
    .select({
      tokenId: token.id,
      scopes: token.scopes,
      lastUsedAt: token.lastUsedAt,
      id: account.id,
      email: account.email,
      name: account.name,
      operatorSince: account.operatorSince
    })
    .from(token)
    .innerJoin(account, eq(account.id, token.accountId))
    .where(and(eq(token.secretHash, hashOfSecret(secret)), holds(), isOpen));
  if (!found) return null;
  const { tokenId, scopes, lastUsedAt, operatorSince, ...owner } = found;
  await noteUse(tokenId, lastUsedAt);
  return { tokenId, scopes, account: { ...owner, isOperator: operatorSince !== null } };
}

/** Minutes are enough to tell a token that is used from one that is not, and spare a write for each request. */
const usedAgainAfter = 60_000;

async function noteUse(tokenId: string, lastUsedAt: Date | null): Promise<void> {
  const stale = new Date(Date.now() - usedAgainAfter);
  if (lastUsedAt && lastUsedAt > stale) return;
  await database()
    .update(token)
    .set({ lastUsedAt: new Date() })
    .where(and(eq(token.id, tokenId), or(isNull(token.lastUsedAt), lte(token.lastUsedAt, stale))));
}

function holds() {
  return and(isNull(token.revokedAt), or(isNull(token.expiresAt), gt(token.expiresAt, new Date())));
}

function holdsOf(accountId: string) {
  return and(eq(token.accountId, accountId), holds());
}

const forgottenAfter = 90 * day;

/** Tokens that have long been useless are forgotten. */
export async function sweepTokens(): Promise<void> {
  const then = new Date(Date.now() - forgottenAfter);
  await database()
    .delete(token)
    .where(or(lt(token.revokedAt, then), lt(token.expiresAt, then)));
}
