import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** What came in, as far as a measurement cares. */
export type Heard =
  | { kind: 'update' | 'step2' | 'step1'; body: Uint8Array }
  /** The first `count` edits of this connection are safe, or one more if `count` is null. */
  | { kind: 'acknowledged'; count: number | null };

/** How a server wraps the sync protocol of Yjs. */
export interface Framing {
  /** Whether the server says that edits have arrived. */
  acknowledges: boolean;
  path(document: string): string;
  /** Sent once connected: signing in, and the question what we lack. */
  opening(document: string, stateVector: Uint8Array): Uint8Array[];
  sync(document: string, step: number, body: Uint8Array): Uint8Array;
  read(message: Uint8Array): Heard | null;
}

const kinds = ['step1', 'step2', 'update'] as const;

function readSync(decoder: decoding.Decoder): Heard | null {
  const kind = kinds[decoding.readVarUint(decoder)];
  return kind ? { kind, body: decoding.readVarUint8Array(decoder) } : null;
}

function message(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

function syncMessage(
  before: (encoder: encoding.Encoder) => void,
  step: number,
  body: Uint8Array
): Uint8Array {
  return message((encoder) => {
    before(encoder);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, body);
  });
}

/** y-websocket's messages; `acknowledgement` is the engine's own type beside them. */
function yWebsocket(path: (document: string) => string, acknowledgement: number | null): Framing {
  return {
    acknowledges: acknowledgement !== null,
    path,
    opening: (_document, stateVector) => [syncMessage(() => undefined, 0, stateVector)],
    sync: (_document, step, body) => syncMessage(() => undefined, step, body),
    read(bytes) {
      const decoder = decoding.createDecoder(bytes);
      const type = decoding.readVarUint(decoder);
      if (type === 0) return readSync(decoder);
      if (type === acknowledgement) return { kind: 'acknowledged', count: decoding.readVarUint(decoder) };
      return null;
    }
  };
}

/** Hocuspocus puts the document's name before each message, wants a token, and answers each edit (SyncStatus, 8). */
const hocuspocus: Framing = {
  acknowledges: true,
  path: () => '/',
  opening: (document, stateVector) => [
    message((encoder) => {
      encoding.writeVarString(encoder, document);
      encoding.writeVarUint(encoder, 2);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, 'token');
    }),
    syncMessage((encoder) => encoding.writeVarString(encoder, document), 0, stateVector)
  ],
  sync: (document, step, body) =>
    syncMessage((encoder) => encoding.writeVarString(encoder, document), step, body),
  read(bytes) {
    const decoder = decoding.createDecoder(bytes);
    decoding.readVarString(decoder);
    const type = decoding.readVarUint(decoder);
    if (type === 0 || type === 4) return readSync(decoder);
    if (type === 8 && decoding.readVarUint(decoder) === 1) return { kind: 'acknowledged', count: null };
    return null;
  }
};

export const framings = {
  colloquy: yWebsocket((note) => `/collab/${note}`, 100),
  'y-websocket': yWebsocket((document) => `/${document}`, null),
  hocuspocus
} satisfies Record<string, Framing>;

export type FramingName = keyof typeof framings;
