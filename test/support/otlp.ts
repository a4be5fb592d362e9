import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { freePort } from './app.ts';

/* A collector of traces: OTLP over HTTP in JSON, as the OpenTelemetry specification has it. */

/** What a test wants to know of a span. */
export interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: { key: string; value: { stringValue?: string; intValue?: number } }[];
}

interface Export {
  resourceSpans: { scopeSpans: { spans: Span[] }[] }[];
}

/** The collector in a process of its own, and the spans that came in so far. */
export class Collector {
  readonly spans: Span[] = [];
  readonly url: string;
  private readonly child: ChildProcess;

  static async start(): Promise<Collector> {
    const collector = new Collector(await freePort());
    await once(collector.child.stdout!, 'data');
    return collector;
  }

  private constructor(port: number) {
    this.url = `http://127.0.0.1:${port}`;
    this.child = spawn(process.execPath, [fileURLToPath(import.meta.url), String(port)], {
      stdio: ['ignore', 'pipe', 'inherit']
    });
    let rest = '';
    this.child.stdout!.on('data', (chunk: Buffer) => {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop()!;
      for (const line of lines) if (line.startsWith('{')) this.spans.push(JSON.parse(line) as Span);
    });
  }

  async stop(): Promise<void> {
    this.child.kill();
    await once(this.child, 'close');
  }
}

async function receive(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const { resourceSpans } = JSON.parse(await text(request)) as Export;
  const spans = resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
  if (request.url === '/v1/traces') for (const span of spans) console.log(JSON.stringify(span));
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  http
    .createServer((request, response) => void receive(request, response))
    .listen(Number(process.argv[2]), '127.0.0.1', () => console.log('listening'));
}
