import type { Presence } from './protocol.ts';

/** Somebody's place in a note, as one instance tells it to the others. */
export interface Placed extends Presence {
  accountId: string;
}

type Message =
  | { from: string; says: 'here' | 'welcome' }
  /** Somebody opened a note here: who is in it elsewhere? */
  | { from: string; says: 'who'; note: string }
  | { from: string; says: 'placed'; note: string; presences: Placed[] };

/** Milliseconds in which carets are gathered: they move with every key. */
const gathering = 150;
/** An instance that has not been heard of for this time, in milliseconds, is gone. */
const patience = 45_000;
/** PostgreSQL carries at most 8,000 bytes in a notification. One place has at most 4 kB and a name. */
const largestMessage = 7_500;

/** What the rest of the engine does with what neighbours say. */
export interface Neighbourhood {
  send(payload: string): void;
  /** An instance that was not known is there: what it did before, it has told nobody. */
  met(): void;
  /** Places in a note that came from another instance. */
  place(noteId: string, presences: readonly Placed[]): void;
  /** The places this instance knows of at first hand. */
  placesIn(noteId: string): readonly Placed[];
}

/**
 * Who else serves notes, and where people are in them. An instance that is alone tells nobody of anything. What gets
 * lost comes again: every page repeats its place, and every instance its greeting, each 15 seconds.
 */
export class Neighbours {
  private readonly instance: string;
  private readonly around: Neighbourhood;
  private readonly known = new Map<string, number>();
  private readonly gathered = new Map<string, Map<number, Placed>>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(instance: string, around: Neighbourhood) {
    this.instance = instance;
    this.around = around;
  }

  /** Says that this instance is there; to be repeated well within its neighbours' patience. */
  greet(): void {
    this.say({ from: this.instance, says: 'here' });
  }

  /** Asks who else has a note open that was just opened here. */
  ask(noteId: string): void {
    if (this.areThere()) this.say({ from: this.instance, says: 'who', note: noteId });
  }

  /** Tells the others of a place, soon. */
  tell(noteId: string, placed: Placed): void {
    if (!this.areThere()) return;
    const ofNote = this.gathered.get(noteId) ?? new Map<number, Placed>();
    this.gathered.set(noteId, ofNote.set(placed.clientId, placed));
    this.timer ??= setTimeout(() => this.sendGathered(), gathering);
  }

  /** @throws SyntaxError when the payload is not one of ours */
  hear(payload: string): void {
    const message = JSON.parse(payload) as Message;
    if (message.from === this.instance) return;
    const isNew = !this.known.has(message.from);
    this.known.set(message.from, performance.now());
    if (message.says === 'here') this.say({ from: this.instance, says: 'welcome' });
    else if (message.says === 'who') this.answer(message.note);
    else if (message.says === 'placed') this.around.place(message.note, message.presences);
    if (isNew) this.around.met();
  }

  /** Sends what was gathered, and no more. */
  close(): void {
    clearTimeout(this.timer);
    this.sendGathered();
  }

  /** Whether another instance was heard of lately. */
  areThere(): boolean {
    const oldest = performance.now() - patience;
    for (const [instance, heardAt] of this.known) if (heardAt < oldest) this.known.delete(instance);
    return this.known.size > 0;
  }

  private answer(noteId: string): void {
    for (const placed of this.around.placesIn(noteId)) this.tell(noteId, placed);
  }

  private sendGathered(): void {
    this.timer = undefined;
    for (const [note, placed] of this.gathered) {
      for (const presences of parts([...placed.values()])) {
        this.say({ from: this.instance, says: 'placed', note, presences });
      }
    }
    this.gathered.clear();
  }

  private say(message: Message): void {
    this.around.send(JSON.stringify(message));
  }
}

/** Cuts a list so that each part fits into a message. */
function parts(presences: readonly Placed[]): Placed[][] {
  const all: Placed[][] = [];
  let room = 0;
  for (const placed of presences) {
    const bytes = Buffer.byteLength(JSON.stringify(placed)) + 1;
    if (bytes > room) {
      all.push([]);
      room = largestMessage;
    }
    all.at(-1)!.push(placed);
    room -= bytes;
  }
  return all;
}
