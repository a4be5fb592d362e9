import { randomBytes } from 'node:crypto';
import http from 'node:http';
import type net from 'node:net';

/** What a load generator wants to hear of its connection. */
export interface Hears {
  /** Before the first message. */
  opened(socket: RawSocket): void;
  message(payload: Buffer): void;
  closed(code: number | null): void;
}

/**
 * A WebSocket client with next to nothing between it and the wire, so that the generator costs far less than what it
 * measures. It reads unfragmented frames (RFC 6455, 5.2), which is what all servers here send.
 */
export class RawSocket {
  private readonly socket: net.Socket;
  private readonly hears: Hears;
  private rest: Buffer = Buffer.alloc(0);
  private code: number | null = null;
  private constructor(socket: net.Socket, head: Buffer, hears: Hears) {
    this.socket = socket;
    this.hears = hears;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.read(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => hears.closed(this.code));
    hears.opened(this);
    if (head.length > 0) this.read(head);
  }

  /** @throws Error with the status when the server does not switch protocols */
  static open(url: string, headers: Record<string, string>, hears: Hears): Promise<RawSocket> {
    const { promise, resolve, reject } = Promise.withResolvers<RawSocket>();
    const request = http.request(url.replace(/^ws/, 'http'), {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': randomBytes(16).toString('base64'),
        ...headers
      }
    });
    request.on('upgrade', (_response, socket, head) =>
      resolve(new RawSocket(socket as net.Socket, head, hears))
    );
    request.on('response', (response) =>
      reject(new Error(`The upgrade was answered ${response.statusCode}.`))
    );
    request.on('error', reject);
    request.end();
    return promise;
  }

  /** Sends one message in one frame; `opcode` 2 is binary. */
  send(payload: Uint8Array, opcode = 2): void {
    this.socket.write(frameOf(payload, opcode));
  }

  /** Stops reading, as a page that hangs does. */
  hang(): void {
    this.socket.pause();
  }

  /** Cuts the line. */
  destroy(): void {
    this.socket.destroy();
  }

  private read(chunk: Buffer): void {
    let data = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    for (;;) {
      const frame = firstFrame(data);
      if (!frame) break;
      data = data.subarray(frame.end);
      this.take(frame.opcode, frame.payload);
    }
    this.rest = data;
  }

  private take(opcode: number, payload: Buffer): void {
    if (opcode === 2 || opcode === 1) this.hears.message(payload);
    else if (opcode === 9) this.send(payload, 10);
    else if (opcode === 8) {
      this.code = payload.length >= 2 ? payload.readUInt16BE(0) : null;
      this.send(payload, 8);
      this.socket.end();
    }
  }
}

function firstFrame(data: Buffer): { opcode: number; payload: Buffer; end: number } | null {
  if (data.length < 2) return null;
  let length = data[1]! & 0x7f;
  let start = 2;
  if (length === 126) {
    if (data.length < 4) return null;
    length = data.readUInt16BE(2);
    start = 4;
  } else if (length === 127) {
    if (data.length < 10) return null;
    length = Number(data.readBigUInt64BE(2));
    start = 10;
  }
  const end = start + length;
  return data.length < end ? null : { opcode: data[0]! & 0x0f, payload: data.subarray(start, end), end };
}

/** A client's frame is masked; the mask may be zero, and then the payload stands as it is. */
function frameOf(payload: Uint8Array, opcode: number): Buffer {
  const { length } = payload;
  const extra = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const frame = Buffer.alloc(6 + extra + length);
  frame[0] = 0x80 | opcode;
  frame[1] = 0x80 | (extra === 0 ? length : extra === 2 ? 126 : 127);
  if (extra === 2) frame.writeUInt16BE(length, 2);
  if (extra === 8) frame.writeBigUInt64BE(BigInt(length), 2);
  frame.set(payload, 6 + extra);
  return frame;
}
