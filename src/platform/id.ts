import { randomBytes } from 'node:crypto';

// 32 characters, so that five bits of a random byte choose one without bias; no vowels, no look-alikes.
const alphabet = '23456789bcdfghjkmnpqrstvwxzBCDFG';

/** An id that can stand in an address: 16 characters, 80 random bits, not guessable. */
export function newId(): string {
  let id = '';
  for (const byte of randomBytes(16)) id += alphabet[byte & 31];
  return id;
}
