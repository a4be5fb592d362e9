import { CannotStart } from '#platform/start.ts';

/**
 * What one socket, note or person may ask of the engine. An operator changes one by an environment variable:
 * `NOTES_` and its name in capitals, such as `NOTES_SOCKETS_PER_NOTE`.
 */
export const limits = {
  /** Bytes of one frame; a larger one ends the connection (1009). */
  frameBytes: 1024 * 1024,
  /** Bytes of a note's state: above the first people are warned, above the second the note is read-only. */
  softStateBytes: 2 * 1024 * 1024,
  hardStateBytes: 5 * 1024 * 1024,
  /** Frames with edits: a second on the long run, and at once. */
  updatesPerSecond: 30,
  updatesBurst: 200,
  /** Bytes of edits a second on the long run; a burst of one frame is always allowed. */
  updateBytesPerSecond: 128 * 1024,
  /** Updates of one connection that build on what never came; each is answered by asking for it. */
  orphanUpdates: 20,
  /** Carets and names: a second, and bytes of one. */
  awarenessPerSecond: 10,
  awarenessBytes: 4 * 1024,
  socketsPerNote: 100,
  socketsPerAccount: 20,
  /** Bytes waiting for a slow reader: above the first it misses carets, above the second it is closed (4503). */
  slowReaderBytes: 1024 * 1024,
  lostReaderBytes: 4 * 1024 * 1024,
  /** Bytes of edits waiting for the database, for all notes of an instance; above it newcomers are told to wait. */
  waitingBytes: 32 * 1024 * 1024
};

/**
 * Takes the limits that the environment names.
 * @throws CannotStart naming every variable at fault, one line each
 */
export function adjustLimits(environment: Record<string, string | undefined>): void {
  const faults: string[] = [];
  for (const key of Object.keys(limits) as (keyof typeof limits)[]) {
    const name = `NOTES_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
    const value = environment[name];
    if (!value) continue;
    if (/^[1-9]\d{0,11}$/.test(value)) limits[key] = Number(value);
    else faults.push(`  ${name}: must be a whole number above 0`);
  }
  if (faults.length > 0) throw new CannotStart(`The configuration has mistakes:\n${faults.join('\n')}`);
}
