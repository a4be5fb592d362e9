import { createHash, randomBytes } from 'node:crypto';

/** A secret for a link, a cookie or a token: 192 random bits, fit for an address. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

/** What is kept of a secret with that much chance in it: SHA-256, from which nobody finds the way back. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
