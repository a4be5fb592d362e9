import * as decoding from 'lib0/decoding';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { forgetOthers, OfflineCopy, type CopyName } from '#notes/copies.ts';
import { textName } from '#notes/notes.ts';
import { countingSocket } from '#notes/socket.ts';
import { after, beginning, kept, mustForget, statusOf, type Happening, type Ledger } from '#notes/status.ts';

/** Own message types beside y-websocket's: see the engine's protocol. */
const acknowledgement = 100;
const remark = 101;
const greeting = 102;

/** How long, in milliseconds, the number of unsaved edits in the offline copy may be out of date. */
const notingPause = 200;

/** Someone who has the note open. */
export interface Reader {
  name: string;
  isMe: boolean;
}

/** A note's line to the server: its document, who is here, and what became of one's edits. */
export class Connection {
  readonly doc = new Y.Doc();
  readonly text: Y.Text = this.doc.getText(textName);
  readonly awareness: Awareness;
  ledger: Ledger = $state.raw(beginning);
  readers: readonly Reader[] = $state.raw([]);
  /** The document holds the note's text, from the server or from this browser, and can be shown. */
  ready = $state(false);

  private readonly who: CopyName & { name: string };
  private readonly provider: WebsocketProvider;
  private readonly copy: OfflineCopy;
  private noting: ReturnType<typeof setTimeout> | undefined;

  constructor(address: string, who: CopyName & { name: string }) {
    this.who = who;
    this.copy = new OfflineCopy(who, this.doc);
    // Before the provider listens: an edit is on the books before the frame that carries it.
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== this.provider && !this.copy.isOrigin(origin)) this.tell({ type: 'edited' });
    });
    this.provider = new WebsocketProvider(address, who.noteId, this.doc, {
      connect: false,
      disableBc: true,
      WebSocketPolyfill: countingSocket((whole) => this.tell({ type: 'sent', whole }))
    });
    this.awareness = this.provider.awareness;
    this.awareness.setLocalStateField('user', { name: who.name });
    this.listen();
  }

  /** Reads the offline copy, then connects. */
  async open(): Promise<void> {
    void forgetOthers(this.who);
    const edits = await this.copy.read().catch(() => 0);
    if (edits > 0) this.tell({ type: 'restored', edits });
    this.provider.connect();
  }

  close(): void {
    clearTimeout(this.noting);
    this.provider.destroy();
    this.copy.close();
    this.doc.destroy();
  }

  private listen(): void {
    const { provider } = this;
    provider.on('status', ({ status }) => {
      if (status === 'connected') this.tell({ type: 'opened' });
    });
    provider.on('sync', (got) => {
      if (!got) return;
      this.ready = true;
      this.tell({ type: 'received' });
    });
    provider.on('connection-close', (event) => this.hangUp(event?.code ?? null, event?.reason));
    this.awareness.on('change', () => this.look());
    this.look();
    provider.messageHandlers[acknowledgement] = (_answer, message) =>
      this.tell({ type: 'acknowledged', count: decoding.readVarUint(message) });
    provider.messageHandlers[remark] = (_answer, message) => this.hear(readJson(message));
    provider.messageHandlers[greeting] = (_answer, message) => this.greet(readJson(message));
  }

  private tell(event: Happening): void {
    const before = kept(this.ledger);
    this.ledger = after(this.ledger, event);
    if (before !== kept(this.ledger)) this.noting ??= setTimeout(() => this.noteUnsaved(), notingPause);
  }

  private noteUnsaved(): void {
    this.noting = undefined;
    const edits = kept(this.ledger);
    void this.copy.note(edits).then((isWritten) => {
      if (isWritten) this.tell({ type: 'stored', edits });
    });
  }

  private hangUp(code: number | null, why = ''): void {
    this.tell({ type: 'closed', code, why });
    // Without a line, what this browser kept is the note.
    if (this.text.length > 0) this.ready = true;
    if (mustForget(statusOf(this.ledger))) void this.copy.forget();
  }

  private greet({ canWrite, generation }: Record<string, unknown>): void {
    if (typeof generation === 'number' && generation !== this.who.generation) location.reload();
    else this.tell({ type: 'greeted', mayWrite: canWrite === true });
  }

  private hear({ message, canWrite }: Record<string, unknown>): void {
    if (typeof canWrite === 'boolean') this.tell({ type: 'greeted', mayWrite: canWrite });
    this.tell({ type: 'remarked', remark: typeof message === 'string' ? message : null });
  }

  private look(): void {
    const readers: Reader[] = [{ name: this.who.name, isMe: true }];
    for (const state of this.awareness.getStates().values()) {
      const name: unknown = state.user?.name;
      const isNew = typeof name === 'string' && readers.every((reader) => reader.name !== name);
      if (isNew) readers.push({ name, isMe: false });
    }
    this.readers = readers;
  }
}

function readJson(message: decoding.Decoder): Record<string, unknown> {
  return JSON.parse(decoding.readVarString(message)) as Record<string, unknown>;
}
