import * as Y from 'yjs';
import { catchUp, compact, compactionIsDue, load, updatesAfter, type Loaded } from '#notes/log.server.ts';
import { log } from '#platform/log.server.ts';
import type { Connection } from './connection.server.ts';
import { Ground } from './ground.ts';
import { limits } from './limits.ts';
import type { Placed } from './neighbours.server.ts';
import { awarenessMessage, syncMessage, update, type Presence } from './protocol.ts';

/** How long a built document is kept for the next one to join, in milliseconds. */
const documentRests = 5_000;
/** A place that has not been repeated for this time, in milliseconds, is empty: as pages reckon it (y-protocols). */
const placeLasts = 30_000;

/** Bytes by which a long note grows between two looks at its size. */
const measuredEach = 256 * 1024;

/** Who is where, and how we know: from a page here, or from another instance. */
interface Seat extends Placed {
  page: Connection | null;
  heardAt: number;
}

/**
 * One note that is open on this instance: who is connected, and what they have not seen yet. It relays bytes; a
 * document is only built when somebody joins.
 */
export class Room {
  readonly noteId: string;
  readonly connections = new Set<Connection>();
  /** What updates of this note may build on. */
  readonly ground = new Ground();
  private readonly seats = new Map<number, Seat>();
  private readonly tellOthers: (placed: Placed) => void;
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
  /** Bytes of the state when it was last measured, and of the updates since. They shrink a lot once merged. */
  private measuredBytes = 0;
  private grownBytes = 0;

  /** @param tellOthers is told of every place taken or left here */
  constructor(noteId: string, tellOthers: (placed: Placed) => void) {
    this.noteId = noteId;
    this.tellOthers = tellOthers;
  }

  enter(connection: Connection): void {
    this.connections.add(connection);
    const others = this.allPresences();
    if (others.length > 0) connection.send(awarenessMessage(others));
  }

  leave(connection: Connection): void {
    this.connections.delete(connection);
    const left = connection.clientId === undefined ? undefined : this.seats.get(connection.clientId);
    // A page that came back before we knew that it had gone keeps its seat.
    if (left?.page === connection) this.place({ ...left, clock: left.clock + 1, state: null }, connection);
    if (this.connections.size === 0) {
      clearTimeout(this.resting);
      this.forgetDocument();
    }
  }

  /** Hands an update to everyone else here, before it is saved: who has seen it gives it back should it get lost. */
  relay(payload: Uint8Array, from: Connection | null, frame = syncMessage(update, payload)): void {
    this.grownBytes += payload.byteLength;
    if (this.measuringIsDue) this.measure();
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
      if (!this.own.delete(seq)) {
        this.ground.pass(payload);
        this.relay(payload, null);
      }
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
    this.weigh(loaded.doc);
    this.ground.holds(loaded.doc);
    return loaded;
  }

  private async refresh({ doc, head }: Loaded): Promise<Loaded> {
    const loaded = { doc, head: await catchUp({ doc, head }, this.noteId) };
    this.ground.holds(doc);
    return loaded;
  }

  /** Lets go of the built document: it may hold what the log does not. */
  forgetDocument(): void {
    const built = this.built;
    this.built = undefined;
    void built?.then(({ doc }) => doc.destroy()).catch(() => undefined);
  }

  /**
   * Where somebody is now; shown to everyone, themselves too: a quiet line would be taken for a dead one.
   * @returns false when that seat is somebody else's
   */
  place({ clientId, clock, state }: Presence, page: Connection): boolean {
    const taken = this.seats.get(clientId);
    if (taken && taken.accountId !== page.accountId && !isOver(taken)) return false;
    // Field by field: what is given may be a seat, and a page must not travel to other instances.
    const placed = { clientId, clock, state, accountId: page.accountId };
    this.seat({ ...placed, page, heardAt: performance.now() });
    this.show([placed]);
    this.tellOthers(placed);
    return true;
  }

  /** Places that another instance tells of. */
  placeFromAfar(presences: readonly Placed[]): void {
    const heardAt = performance.now();
    const news = presences.filter(({ clientId }) => !this.seats.get(clientId)?.page);
    for (const placed of news) this.seat({ ...placed, page: null, heardAt });
    this.show(news);
  }

  /** The places of the pages that are connected here. */
  placesHere(): Placed[] {
    const here = [...this.seats.values()].filter(({ page }) => page);
    return here.map(({ clientId, clock, state, accountId }) => ({ clientId, clock, state, accountId }));
  }

  /** Where everybody is, on every instance. */
  allPresences(): Presence[] {
    return [...this.seats.values()].filter((seat) => !isOver(seat));
  }

  private seat(seat: Seat): void {
    if (seat.state === null) this.seats.delete(seat.clientId);
    else this.seats.set(seat.clientId, seat);
  }

  private show(presences: readonly Presence[]): void {
    const message = awarenessMessage(presences);
    for (const connection of this.connections) connection.sendIfQuick(message);
  }

  /** Whether this note may grow no further. */
  get isFull(): boolean {
    return this.measuredBytes > limits.hardStateBytes;
  }

  /** Whether people should be told to go on elsewhere. */
  get isLong(): boolean {
    return this.measuredBytes > limits.softStateBytes;
  }

  private get measuringIsDue(): boolean {
    return (
      this.grownBytes > measuredEach &&
      this.measuredBytes + this.grownBytes > limits.softStateBytes &&
      !this.isFull
    );
  }

  private measure(): void {
    this.grownBytes = 0;
    void this.document().then(
      (doc) => {
        this.weigh(doc);
        for (const connection of this.connections) connection.tellOfSize();
      },
      (cause: unknown) => log().error({ err: cause, note: this.noteId }, 'a note could not be measured')
    );
  }

  private weigh(doc: Y.Doc): void {
    this.measuredBytes = Y.encodeStateAsUpdate(doc).byteLength;
    this.grownBytes = 0;
  }

  /** Compacts the log if it has grown long, or anyway once nobody is here. */
  async tidy(): Promise<void> {
    if (this.connections.size === 0 || (await compactionIsDue(this.noteId))) await compact(this.noteId);
  }
}

function isOver({ heardAt }: Seat): boolean {
  return performance.now() - heardAt > placeLasts;
}
