import * as Y from 'yjs';
import { catchUp, compact, compactionIsDue, load, updatesAfter, type Loaded } from '#notes/log.server.ts';
import { log } from '#platform/log.server.ts';
import { limits } from './limits.ts';
import { awarenessMessage, syncMessage, update, type Presence } from './protocol.ts';
import type { Connection } from './connection.server.ts';

/** How long a built document is kept for the next one to join, in milliseconds. */
const documentRests = 5_000;

/**
 * One note that is open on this instance: who is connected, and what they have not seen yet. It relays bytes; a
 * document is only built when somebody joins.
 */
export class Room {
  readonly noteId: string;
  readonly connections = new Set<Connection>();
  private readonly presences = new Map<number, Presence>();
  /** Updates relayed here whose flush has not been settled: a document read from the log may lack them. */
  private readonly unsettled = new Set<Uint8Array>();
  /** Every update up to this number was relayed here, or was in the log before anyone joined here. */
  private seen = 0;
  /** Numbers above `seen` that this instance stored itself, and so has relayed. */
  private readonly own = new Set<number>();
  private catching: Promise<void> | undefined;
  private catchAgain = false;
  private built: Promise<Loaded> | undefined;
  private resting: ReturnType<typeof setTimeout> | undefined;
  /** Bytes of the state when a document was last built. */
  stateBytes = 0;

  constructor(noteId: string) {
    this.noteId = noteId;
  }

  enter(connection: Connection): void {
    this.connections.add(connection);
    const others = [...this.presences.values()];
    if (others.length > 0) connection.send(awarenessMessage(others));
  }

  leave(connection: Connection): void {
    this.connections.delete(connection);
    const left = connection.clientId === undefined ? undefined : this.presences.get(connection.clientId);
    if (left) this.place({ ...left, clock: left.clock + 1, state: null });
    if (this.connections.size === 0) {
      clearTimeout(this.resting);
      this.forgetDocument();
    }
  }

  /** Hands an update to everyone else here, before it is saved: who has seen it gives it back should it get lost. */
  relay(payload: Uint8Array, from: Connection | null, frame = syncMessage(update, payload)): void {
    for (const connection of this.connections) if (connection !== from) connection.send(frame);
  }

  unsettle(payload: Uint8Array): void {
    this.unsettled.add(payload);
  }

  /** Called when the log has an update of this instance, or has refused it (`seq` null). */
  settle(payload: Uint8Array, seq: number | null): void {
    this.unsettled.delete(payload);
    if (seq === null) return this.forgetDocument();
    if (seq > this.seen) this.own.add(seq);
    while (this.own.delete(this.seen + 1)) this.seen++;
    // A number below ours that is not ours was given to another instance.
    if (this.own.size > 0) this.lookForMore();
  }

  /** Another instance says that the log has grown to `head`. */
  hear(head: number): void {
    if (head > this.seen) this.lookForMore();
  }

  /** Reads what the log got from other instances, and relays it; a call while one is reading makes it read again. */
  lookForMore(): void {
    if (this.catching) {
      this.catchAgain = true;
      return;
    }
    this.catching = this.readMore()
      .catch((cause: unknown) =>
        log().error({ err: cause, note: this.noteId }, 'a note could not be read on')
      )
      .finally(() => {
        this.catching = undefined;
        if (!this.catchAgain) return;
        this.catchAgain = false;
        this.lookForMore();
      });
  }

  private async readMore(): Promise<void> {
    await this.built?.catch(() => undefined);
    // Nobody has been sent a document yet; whoever is gets all of it.
    if (this.seen === 0) return;
    for (const { seq, payload } of await updatesAfter(this.noteId, this.seen)) {
      if (!this.own.delete(seq)) this.relay(payload, null);
      this.seen = Math.max(this.seen, seq);
    }
  }

  /** The document with everything anybody here has been sent: what the log has, and what is on its way there. */
  async document(): Promise<Y.Doc> {
    const relayed = [...this.unsettled];
    const { doc } = await this.latest();
    for (const payload of [...relayed, ...this.unsettled]) Y.applyUpdate(doc, payload);
    return doc;
  }

  /** Whether nothing sent here still waits for the database. */
  get isSettled(): boolean {
    return this.unsettled.size === 0;
  }

  private async latest(): Promise<Loaded> {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.forgetDocument(), documentRests);
    this.built = this.built ? this.built.then((loaded) => this.refresh(loaded)) : this.build();
    try {
      return await this.built;
    } catch (cause) {
      this.built = undefined;
      throw cause;
    }
  }

  private async build(): Promise<Loaded> {
    const loaded = await load(this.noteId);
    if (this.seen === 0) {
      this.seen = loaded.head;
      for (const seq of this.own) if (seq <= this.seen) this.own.delete(seq);
    }
    this.stateBytes = Y.encodeStateAsUpdate(loaded.doc).byteLength;
    return loaded;
  }

  private async refresh(loaded: Loaded): Promise<Loaded> {
    return { doc: loaded.doc, head: await catchUp(loaded, this.noteId) };
  }

  /** Lets go of the built document: it may hold what the log does not. */
  forgetDocument(): void {
    const built = this.built;
    this.built = undefined;
    void built?.then(({ doc }) => doc.destroy()).catch(() => undefined);
  }

  /** Where somebody is now; shown to everyone, themselves too: a quiet line would be taken for a dead one. */
  place(presence: Presence): void {
    if (presence.state === null) this.presences.delete(presence.clientId);
    else this.presences.set(presence.clientId, presence);
    const message = awarenessMessage([presence]);
    for (const connection of this.connections) connection.sendIfQuick(message);
  }

  allPresences(): Presence[] {
    return [...this.presences.values()];
  }

  /** Whether this note may grow no further. */
  get isFull(): boolean {
    return this.stateBytes > limits.hardStateBytes;
  }

  /** Compacts the log if it has grown long, or anyway once nobody is here. */
  async tidy(): Promise<void> {
    if (this.connections.size === 0 || (await compactionIsDue(this.noteId))) await compact(this.noteId);
  }
}
