import { createHash } from 'node:crypto';
import type http from 'node:http';

/** How a request goes wrong. */
export type Fault =
  | { kind: 'too many'; header: [name: string, value: string] }
  | { kind: 'status'; status: number }
  | { kind: 'slow' }
  | { kind: 'cut off' }
  | { kind: 'html' }
  | { kind: 'body'; body: string }
  | { kind: 'malformed item'; at: number };

/** What a source answers when nothing goes wrong. */
export interface Reply {
  status: number;
  type: string;
  body: string;
}

/** Answers, with an ETag, and with 304 when the request has it. */
export function send(
  { status, type, body }: Reply,
  request: http.IncomingMessage,
  response: http.ServerResponse
): void {
  const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
  if (status === 200 && request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
  else response.writeHead(status, { 'content-type': type, ...(status === 200 && { etag }) }).end(body);
}

/** Answers as the fault will have it. */
export function misbehave(fault: Fault, reply: Reply, response: http.ServerResponse): void {
  switch (fault.kind) {
    case 'too many':
      response.writeHead(429, { [fault.header[0]]: fault.header[1] }).end('{"error":"Too many requests"}');
      return;
    case 'status':
      response.writeHead(fault.status).end('Sorry');
      return;
    case 'slow':
      // Says that it will answer, and does not: whoever waits has to end it.
      response.writeHead(200, { 'content-type': reply.type }).write(reply.body.slice(0, 10));
      return;
    case 'cut off':
      response.writeHead(200, {
        'content-type': reply.type,
        'content-length': Buffer.byteLength(reply.body)
      });
      response.write(reply.body.slice(0, reply.body.length / 2), () => response.destroy());
      return;
    case 'html':
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!doctype html><html><body><h1>Under maintenance</h1></body></html>');
      return;
    case 'body':
      response.writeHead(200, { 'content-type': reply.type }).end(fault.body);
      return;
    case 'malformed item':
      response.writeHead(200, { 'content-type': reply.type }).end(spoilt(reply.body, fault.at));
  }
}

/** The same answer, the item of that number without what says which paper it is. */
function spoilt(body: string, at: number): string {
  if (body.startsWith('[')) {
    const items = JSON.parse(body) as { paper: object }[];
    return JSON.stringify(items.map((item, index) => (index === at ? { ...item, paper: { id: 7 } } : item)));
  }
  let index = -1;
  return body.replace(/<guid.*?<\/guid>|<id>http:\/\/arxiv\.org\/abs.*?<\/id>/g, (id) =>
    ++index === at ? '' : id
  );
}
