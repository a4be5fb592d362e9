import { setImmediate as endOfTurn, setTimeout as wait } from 'node:timers/promises';
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

/** How new heads come to the other instances. */
export interface Others {
  /** Names this instance to them. */
  instance: string;
  /** Whether there are any; alone, an instance is spared notifications that only itself would hear. */
  areThere(): boolean;
  /** Tells them; null when the database does as it commits. */
  announce: ((heads: string) => void) | null;
}

/** Updates in one transaction; more wait for the next. Keeps the notification below PostgreSQL's 8,000 bytes. */
const largestFlush = 200;
/** How often, and how far apart in milliseconds, a flush is tried while the database is away. */
const tries = 20;
const pause = 250;

/**
 * Brings updates into the log: one transaction at a time for all notes of this instance. What came in by the end of a
 * turn of the event loop goes together, and what comes in while a transaction is under way with the next one, so that
 * transactions grow with the load and nobody waits for company.
 */
export class Flusher {
  private readonly sql: Sql;
  private readonly gleaning: Gleaning;
  private readonly others: Others;
  private waiting: Entry[] = [];
  private waitingBytes = 0;
  private running: Promise<void> | undefined;

  constructor(sql: Sql, gleaning: Gleaning, others: Others) {
    this.sql = sql;
    this.gleaning = gleaning;
    this.others = others;
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
    await endOfTurn();
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
        const { instance, announce } = this.others;
        const isHeard = this.others.areThere();
        const storing = append(this.sql, batch, isHeard && !announce ? instance : null);
        reached('flushing');
        const numbers = await storing;
        reached('committed');
        counters.flush.observe((performance.now() - started) / 1000);
        counters.flushedUpdates.observe(batch.length);
        const heads = isHeard && announce ? headsOf(batch, numbers) : '';
        if (heads) announce?.(`${instance} ${heads}`);
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
