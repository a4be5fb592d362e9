import { hash, verify } from '@node-rs/argon2';
import { and, eq } from 'drizzle-orm';
import { weaknessOf } from '#accounts/strength.server.ts';
import { account } from '#accounts/schema.ts';
import { database } from '#platform/database.server.ts';
import { Invalid } from '../failures.ts';

/** Argon2id with 19 MiB, 2 iterations, 1 lane (OWASP Password Storage Cheat Sheet). */
export const hashing = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const nobodysHash = hash('nobody has this password', hashing);

/**
 * The hash of a new password.
 * @param about what others know of its owner, such as name and address: a password made of it is weak
 * @param field of the form, for the sentence
 * @throws Invalid with the reason when it is easy to guess
 */
export async function hashOfNew(password: string, about: string[], field: string): Promise<string> {
  const weakness = await weaknessOf(password, about);
  if (weakness) throw new Invalid({ [field]: weakness });
  return hash(password, hashing);
}

/** Whether this is the password of that account; takes the same time when there is no account or no password. */
export async function fits(
  owner: { id: string; passwordHash: string | null } | undefined,
  password: string
): Promise<boolean> {
  const right = await verify(owner?.passwordHash ?? (await nobodysHash), password);
  if (!right || !owner?.passwordHash) return false;
  if (isOutdated(owner.passwordHash)) await hashAgain(owner.id, owner.passwordHash, password);
  return true;
}

/** Whether a hash was made with less work than is asked of new ones. */
export function isOutdated(phc: string): boolean {
  const [, memory, time] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(phc) ?? [];
  return Number(memory ?? 0) < hashing.memoryCost || Number(time ?? 0) < hashing.timeCost;
}

async function hashAgain(accountId: string, outdated: string, password: string): Promise<void> {
  // A password changed meanwhile stays changed.
  await database()
    .update(account)
    .set({ passwordHash: await hash(password, hashing) })
    .where(and(eq(account.id, accountId), eq(account.passwordHash, outdated)));
}
