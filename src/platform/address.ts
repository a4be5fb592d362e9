import fs from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import { CannotStart } from '#platform/start.ts';

/** How to reach PostgreSQL, outside or embedded. */
export interface DatabaseAddress {
  /** A name, a number, or the folder of a socket. */
  host: string;
  port: number;
  database: string;
  user: string;
  password: string;
  /** How the line is encrypted and the server is known again; without it the line is plain. */
  ssl?: ConnectionOptions;
}

const known = ['sslmode', 'sslrootcert'];

/**
 * Reads `DATABASE_URL`, in the words of PostgreSQL's own URIs (manual, 32.1.1.2). Two drivers go by it (ours and that of
 * the job library), which read such addresses each in their own way; so neither gets to see it.
 * @throws CannotStart with a sentence
 */
export function addressIn(text: string): DatabaseAddress {
  const url = URL.canParse(text) ? new URL(text) : refuse(notAnAddress);
  const asked = Object.fromEntries(url.searchParams);
  const strange = Object.keys(asked).find((name) => !known.includes(name));
  if (strange !== undefined)
    refuse(`asks for “${strange}”; Colloquy knows only ${known.join(' and ')} there. Leave it out`);
  const user = plain(url.username) || 'postgres';
  const host = plain(url.hostname).replace(/^\[(.*)\]$/, '$1') || 'localhost';
  const ssl = host.startsWith('/') ? undefined : encryption(asked, host);
  return {
    host,
    port: Number(url.port || 5432),
    database: plain(url.pathname.slice(1)) || user,
    user,
    password: plain(url.password),
    ...(ssl && { ssl })
  };
}

/** What `sslmode` and `sslrootcert` come to; a server's certificate is checked as libpq does it (manual, 32.19). */
function encryption(
  { sslmode = 'disable', sslrootcert }: Record<string, string>,
  host: string
): ConnectionOptions | undefined {
  const ca = sslrootcert && sslrootcert !== 'system' ? { ca: certificates(sslrootcert) } : {};
  // A name in a certificate is checked against this one.
  const server = { host, ...ca };
  const ofAnyName = { checkServerIdentity: () => undefined };
  switch (sslmode) {
    case 'disable':
      return undefined;
    case 'require':
      return sslrootcert ? { ...server, ...ofAnyName } : { ...server, rejectUnauthorized: false };
    case 'verify-ca':
      return { ...server, ...ofAnyName };
    case 'verify-full':
      return server;
    default:
      return refuse(`has an sslmode of “${sslmode}”; it may be disable, require, verify-ca or verify-full`);
  }
}

function certificates(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (cause) {
    return refuse(`names certificates that cannot be read: ${(cause as Error).message}`);
  }
}

function plain(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return refuse(notAnAddress);
  }
}

const notAnAddress =
  'cannot be read as an address. It looks like postgres://user:password@host:5432/database; in a password ' +
  'write / as %2F, @ as %40, # as %23, : as %3A, ? as %3F and % as %25';

function refuse(why: string): never {
  throw new CannotStart(`DATABASE_URL ${why}.`);
}
