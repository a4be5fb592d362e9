import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import os from 'node:os';
import process from 'node:process';
import type { Config } from '#platform/config.server.ts';
import { statementsSent } from '#platform/database.server.ts';
import { errandId, onErrand, type Errand } from '#platform/errand.server.ts';
import { isLeaving, letGo } from '#platform/leaving.ts';
import { log } from '#platform/log.server.ts';
import { requests } from '#platform/metrics.server.ts';
import { CannotStart } from '#platform/start.ts';
import { traced, type Step } from '#platform/tracing.server.ts';
import { plain, send, vital } from '#platform/vitals.server.ts';
import { bare, guardsFor } from './guards.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** The header by which the pages learn whether they are reached by http or https; never taken from outside. */
const schemeHeader = 'x-colloquy-scheme';
/** Longer than any balancer keeps a connection it does not use: whoever closes first must not be us, with a form on its way. */
const idleConnections = 75_000;
/** Milliseconds that answers under way get when the process stops. */
const lastAnswers = 3_000;

/**
 * The HTTP server. It takes its port first of all, so that a taken one is said before anything else happens, and
 * answers 503 until the pages are there.
 */
export class Web {
  readonly server: http.Server;
  private readonly settings: Config;
  private readonly headers: readonly [string, string][];
  private handler: Handler = notYet;
  private isServing = false;

  private constructor(settings: Config) {
    this.settings = settings;
    this.headers = guardsFor(settings);
    this.server = http.createServer((request, response) => {
      this.take(request, response).catch((cause: unknown) => {
        log().error({ err: cause }, 'a request could not be answered');
        if (response.headersSent) response.destroy();
        else send(response, plain(500, 'Something went wrong on our side. It has been logged.'));
      });
    });
    this.server.keepAliveTimeout = idleConnections;
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
      this.isServing = true;
      return;
    }
    process.env.PROTOCOL_HEADER = schemeHeader;
    process.env.BODY_SIZE_LIMIT = String(this.settings.largestBody);
    const built = new URL('../build/handler.js', import.meta.url).href;
    ({ handler: this.handler } = (await import(built)) as { handler: Handler });
    this.isServing = true;
  }

  /** Answers nothing but what machines ask: for a process that has no pages. */
  serveNothing(): void {
    this.handler = (_request, response) => send(response, plain(404, 'This instance has no pages.'));
    this.isServing = true;
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', headers } = request;
    const errand: Errand = { id: errandId(headers['x-request-id']) };
    response.setHeader('x-request-id', errand.id);
    for (const [name, value] of this.headers) response.setHeader(name, value);
    // A balancer keeps its connections; it is to make no new request on ours.
    if (isLeaving()) response.setHeader('connection', 'close');
    response.once('finish', () => passOver(request));
    const answer = await vital(request, this.isServing);
    if (answer) {
      response.setHeader('content-security-policy', bare);
      return send(response, answer);
    }
    const started = performance.now();
    const work = (step: Step) =>
      new Promise<void>((resolve) => {
        response.once('close', () => {
          settle(method, response, errand, step, performance.now() - started);
          resolve();
        });
        this.answer(request, response);
      });
    await onErrand(errand, () => traced(method, work, { kind: 'server', from: headers }));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    request.headers[schemeHeader] = 'http';
    if (this.settings.countStatements) countStatements(response);
    this.handler(request, response, () => response.writeHead(404).end());
  }

  /** Stops listening, lets answers under way finish for a moment, and closes what stays open. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    letGo();
    this.server.closeIdleConnections();
    const impatient = setTimeout(() => this.server.closeAllConnections(), lastAnswers);
    await closed;
    clearTimeout(impatient);
    this.handler = notYet;
  }
}

/**
 * What was answered before its body was read (too long, not signed in) leaves that body on the connection, where it
 * would hold up the next request until the connection is given up.
 */
function passOver(request: IncomingMessage): void {
  if (request.complete) return;
  request.removeAllListeners('data');
  request.resume();
}

/** What is counted, traced and logged of a request: never its address, which may hold a secret, only its pattern. */
function settle(
  method: string,
  response: ServerResponse,
  errand: Errand,
  step: Step,
  milliseconds: number
): void {
  const { id, route = 'files' } = errand;
  const status = response.writableFinished ? response.statusCode : 499;
  requests.done.inc({ method, route, status });
  // A stream lasts as long as its page is open, which says nothing about us.
  const isStream = response.getHeader('content-type') === 'text/event-stream';
  if (!isStream) requests.time.observe({ route }, milliseconds / 1000);
  step.rename(`${method} ${route}`);
  step.note('http.request.method', method);
  step.note('http.route', route);
  step.note('http.response.status_code', status);
  if (status >= 500) step.fail();
  log().info({ request: id, method, route, status, milliseconds: Math.round(milliseconds) }, 'answered');
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
