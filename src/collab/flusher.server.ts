import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { append, headsOf, type Incoming } from '#notes/log.server.ts';
import { reached } from '#notes/moments.server.ts';
import { log } from '#platform/log.server.ts';
import { counters } from './counters.server.ts';
import type { Gleaning } from './gleaning.server.ts';
import { limits } from './limits.ts';

/** An update on its way into the log, and who wants to know what became of it. */
export interface Entry extends Incoming {
  /** Its number in the log; null when it was refused. */
  settle(seq: number | null): void;
  /** The database did not take it in time: nobody knows whether it is stored. */
  giveUp(): void;
}

/** Updates in one transaction; more wait for the next. Keeps the notification below PostgreSQL's 8,000 bytes. */
const largestFlush = 200;
/**
 * Milliseconds in which updates gather before a flush that follows a quiet moment. Measured: it takes a fifth off the
 * CPU time of an update and a third off the slowest acknowledgements, for two milliseconds more on the usual ones.
 */
const gathering = 2;
/** How often, and how far apart in milliseconds, a flush is tried while the database is away. */
const tries = 20;
const pause = 250;

/**
 * Brings updates into the log: one transaction at a time for all notes of this instance. What comes in while one is
 * under way goes with the next, so that transactions grow with the load.
 */
export class Flusher {
  private readonly sql: Sql;
  private readonly instance: string;
  private readonly announce: ((heads: string) => void) | null;
  private readonly gleaning: Gleaning;
  private waiting: Entry[] = [];
  private waitingBytes = 0;
  private running: Promise<void> | undefined;

  /** @param announce tells the other instances of new heads; null when the database does as it commits */
  constructor(sql: Sql, instance: string, announce: ((heads: string) => void) | null, gleaning: Gleaning) {
    this.sql = sql;
    this.gleaning = gleaning;
    this.instance = instance;
    this.announce = announce;
  }

  /** More waits for the database than this instance wants to hold. */
  get isFull(): boolean {
    return this.waitingBytes > limits.waitingBytes;
  }

  add(entry: Entry): void {
    this.waiting.push(entry);
    this.waitingBytes += entry.payload.byteLength;
    this.running ??= this.run();
  }

  /** Resolves once everything added before has been settled or given up. */
  async drain(): Promise<void> {
    while (this.running) await this.running;
  }

  private async run(): Promise<void> {
    await wait(gathering);
    while (this.waiting.length > 0) await this.flush(this.waiting.splice(0, largestFlush));
    this.running = undefined;
  }

  private async flush(batch: Entry[]): Promise<void> {
    const numbers = await this.store(batch);
    for (const { payload } of batch) this.waitingBytes -= payload.byteLength;
    batch.forEach((entry, index) => {
      if (numbers) entry.settle(numbers[index] ?? null);
      else entry.giveUp();
      if (index === 0) reached('acknowledging');
    });
  }

  /**
   * Storing an update twice does no harm, since applying it twice does none: after a failure that leaves open whether
   * the transaction was committed, it is simply done again.
   */
  private async store(batch: Entry[]): Promise<(number | null)[] | undefined> {
    for (let attempt = 1; ; attempt++) {
      const started = performance.now();
      try {
        const storing = append(this.sql, batch, this.announce ? null : this.instance);
        reached('flushing');
        const numbers = await storing;
        reached('committed');
        counters.flush.observe((performance.now() - started) / 1000);
        counters.flushedUpdates.observe(batch.length);
        const heads = this.announce && headsOf(batch, numbers);
        if (heads) this.announce?.(`${this.instance} ${heads}`);
        for (const { noteId } of batch) this.gleaning.ask(noteId);
        return numbers;
      } catch (cause) {
        counters.failedFlushes.inc();
        if (attempt === 1)
          log().error({ err: cause, updates: batch.length }, 'notes could not be saved and are tried again');
        if (attempt === tries) return undefined;
        await wait(pause);
      }
    }
  }
}
