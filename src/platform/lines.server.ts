import net from 'node:net';
import { perProcess } from '#platform/process.ts';

/*
 * The lines to PostgreSQL. A line whose other end has vanished (a cable, a firewall, a frozen machine) does not say
 * so: TCP tries for a quarter of an hour. Whoever notices earlier cuts them all, so that what waits on them fails at
 * once and is tried again on new ones.
 */

/** Seconds of silence after which TCP asks whether the other end is still there; then once a second, ten times. */
export const silence = 5;

/** What a statement on a cut line fails with. */
export const linesCut = 'The database has not answered for too long.';

const open = perProcess('lines', () => new Set<net.Socket>());

/** What the driver says of where to connect: several hosts are tried in turn, one a connection. */
interface Target {
  host: string[];
  port: number[];
  path?: string | false;
}

/** Makes lines to one database: for the driver's option `socket`, which it does not describe. */
export function linesMaker(): (target: Target) => net.Socket {
  let turn = 0;
  return ({ host, port, path }) => {
    const at = turn++ % host.length;
    const keepAlive = { keepAlive: true, keepAliveInitialDelay: silence * 1000 };
    const line = net.connect(path ? { path } : { host: host[at], port: port[at]!, ...keepAlive });
    forgetClosed();
    open.add(line);
    // The driver checks a certificate against the name it finds here.
    return Object.assign(line, { host: host[at], port: port[at] });
  };
}

/** How many lines this process has. */
export function linesOpen(): number {
  forgetClosed();
  return open.size;
}

/** Looked for, since nobody says so: the driver takes all listeners off a line that it encrypts. */
function forgetClosed(): void {
  for (const line of open) if (line.destroyed) open.delete(line);
}

/** Cuts every line: what waits on one fails, and the next statement makes a new one. */
export function cutLines(): void {
  for (const line of open) line.destroy(new Error(linesCut));
}
