/** What the engine counts about itself. */
export const counters = {
  flushes: 0,
  flushedUpdates: 0,
  flushMilliseconds: 0,
  failedFlushes: 0,
  /** Sockets refused or closed, by reason. */
  refusals: new Map<string, number>(),

  flush(updates: number, milliseconds: number): void {
    this.flushes++;
    this.flushedUpdates += updates;
    this.flushMilliseconds += milliseconds;
  },

  refuse(reason: string): void {
    this.refusals.set(reason, (this.refusals.get(reason) ?? 0) + 1);
  }
};
