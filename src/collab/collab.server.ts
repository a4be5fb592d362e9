import { randomBytes } from 'node:crypto';
import type http from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import * as accounts from '#accounts/accounts.server.ts';
import { headsChannel } from '#notes/log.server.ts';
import { writtenTopic } from '#notes/writing.server.ts';
import { subscribe } from '#platform/bus.server.ts';
import { config } from '#platform/config.server.ts';
import { ownConnection } from '#platform/database.server.ts';
import { openFanout, type Fanout } from '#platform/fanout.server.ts';
import { log } from '#platform/log.server.ts';
import { accessTo } from './access.server.ts';
import { Connection } from './connection.server.ts';
import { counters } from './counters.server.ts';
import { Gleaning } from './gleaning.server.ts';
import { Flusher } from './flusher.server.ts';
import { adjustLimits, limits } from './limits.ts';
import { Neighbours } from './neighbours.server.ts';
import { closing } from './protocol.ts';
import { refusals } from './refusals.ts';
import { Room } from './room.server.ts';

const address = /^\/collab\/([0-9A-Za-z]{1,40})(?:\?|$)/;

/** Milliseconds between looks at what a lost message or an expired session would leave. */
const healing = 15_000;
const sweeping = 60_000;
/** Milliseconds between looks for sessions that have run out. */
const expiring = 1_000;
const presencesChannel = 'note_presences';
/** A note nobody has open is compacted after this time. */
const settling = 30_000;
/** How long pages get to answer our closing before they are cut off. */
const goodbye = 2_000;

/** The notes engine of this process. */
export interface Engine {
  /** Saves everything that came in, sends the pages to another instance, and stops. */
  close(): Promise<void>;
}

/**
 * Serves notes at `/collab/<note>` on an HTTP server.
 * @throws CannotStart when the environment names a limit that makes no sense
 */
export async function attach(server: http.Server): Promise<Engine> {
  adjustLimits(process.env);
  const engine = new Collab();
  await engine.listen(server);
  return engine;
}

class Collab implements Engine {
  private readonly instance = randomBytes(6).toString('hex');
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false
  });
  private readonly rooms = new Map<string, Room>();
  private readonly connections = new Set<Connection>();
  private readonly own = ownConnection();
  private readonly neighbours = new Neighbours(this.instance, {
    send: (payload) => this.fanout?.send(presencesChannel, payload),
    met: () => this.lookEverywhere(),
    place: (noteId, presences) => this.rooms.get(noteId)?.placeFromAfar(presences),
    placesIn: (noteId) => this.rooms.get(noteId)?.placesHere() ?? []
  });
  private readonly gleaning = new Gleaning();
  private fanout: Fanout | undefined;
  private flusher!: Flusher;
  private readonly undo: (() => unknown)[] = [];
  private readonly tidying = new Map<string, ReturnType<typeof setTimeout>>();
  private isClosing = false;

  async listen(server: http.Server): Promise<void> {
    const upgrade = (request: http.IncomingMessage, socket: Duplex, head: Buffer) =>
      this.upgrade(request, socket, head);
    const fanout = await openFanout(
      {
        [headsChannel]: (payload) => this.hear(payload),
        [presencesChannel]: (payload) => this.neighbours.hear(payload)
      },
      () => {
        this.neighbours.greet();
        this.lookEverywhere();
      }
    );
    this.fanout = fanout;
    this.flusher = new Flusher(this.own, this.gleaning, {
      instance: this.instance,
      areThere: () => this.neighbours.areThere(),
      announce: fanout.isDatabase ? null : (heads) => fanout.send(headsChannel, heads)
    });
    this.neighbours.greet();
    server.on('upgrade', upgrade);
    const every = (pause: number, work: () => void) => {
      const timer = setInterval(work, pause);
      this.undo.push(() => clearInterval(timer));
    };
    every(healing, () => {
      this.neighbours.greet();
      this.lookEverywhere();
    });
    every(sweeping, () => this.checkAccess(() => true));
    every(expiring, () => {
      const now = new Date();
      this.checkAccess((connection) => connection.hasExpired(now));
    });
    this.undo.push(
      () => server.off('upgrade', upgrade),
      subscribe('access', ({ kind }) => this.accessChanged(kind)),
      subscribe(writtenTopic, ({ kind }) => this.hear(`server ${kind}`))
    );
  }

  private upgrade(request: http.IncomingMessage, socket: Duplex, head: Buffer): void {
    const noteId = address.exec(request.url ?? '')?.[1];
    if (!noteId) return;
    if (!isOurs(request)) {
      counters.refusals.inc({ reason: 'foreign origin' });
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    this.sockets.handleUpgrade(request, socket, head, (webSocket) => {
      void this.admit(webSocket, noteId, accounts.sessionIdIn(request.headers.cookie));
    });
  }

  /** A refusal is said by a close code: a browser cannot see the status of a refused upgrade. */
  private async admit(socket: WebSocket, noteId: string, sessionId: string | null): Promise<void> {
    const early: Uint8Array[] = [];
    const keep = (data: Buffer) => early.push(data);
    socket.on('message', keep);
    socket.on('error', (cause) => log().debug({ err: cause }, 'a note’s socket failed'));
    const access = await accessTo(noteId, sessionId).catch((cause: unknown) => {
      log().error({ err: cause, note: noteId }, 'access to a note could not be checked');
      return closing.busy;
    });
    if (typeof access === 'number' || !sessionId) return this.turnAway(socket, access as number);
    // Who left while we asked is not let in: nobody would tell us again that they have gone.
    if (socket.readyState !== socket.OPEN) return;
    const room = this.rooms.get(noteId) ?? new Room(noteId, (placed) => this.neighbours.tell(noteId, placed));
    if (this.isClosing) return this.turnAway(socket, closing.goingAway);
    if (!this.hasPlace(room, access.accountId)) return this.turnAway(socket, closing.busy);
    this.rooms.set(noteId, room);
    clearTimeout(this.tidying.get(noteId));
    if (room.connections.size === 0) this.neighbours.ask(noteId);
    const connection = new Connection(socket, room, this.flusher, access, sessionId);
    this.connections.add(connection);
    this.count();
    socket.on('close', () => this.leave(connection, room));
    socket.off('message', keep);
    socket.on('message', (data: Buffer) => connection.receive(data));
    for (const frame of early) connection.receive(frame);
  }

  private turnAway(socket: WebSocket, code: number): void {
    counters.refusals.inc({ reason: reasons[code] ?? String(code) });
    socket.close(code, code === closing.busy ? refusals['no place'].says : undefined);
  }

  private hasPlace(room: Room, accountId: string): boolean {
    if (room.connections.size >= limits.socketsPerNote) return false;
    let ofAccount = 0;
    for (const connection of this.connections) if (connection.accountId === accountId) ofAccount++;
    return ofAccount < limits.socketsPerAccount;
  }

  private leave(connection: Connection, room: Room): void {
    this.connections.delete(connection);
    room.leave(connection);
    this.count();
    if (room.connections.size > 0 || this.isClosing) return;
    clearTimeout(this.tidying.get(room.noteId));
    const timer = setTimeout(() => {
      this.tidying.delete(room.noteId);
      if (room.connections.size > 0) return;
      this.rooms.delete(room.noteId);
      this.count();
      void this.tidy(room);
    }, settling);
    this.tidying.set(room.noteId, timer);
  }

  private count(): void {
    counters.sockets.set(this.connections.size);
    counters.notes.set(this.rooms.size);
  }

  private async tidy(room: Room): Promise<void> {
    await room.tidy().catch((cause: unknown) => {
      log().error({ err: cause, note: room.noteId }, 'a note could not be compacted');
    });
  }

  private hear(payload: string): void {
    const [from, ...heads] = payload.split(' ');
    if (from === this.instance) return;
    for (const entry of heads) {
      const [noteId = '', head] = entry.split(':');
      this.rooms.get(noteId)?.hear(Number(head));
    }
  }

  /** Messages may have been missed: read on in every open note, and compact the long ones. */
  private lookEverywhere(): void {
    for (const room of this.rooms.values()) {
      if (room.connections.size === 0) continue;
      room.lookForMore();
      void this.tidy(room);
    }
  }

  private accessChanged(kind: string): void {
    const [what, id] = kind.split(':');
    if (what === 'account') this.checkAccess((connection) => connection.accountId === id);
    else if (what === 'note') this.checkAccess((connection) => connection.noteId === id);
    else this.checkAccess(() => true);
  }

  private checkAccess(concerned: (connection: Connection) => boolean): void {
    for (const connection of this.connections) if (concerned(connection)) void connection.checkAccess();
  }

  async close(): Promise<void> {
    this.isClosing = true;
    for (const timer of this.tidying.values()) clearTimeout(timer);
    for (const undo of this.undo.splice(0)) await undo();
    await this.flusher.drain();
    const gone = new Promise<void>((resolve) => this.sockets.close(() => resolve()));
    for (const connection of this.connections) connection.close(closing.goingAway);
    const impatient = setTimeout(() => {
      for (const socket of this.sockets.clients) socket.terminate();
    }, goodbye);
    await gone;
    clearTimeout(impatient);
    await this.flusher.drain();
    await this.gleaning.close();
    this.neighbours.close();
    await this.fanout?.close();
    await this.own.end({ timeout: 5 });
  }
}

const reasons: Record<number, string> = {
  [closing.signedOut]: 'signed out',
  [closing.noAccess]: 'no access',
  [closing.deleted]: 'deleted',
  [closing.busy]: 'no place',
  [closing.goingAway]: 'stopping'
};

/** Forms are guarded by their Origin, and so are sockets: a page elsewhere must not write with our cookie. */
function isOurs({ headers }: http.IncomingMessage): boolean {
  const expected = config().origin ?? `http://${headers.host}`;
  return headers.origin === expected;
}
