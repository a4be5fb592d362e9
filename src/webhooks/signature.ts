import { createHmac, randomBytes } from 'node:crypto';

/* Signatures as the Standard Webhooks specification has them: https://www.standardwebhooks.com */

const prefix = 'whsec_';

/** A secret to sign by: 256 random bits. */
export function newSigningSecret(): string {
  return prefix + randomBytes(32).toString('base64');
}

/** The headers by which a receiver knows who sent a message, that it is whole, and that it is not an old one. */
export function signed(secret: string, id: string, body: string, now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${mac}` };
}
