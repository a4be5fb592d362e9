import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import os from 'node:os';
import process from 'node:process';
import { statementsSent } from '#platform/database.server.ts';
import type { Config } from '#platform/config.server.ts';
import { CannotStart } from '#platform/start.ts';
import { guardsFor } from './guards.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** The header by which the pages learn whether they are reached by http or https; never taken from outside. */
const schemeHeader = 'x-colloquy-scheme';
/** Pasted text may have a million characters, four bytes each at most, and three bytes per percent-escape. */
const largestBody = '8M';

/**
 * The HTTP server. It takes its port first of all, so that a taken one is said before anything else happens, and
 * answers 503 until the pages are there.
 */
export class Web {
  readonly server: http.Server;
  private readonly settings: Config;
  private handler: Handler = notYet;
  private readonly headers: readonly [string, string][];

  private constructor(settings: Config) {
    this.settings = settings;
    this.headers = guardsFor(settings);
    this.server = http.createServer((request, response) => this.answer(request, response));
  }

  /** @throws CannotStart with a sentence when the port is taken or not ours to take */
  static async listen(settings: Config): Promise<Web> {
    const web = new Web(settings);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    web.server.once('error', reject).listen(settings.port, settings.host, resolve);
    try {
      await promise;
    } catch (cause) {
      throw new CannotStart(whyNot(cause as NodeJS.ErrnoException, settings), { cause });
    }
    web.server.removeListener('error', reject);
    return web;
  }

  /** Where people find it. */
  get address(): string {
    return this.settings.origin ?? `http://localhost:${this.port}`;
  }

  get port(): number {
    const bound = this.server.address();
    return typeof bound === 'object' && bound ? bound.port : this.settings.port;
  }

  /** Begins to answer with pages: the built ones, or in development the sources through Vite. */
  async serve({ development }: { development: boolean }): Promise<void> {
    if (development) {
      const { createServer } = await import('vite');
      const vite = await createServer({ server: { middlewareMode: true, hmr: { server: this.server } } });
      this.handler = vite.middlewares as Handler;
      return;
    }
    process.env.PROTOCOL_HEADER = schemeHeader;
    process.env.BODY_SIZE_LIMIT ??= largestBody;
    const built = new URL('../build/handler.js', import.meta.url).href;
    ({ handler: this.handler } = (await import(built)) as { handler: Handler });
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    request.headers[schemeHeader] = 'http';
    for (const [name, value] of this.headers) response.setHeader(name, value);
    if (this.settings.countStatements) countStatements(response);
    this.handler(request, response, () => response.writeHead(404).end());
  }

  /** Stops listening, lets answers under way finish for a moment, and closes what stays open. */
  async close(): Promise<void> {
    this.handler = notYet;
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeIdleConnections();
    const impatient = setTimeout(() => this.server.closeAllConnections(), 2_000);
    await closed;
    clearTimeout(impatient);
  }
}

function notYet(_request: IncomingMessage, response: ServerResponse): void {
  response
    .writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' })
    .end('Colloquy is starting or stopping. Please try again in a moment.\n');
}

/** For the benchmark: how many statements this answer took, correct while it is the only one. */
function countStatements(response: ServerResponse): void {
  const before = statementsSent();
  const { writeHead } = response;
  response.writeHead = ((...rest: Parameters<typeof writeHead>) => {
    response.setHeader('x-statements', statementsSent() - before);
    return writeHead.apply(response, rest);
  }) as typeof writeHead;
}

function whyNot(cause: NodeJS.ErrnoException, { host, port }: Config): string {
  if (cause.code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Stop that one, or choose another: PORT=${port + 1} npm start`;
  }
  if (cause.code === 'EACCES')
    return `Port ${port} is reserved for root. Choose one above 1023, such as PORT=3000.`;
  if (cause.code === 'EADDRNOTAVAIL') return `HOST ${host} is not an address of ${os.hostname()}.`;
  return `Could not listen on ${host}:${port}: ${cause.message}`;
}
