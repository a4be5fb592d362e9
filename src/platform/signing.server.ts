import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { database, type Database, type Transaction } from '#platform/database.server.ts';
import { secret } from '#platform/schema.ts';

/** What a signed link is good for; it is good for nothing else. */
export type Purpose = 'rsvp' | 'unsubscribe';

const keyName = 'links';
const keyBytes = 32;

/** A word that stands in a link: what it is about and until when it holds, readable, and not to be forged. */
export async function sign(
  purpose: Purpose,
  facts: readonly string[],
  expiresAt: Date,
  within: Database | Transaction = database()
): Promise<string> {
  const body = Buffer.from(JSON.stringify([expiresAt.getTime(), ...facts])).toString('base64url');
  return `${body}.${mac(await key(within), purpose, body).toString('base64url')}`;
}

/** The facts of a word that was signed for this purpose and still holds; null for every other. */
export async function unsign(purpose: Purpose, word: string): Promise<string[] | null> {
  const [body = '', signature = '', ...more] = word.split('.');
  const given = Buffer.from(signature, 'base64url');
  const right = mac(await key(database()), purpose, body);
  if (more.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const [expiresAt, ...facts] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [
    number,
    ...string[]
  ];
  return expiresAt > Date.now() ? facts : null;
}

function mac(by: string, purpose: Purpose, body: string): Buffer {
  return createHmac('sha256', Buffer.from(by, 'base64url')).update(`${purpose}:${body}`).digest();
}

/** Made once for all instances. */
async function key(within: Database | Transaction): Promise<string> {
  const read = () => within.select({ value: secret.value }).from(secret).where(eq(secret.name, keyName));
  const [known] = await read();
  if (known) return known.value;
  const value = randomBytes(keyBytes).toString('base64url');
  await within.insert(secret).values({ name: keyName, value }).onConflictDoNothing();
  const [made] = await read();
  return made!.value;
}
