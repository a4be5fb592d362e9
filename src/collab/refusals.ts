import { closing } from './protocol.ts';

/**
 * Why the engine ends a connection, with the code it closes by and what the person reads. The sentence travels in the
 * close frame, which has room for 123 bytes (RFC 6455, 5.5). Frames above `limits.frameBytes` are not here: the
 * WebSocket library ends those itself by 1009.
 */
export const refusals = {
  malformed: {
    code: closing.malformed,
    says: 'This page sent what the server cannot read. Please reload it.'
  },
  'too fast': {
    code: closing.busy,
    says: 'That was too much at once. Your edits are kept here and sent again.'
  },
  'orphan updates': {
    code: closing.busy,
    says: 'Some edits came in without what they build on. All are sent again.'
  },
  'slow reader': {
    code: closing.busy,
    says: 'This connection is too slow for what the others write. Trying again.'
  },
  'no place': { code: closing.busy, says: 'Too many pages have this note open. Trying again.' },
  busy: { code: closing.busy, says: 'The server cannot keep up. Your edits are kept here and sent again.' },
  database: { code: closing.busy, says: 'The database is away. Your edits are kept here and sent again.' },
  unreadable: { code: closing.busy, says: 'The note could not be read just now. Trying again.' }
} as const;

export type Refusal = keyof typeof refusals;
