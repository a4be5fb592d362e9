import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { config } from '#platform/config.server.ts';
import { isPublic } from '#webhooks/addresses.ts';

/** Milliseconds a receiver has for its whole answer. */
const patience = 10_000;
/** Bytes of an answer that are looked at. */
const excerptBytes = 500;

/** What a receiver said. */
export interface Answer {
  status: number;
  excerpt: string;
}

/** Why an address cannot be a webhook's; null when it can, as far as it tells before anyone connects. */
export function faultIn(address: string): string | null {
  const { protocol, hostname } = new URL(address);
  if (isAllowed(hostname)) return null;
  if (protocol !== 'https:') return 'The address must begin with https://, so that nobody reads along.';
  if (isIP(bare(hostname)) && !isPublic(bare(hostname))) return 'This address is not on the public internet.';
  return null;
}

/**
 * Sends one message. The name is looked up as the connection is made and what it leads to is checked there, so that a name
 * cannot lead elsewhere in between; redirects are answers like any other.
 * @throws Error when the receiver cannot be reached, or is none that webhooks may reach
 */
export function send(address: string, headers: Record<string, string>, body: string): Promise<Answer> {
  const url = new URL(address);
  const fault = faultIn(address);
  if (fault) return Promise.reject(new Error(fault));
  const options = {
    method: 'POST',
    agent: false,
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    signal: AbortSignal.timeout(patience),
    ...(isAllowed(url.hostname) ? {} : { lookup: publicLookup })
  } as const;
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, options, (response) => {
      read(response).then((excerpt) => resolve({ status: response.statusCode ?? 0, excerpt }), reject);
    });
    request.once('error', reject).end(body);
  });
}

async function read(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= excerptBytes) break;
  }
  // PostgreSQL's texts hold no zero.
  return Buffer.concat(chunks).subarray(0, excerptBytes).toString('utf8').replaceAll('\0', '');
}

/** Looks a name up as the system does, and refuses it when anything it leads to is not public. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  dns.lookup(hostname, { ...options, all: true }, (cause, found) => {
    if (cause) return callback(cause, '', 0);
    const [first] = found;
    if (!first || found.some(({ address }) => !isPublic(address)))
      return callback(
        new Error(`${hostname} leads to an address that is not on the public internet.`),
        '',
        0
      );
    if (options.all) callback(null, found);
    else callback(null, first.address, first.family);
  });
};

/** Names the operator lets webhooks reach, wherever they lead. */
function isAllowed(hostname: string): boolean {
  return config().webhookHosts.includes(bare(hostname).toLowerCase());
}

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '');
