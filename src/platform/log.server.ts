import pino, { type Logger } from 'pino';
import { config } from '#platform/config.server.ts';
import { perProcess } from '#platform/process.ts';

/** The log of this process: one JSON line an event on standard error; errors under `err`, with their causes. */
export function log(): Logger {
  return perProcess('log', () =>
    pino(
      { level: config().logLevel, base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
      pino.destination(2)
    )
  );
}
