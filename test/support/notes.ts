import http from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import * as accounts from '#accounts/accounts.server.ts';
import { attach, type Engine } from '#collab/collab.server.ts';
import type { Member } from '#groups/groups.ts';
import { textName } from '#notes/notes.ts';
import * as notes from '#notes/notes.server.ts';

/** The engine on an HTTP server of this process. */
export async function startEngine(): Promise<{
  url: string;
  origin: string;
  engine: Engine;
  stop(): Promise<void>;
}> {
  const server = http.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const engine = await attach(server);
  return {
    url: `ws://127.0.0.1:${port}/collab`,
    origin: `http://127.0.0.1:${port}`,
    engine,
    async stop() {
      await engine.close();
      await new Promise((resolve) => server.close(resolve));
    }
  };
}

/** A session of somebody, as a Cookie header. */
export async function cookieOf(member: Member): Promise<{ cookie: string; sessionId: string }> {
  const session = await accounts.openSession(member.accountId, 'test');
  const { name, value } = accounts.sessionCookie(session);
  return { cookie: `${name}=${value}`, sessionId: session.sessionId };
}

export async function someNote(member: Member, title = 'What we read'): Promise<string> {
  return (await notes.make(member, { title })).id;
}

// Each provider waits for the end of the process.
process.setMaxListeners(0);

/** Somebody with a note open through the stock provider, and what the page would know. */
export class Writer {
  readonly doc = new Y.Doc();
  readonly text: Y.Text = this.doc.getText(textName);
  readonly provider: WebsocketProvider;
  sent = 0;
  acknowledged = 0;
  /** Of the connection before, once that is lost. */
  mostAcknowledged = 0;
  canWrite: boolean | undefined;
  closedBy: number | undefined;

  constructor(url: string, noteId: string, headers: Record<string, string>) {
    const count = (data: Uint8Array) => {
      if (data[0] === 0 && (data[1] === 1 || data[1] === 2)) this.sent++;
    };
    class Socket extends WebSocket {
      constructor(address: string) {
        super(address, { headers });
      }
      override send(data: Uint8Array) {
        count(data);
        super.send(data);
      }
    }
    this.provider = new WebsocketProvider(url, noteId, this.doc, {
      disableBc: true,
      WebSocketPolyfill: Socket as never
    });
    this.provider.on('status', ({ status }) => {
      if (status === 'connecting') this.sent = this.acknowledged = 0;
    });
    this.provider.on('connection-close', (event) => (this.closedBy = event?.code));
    this.provider.messageHandlers[100] = (_e, message) => {
      this.mostAcknowledged = this.acknowledged = decoding.readVarUint(message);
    };
    this.provider.messageHandlers[101] = (_e, message) => void decoding.readVarString(message);
    this.provider.messageHandlers[102] = (_e, message) => {
      this.canWrite = JSON.parse(decoding.readVarString(message)).canWrite;
    };
  }

  get isSaved(): boolean {
    return this.provider.synced && this.sent > 0 && this.sent === this.acknowledged;
  }

  /** The socket under it, for what no well-behaved page does. */
  sendRaw(frame: Uint8Array): void {
    this.provider.ws?.send(frame as Uint8Array<ArrayBuffer>);
  }

  type(words: string): void {
    this.text.insert(this.text.length, words);
  }

  close(): void {
    this.provider.destroy();
    this.doc.destroy();
  }
}
