import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { framings, type Framing, type FramingName } from './framing.ts';
import { RawSocket } from './socket.ts';

/** Where a writer connects, and as whom. */
export interface Place {
  framing: FramingName;
  /** `ws://host:port`. */
  server: string;
  document: string;
  headers: Record<string, string>;
}

/** What a measurement is told, with times of `performance.now()`. */
export interface Notes {
  peerSaw(milliseconds: number): void;
  acknowledged(milliseconds: number): void;
}

/** When each edit left, by writer and clock: one generator holds all writers, so one clock serves. */
const sentAt = new Map<number, Float64Array>();
const mostEdits = 100_000;

/**
 * Someone who types, one character an edit, and looks at when the edits of others come in. It does not build the
 * document: what is measured is the server.
 */
export class Writer {
  /** Edits the server said are safe. */
  safe = 0;
  sent = 0;
  closedBy: number | null | undefined;
  readonly client: number;
  private readonly place: Place;
  private readonly framing: Framing;
  private readonly notes: Notes;
  private readonly own = new Y.Doc({ gc: false });
  private readonly times = new Float64Array(mostEdits);
  private readonly joined = Promise.withResolvers<number>();
  /** For each frame that the server counts, how many edits had left with it and before. */
  private readonly editsAtFrame: number[] = [];
  private settledFrames = 0;
  private socket!: RawSocket;
  /** What the document was when we joined. */
  joinedState: Uint8Array | undefined;

  constructor(place: Place, notes: Notes) {
    this.place = place;
    this.framing = framings[place.framing];
    this.notes = notes;
    this.client = this.own.clientID;
    sentAt.set(this.client, this.times);
    this.own.on('update', (update) => this.give(2, update));
  }

  /** Connects and asks for the document. @returns milliseconds until it was there */
  async join(): Promise<number> {
    const { server, document, headers } = this.place;
    const started = performance.now();
    await RawSocket.open(server + this.framing.path(document), headers, {
      opened: (socket) => (this.socket = socket),
      message: (payload) => this.hear(payload),
      closed: (code) => {
        this.closedBy = code;
        this.joined.reject(new Error(`The server closed the connection with ${code}.`));
      }
    });
    for (const frame of this.framing.opening(document, new Uint8Array([0]))) this.socket.send(frame);
    return (await this.joined.promise) - started;
  }

  /** Types one character. */
  type(): void {
    this.times[this.sent++] = performance.now();
    const text = this.own.getText('text');
    text.insert(text.length, 'x');
  }

  /** Hands over a whole document, as a page that comes back from offline does. */
  bring(state: Uint8Array): void {
    this.times[this.sent++] = performance.now();
    this.give(1, state);
  }

  leave(): void {
    this.socket.destroy();
    this.own.destroy();
    sentAt.delete(this.client);
  }

  private hear(payload: Buffer): void {
    const now = performance.now();
    const heard = this.framing.read(payload);
    if (heard?.kind === 'update') this.look(heard.body, now);
    else if (heard?.kind === 'acknowledged') this.settle(heard.count, now);
    else if (heard?.kind === 'step2') {
      this.joinedState = heard.body;
      this.joined.resolve(now);
    } else if (heard?.kind === 'step1') {
      this.give(1, new Uint8Array([0, 0]));
    }
  }

  private give(step: number, update: Uint8Array): void {
    this.editsAtFrame.push(this.sent);
    this.socket.send(this.framing.sync(this.place.document, step, update));
  }

  /** Reads whose edit it is and which: an update begins with the number of writers, of structs, writer and clock. */
  private look(update: Uint8Array, now: number): void {
    const decoder = decoding.createDecoder(update);
    const writers = decoding.readVarUint(decoder);
    if (writers !== 1) return;
    const structs = decoding.readVarUint(decoder);
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    if (client === this.client) return;
    const times = sentAt.get(client);
    for (let edit = clock; times && edit < clock + structs; edit++) {
      const left = times[edit];
      if (left) this.notes.peerSaw(now - left);
    }
  }

  private settle(count: number | null, now: number): void {
    this.settledFrames = count ?? this.settledFrames + 1;
    const upTo = this.editsAtFrame[this.settledFrames - 1] ?? 0;
    while (this.safe < upTo) this.notes.acknowledged(now - this.times[this.safe++]!);
  }
}
