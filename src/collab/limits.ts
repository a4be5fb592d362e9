/** What one socket, note or person may ask of the engine. */
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
