import { channel } from 'node:diagnostics_channel';

/** Where the engine stands in saving a note, for those who want to see what becomes of it if it is cut off there. */
export type Moment =
  /** The statement that stores updates was sent, and not answered. */
  | 'flushing'
  /** The updates are committed, and nobody was told. */
  | 'committed'
  /** The first of the writers was told. */
  | 'acknowledging'
  /** The new snapshot is written, the old rows are there, nothing is committed. */
  | 'compacting';

const moments = channel('colloquy:notes');

/** Tells who listens on the diagnostics channel `colloquy:notes`; costs nothing when nobody does. */
export function reached(moment: Moment): void {
  if (moments.hasSubscribers) moments.publish(moment);
}
