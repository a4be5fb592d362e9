import * as decoding from 'lib0/decoding';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { log } from '#platform/log.server.ts';
import { accessTo, type Access } from './access.server.ts';
import { Bucket } from './bucket.ts';
import { counters } from './counters.server.ts';
import type { Flusher } from './flusher.server.ts';
import { limits } from './limits.ts';
import {
  acknowledgementMessage,
  awarenessMessage,
  closing,
  greetingMessage,
  readName,
  readPresences,
  remarkMessage,
  step1,
  step2,
  syncMessage,
  update
} from './protocol.ts';
import { refusals, type Refusal } from './refusals.ts';
import type { Room } from './room.server.ts';

/** An update that says nothing: no structs, no deletions. */
const nothing = 2;

/** One open page of a note. */
export class Connection {
  readonly sessionId: string;
  /** Of y-protocols' awareness, pinned by the first presence that comes in. */
  clientId: number | undefined;
  private readonly socket: WebSocket;
  private readonly room: Room;
  private readonly flusher: Flusher;
  private access: Access;
  private readonly updates = new Bucket(limits.updatesPerSecond, limits.updatesBurst, performance.now());
  private readonly bytes = new Bucket(limits.updateBytesPerSecond, limits.frameBytes, performance.now());
  private readonly presence = new Bucket(
    limits.awarenessPerSecond,
    limits.awarenessPerSecond,
    performance.now()
  );
  /** Frames with edits that came in, and those of them that are committed or said nothing new. */
  private received = 0;
  private acknowledged = 0;
  /** What this page sends first is worked through in order: joining reads the database. */
  private turn: Promise<void> | undefined;
  private warned = false;
  private hasIgnored = false;
  private orphans = 0;

  constructor(socket: WebSocket, room: Room, flusher: Flusher, access: Access, sessionId: string) {
    this.socket = socket;
    this.room = room;
    this.flusher = flusher;
    this.access = access;
    this.sessionId = sessionId;
    room.enter(this);
    this.greet();
  }

  get accountId(): string {
    return this.access.accountId;
  }

  get noteId(): string {
    return this.room.noteId;
  }

  hasExpired(now: Date): boolean {
    return this.access.expiresAt <= now;
  }

  /** Takes one frame. What cannot be read ends the connection, and nobody else notices. */
  receive(frame: Uint8Array): void {
    if (this.turn) {
      this.turn = this.turn.then(() => this.read(frame));
      return;
    }
    const reading = this.read(frame);
    if (!reading) return;
    const turn = reading.finally(() => {
      if (this.turn === turn) this.turn = undefined;
    });
    this.turn = turn;
  }

  private read(frame: Uint8Array): Promise<void> | undefined {
    try {
      const decoder = decoding.createDecoder(frame);
      const body = () => decoding.readVarUint8Array(decoder);
      switch (readName(decoder)) {
        case 'sync step 1':
          return this.answer(body());
        case 'sync step 2':
          return this.edit(step2, body(), frame);
        case 'update':
          return this.edit(update, body(), frame);
        case 'awareness':
          this.appear(body());
          break;
        case 'query awareness':
          this.send(awarenessMessage(this.room.allPresences()));
      }
    } catch (cause) {
      this.refuse('malformed', cause);
    }
    return undefined;
  }

  /** Sends what the page lacks, and asks for what we lack. */
  private async answer(stateVector: Uint8Array): Promise<void> {
    try {
      const doc = await this.room.document();
      this.send(syncMessage(step2, Y.encodeStateAsUpdate(doc, stateVector)));
      this.send(syncMessage(step1, Y.encodeStateVector(doc)));
      this.tellOfSize();
    } catch (cause) {
      this.refuse('unreadable', cause);
    }
  }

  private edit(step: number, body: Uint8Array, frame: Uint8Array): Promise<void> | undefined {
    const number = ++this.received;
    if (body.byteLength <= nothing) return this.acknowledgeQuietly(number);
    if (!this.access.canWrite || this.room.isFull) return this.ignore();
    const now = performance.now();
    if (step === update && !(this.updates.take(1, now) && this.bytes.take(body.byteLength, now))) {
      this.refuse('too fast');
      return undefined;
    }
    // Throws for bytes that are no update, before anyone else is handed them.
    if (!this.room.ground.bears(Y.decodeUpdate(body)) && !this.askAgain()) return undefined;
    if (step === step2) return this.takeBack(number, body);
    this.store(number, body, frame);
    return undefined;
  }

  /**
   * What a page that joins gives back: nearly always something we have. Only what is new is kept, or each joining
   * would add all deletions of the note to its log again.
   */
  private async takeBack(number: number, body: Uint8Array): Promise<void> {
    const isKnown = this.room.isSettled && (await this.knows(body));
    if (isKnown) await this.acknowledgeQuietly(number);
    else this.store(number, body);
  }

  private async knows(body: Uint8Array): Promise<boolean> {
    const doc = await this.room.document();
    let changed = false;
    const notice = () => (changed = true);
    doc.on('update', notice);
    Y.applyUpdate(doc, body);
    doc.off('update', notice);
    const known = !changed && doc.store.pendingStructs === null && doc.store.pendingDs === null;
    if (!known) this.room.forgetDocument();
    return known;
  }

  /**
   * An update whose ground is missing is kept, since nothing that came in is thrown away; but everyone who loads the
   * note pays for it until the rest has come.
   * @returns false when there were too many
   */
  private askAgain(): boolean {
    if (++this.orphans > limits.orphanUpdates) {
      this.refuse('orphan updates');
      return false;
    }
    counters.refusals.inc({ reason: 'orphan update' });
    this.send(syncMessage(step1, this.room.ground.encoded()));
    return true;
  }

  private store(number: number, body: Uint8Array, frame?: Uint8Array): void {
    if (this.flusher.isFull) return this.refuse('busy');
    this.room.unsettle(body);
    this.room.relay(body, this, frame);
    const { accountId, sessionHash } = this.access;
    const cameIn = performance.now();
    this.flusher.add({
      ...{ noteId: this.noteId, accountId, sessionHash, payload: body },
      settle: (seq) => {
        this.room.settle(body, seq);
        if (seq === null) void this.checkAccess();
        else this.acknowledge(number);
        counters.acknowledgement.observe((performance.now() - cameIn) / 1000);
      },
      giveUp: () => {
        this.room.settle(body, null);
        this.refuse('database');
      }
    });
  }

  /** Acknowledges a frame that says nothing new, but never before the ones that came earlier. */
  private async acknowledgeQuietly(number: number): Promise<void> {
    if (this.acknowledged < number - 1) await this.flusher.drain();
    if (this.acknowledged === number - 1) this.acknowledge(number);
  }

  private acknowledge(number: number): void {
    // An acknowledgement counts all frames before it, and one of them was lost.
    if (this.hasIgnored) return;
    this.acknowledged = number;
    this.send(acknowledgementMessage(number));
  }

  /** An edit by somebody who may not write: it goes nowhere and is never acknowledged. */
  private ignore(): undefined {
    this.hasIgnored = true;
    counters.refusals.inc({ reason: this.room.isFull ? 'full' : 'read-only' });
    return undefined;
  }

  /** Warns once that the note is long, and says when it is full. */
  tellOfSize(): void {
    if (this.room.isFull) return this.greet();
    if (this.warned || !this.room.isLong) return;
    this.warned = true;
    this.send(remarkMessage('This note is getting very long. Go on in a new one soon.'));
  }

  private appear(body: Uint8Array): void {
    if (body.byteLength > limits.awarenessBytes || !this.presence.take(1, performance.now())) {
      counters.refusals.inc({ reason: 'presence' });
      return;
    }
    for (const { clientId, clock, state } of readPresences(body)) {
      // The provider repeats the presences of others; each connection speaks for itself only.
      this.clientId ??= clientId;
      if (clientId !== this.clientId) continue;
      const named = state && { ...state, user: { name: this.access.name } };
      if (!this.room.place({ clientId, clock, state: named }, this)) this.refuseSeat();
    }
  }

  /** The number is another person's: their caret must not move by our hand. */
  private refuseSeat(): void {
    this.clientId = undefined;
    counters.refusals.inc({ reason: 'forged presence' });
  }

  /** Asks anew what this page may do: something about its person or its note has changed. */
  async checkAccess(): Promise<void> {
    const access = await accessTo(this.noteId, this.sessionId).catch((cause: unknown) => {
      log().error({ err: cause, note: this.noteId }, 'access to a note could not be checked');
      return closing.busy;
    });
    if (typeof access === 'number') return this.close(access);
    const changed = access.canWrite !== this.access.canWrite || access.generation !== this.access.generation;
    this.access = access;
    // Who may write now begins anew, so that what was ignored comes again and is counted.
    if (access.canWrite && this.hasIgnored) this.close(closing.busy);
    else if (changed) this.greet();
  }

  /** Says what this page may do now, and why not more. */
  greet(): void {
    const { isFull } = this.room;
    const { canWrite, generation } = this.access;
    this.send(greetingMessage({ canWrite: canWrite && !isFull, generation }));
    if (isFull) this.send(remarkMessage('This note is full. Read it here, and go on in a new one.'));
  }

  send(message: Uint8Array): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > limits.lostReaderBytes) this.refuse('slow reader');
    else this.socket.send(message, { binary: true });
  }

  /** For what may be missed: carets. */
  sendIfQuick(message: Uint8Array): void {
    if (this.socket.bufferedAmount <= limits.slowReaderBytes) this.send(message);
  }

  private refuse(reason: Refusal, cause?: unknown): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    counters.refusals.inc({ reason });
    log().warn(
      { err: cause, reason, note: this.noteId, account: this.accountId },
      'a note’s connection was refused'
    );
    this.socket.close(refusals[reason].code, refusals[reason].says);
  }

  close(code: number): void {
    this.socket.close(code);
  }
}
