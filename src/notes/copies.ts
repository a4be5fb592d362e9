import { clearDocument, IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';

/* Offline copies: what one types is also kept in this browser, so that it survives a closed tab without a line. */

const prefix = 'note:';
const unsavedKey = 'unsaved';
/** A browser that keeps nothing (private windows, a full disk) must not keep the page from opening. */
const patience = 2_000;

/** Whose copy of what: a copy of another account or an older generation is never read. */
export interface CopyName {
  accountId: string;
  noteId: string;
  generation: number;
}

/** The copy of one note in this browser. */
export class OfflineCopy {
  readonly name: string;
  private readonly persistence: IndexeddbPersistence;
  private readable = false;

  constructor({ accountId, noteId, generation }: CopyName, doc: Y.Doc) {
    this.name = `${prefix}${accountId}:${noteId}:${generation}`;
    this.persistence = new IndexeddbPersistence(this.name, doc);
  }

  /** Whether a change of the document came from this copy. */
  isOrigin(origin: unknown): boolean {
    return origin === this.persistence;
  }

  /** Reads the copy into the document. @returns how many edits in it were not saved when last seen */
  async read(): Promise<number> {
    this.readable = await Promise.race([
      this.persistence.whenSynced.then(() => true),
      new Promise<false>((resolve) => setTimeout(resolve, patience, false))
    ]);
    if (!this.readable) return 0;
    return Number((await this.persistence.get(unsavedKey)) ?? 0);
  }

  /**
   * Writes down how many edits are not saved, for the next time the note is opened.
   * @returns whether that and all edits before it are written
   */
  async note(unsaved: number): Promise<boolean> {
    const { db } = this.persistence;
    if (!this.readable || !db) return false;
    // One transaction over both stores waits for the edits, which are written one by one.
    const transaction = db.transaction(['updates', 'custom'], 'readwrite');
    transaction.objectStore('custom').put(unsaved, unsavedKey);
    return new Promise((resolve) => {
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => resolve(false);
    });
  }

  close(): void {
    this.readable = false;
    void this.persistence.destroy().catch(() => undefined);
  }

  /** Deletes it. */
  async forget(): Promise<void> {
    this.readable = false;
    await this.persistence.clearData().catch(() => undefined);
  }
}

/** Deletes what other accounts, and older generations of this note, left in this browser. */
export async function forgetOthers({ accountId, noteId, generation }: CopyName): Promise<void> {
  const databases = (await indexedDB.databases?.().catch(() => [])) ?? [];
  const mine = `${prefix}${accountId}:`;
  const stale = databases
    .map(({ name }) => name ?? '')
    .filter((name) => name.startsWith(prefix))
    .filter((name) => !name.startsWith(mine) || isOlder(name, `${mine}${noteId}:`, generation));
  await Promise.all(stale.map((name) => clearDocument(name)));
}

function isOlder(name: string, note: string, generation: number): boolean {
  return name.startsWith(note) && name !== `${note}${generation}`;
}
