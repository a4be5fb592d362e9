import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/*
 * What goes over the socket: y-websocket's messages (the first number says which), and three of our own from the
 * server to the browser.
 */

export const sync = 0;
export const awareness = 1;
export const queryAwareness = 3;
/** `[100, n]`: the first n frames with edits of this connection are committed. */
const acknowledgement = 100;
/** `[101, JSON]`: a sentence for the person, `{message}`; null takes it back. */
const remark = 101;
/** `[102, JSON]`: what this connection may do, `{canWrite, generation}`. */
const greeting = 102;

/** Kinds of sync message (y-protocols). */
export const step1 = 0;
export const step2 = 1;
export const update = 2;

/** Every message a page may send, by name: its kind, and of a sync message the step. */
export const incoming = {
  'sync step 1': [sync, step1],
  'sync step 2': [sync, step2],
  update: [sync, update],
  awareness: [awareness],
  'query awareness': [queryAwareness]
} as const satisfies Record<string, readonly number[]>;

export type Incoming = keyof typeof incoming;

/**
 * Reads which message a frame is, up to its body. @returns null for a kind that is none of ours
 * @throws Error for a sync step there is not
 */
export function readName(decoder: decoding.Decoder): Incoming | null {
  const kind = decoding.readVarUint(decoder);
  const names = (Object.keys(incoming) as Incoming[]).filter((name) => incoming[name][0] === kind);
  if (names.length === 0) return null;
  if (kind !== sync) return names[0]!;
  const step = decoding.readVarUint(decoder);
  const named = names.find((name) => incoming[name][1] === step);
  if (!named) throw new Error(`There is no sync step ${step}.`);
  return named;
}

/** Why a socket is closed. Of these the provider tries 1001, 1009 and 4503 again; 4400 to 4499 are final for it. */
export const closing = {
  /** This instance stops; another one takes over. */
  goingAway: 1001,
  malformed: 4400,
  signedOut: 4401,
  noAccess: 4403,
  deleted: 4404,
  busy: 4503
} as const;

export function syncMessage(kind: number, body: Uint8Array): Uint8Array {
  return message((encoder) => {
    encoding.writeVarUint(encoder, sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, body);
  });
}

export function acknowledgementMessage(frames: number): Uint8Array {
  return message((encoder) => {
    encoding.writeVarUint(encoder, acknowledgement);
    encoding.writeVarUint(encoder, frames);
  });
}

export function remarkMessage(sentence: string | null): Uint8Array {
  return jsonMessage(remark, { message: sentence });
}

export function greetingMessage(greets: { canWrite: boolean; generation: number }): Uint8Array {
  return jsonMessage(greeting, greets);
}

/** Where somebody is in the note, and who they are. A null state says that they left. */
export interface Presence {
  clientId: number;
  clock: number;
  state: Record<string, unknown> | null;
}

export function awarenessMessage(presences: readonly Presence[]): Uint8Array {
  const body = message((encoder) => {
    encoding.writeVarUint(encoder, presences.length);
    for (const { clientId, clock, state } of presences) {
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, JSON.stringify(state));
    }
  });
  return message((encoder) => {
    encoding.writeVarUint(encoder, awareness);
    encoding.writeVarUint8Array(encoder, body);
  });
}

/** @throws Error when the bytes are no awareness update */
export function readPresences(body: Uint8Array): Presence[] {
  const decoder = decoding.createDecoder(body);
  const presences: Presence[] = [];
  const count = decoding.readVarUint(decoder);
  for (let index = 0; index < count; index++) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const state: unknown = JSON.parse(decoding.readVarString(decoder));
    const isState = state === null || (typeof state === 'object' && !Array.isArray(state));
    if (!isState) throw new Error('An awareness state must be an object or null.');
    presences.push({ clientId, clock, state: state as Presence['state'] });
  }
  return presences;
}

function jsonMessage(kind: number, content: object): Uint8Array {
  return message((encoder) => {
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarString(encoder, JSON.stringify(content));
  });
}

function message(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}
