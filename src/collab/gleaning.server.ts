import { requestJob } from '#platform/jobs.server.ts';
import { log } from '#platform/log.server.ts';

/** How long, in milliseconds, pages may be behind with what a note's text says of tasks, citations and people. */
const pause = 2_000;

/** Asks the worker to read notes again that were written in; a note that is being written in, once in a while. */
export class Gleaning {
  private readonly due = new Map<string, ReturnType<typeof setTimeout>>();

  ask(noteId: string): void {
    if (this.due.has(noteId)) return;
    this.due.set(
      noteId,
      setTimeout(() => void this.request(noteId), pause)
    );
  }

  /** Asks at once for what was still to be asked for. */
  async close(): Promise<void> {
    for (const timer of this.due.values()) clearTimeout(timer);
    await Promise.all([...this.due.keys()].map((noteId) => this.request(noteId)));
  }

  private async request(noteId: string): Promise<void> {
    this.due.delete(noteId);
    try {
      await requestJob('note.glean', { noteId }, { key: noteId });
    } catch (cause) {
      log().warn({ err: cause, note: noteId }, 'a note is read again only later');
    }
  }
}
