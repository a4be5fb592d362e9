import pino, { type Logger } from 'pino';
import { config } from '#platform/config.server.ts';
import { currentErrand } from '#platform/errand.server.ts';
import { perProcess } from '#platform/process.ts';

/**
 * The log of this process: one JSON line an event on standard error; errors under `err`, with their causes, and the
 * request's id under `request`, in the jobs it caused too.
 */
export function log(): Logger {
  return perProcess('log', () =>
    pino(
      {
        level: config().logLevel,
        base: undefined,
        timestamp: pino.stdTimeFunctions.isoTime,
        mixin: () => ({ request: currentErrand()?.id }),
        serializers: { err: told }
      },
      pino.destination(2)
    )
  );
}

/** What may be told of an error. */
interface Told {
  type: string;
  message: string;
  stack?: string;
  code?: unknown;
  constraint?: unknown;
  cause?: Told;
}

/** Named one by one: a failed statement carries its values, and a row refused as double says which, among them what people keep secret. */
export function told(error: unknown): Told {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const { code, constraint_name: constraint } = error as { code?: unknown; constraint_name?: unknown };
  const message = withoutValues(error);
  return {
    type: error.name,
    message,
    stack: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    code,
    constraint,
    ...(error.cause !== undefined && { cause: told(error.cause) })
  };
}

/** Drizzle puts the statement and its values into the message, and PostgreSQL quotes a value that it could not read. */
function withoutValues(error: Error): string {
  if ('query' in error && 'params' in error) return `Failed query: ${String(error.query)}`;
  return 'severity' in error ? error.message.replace(/"[^"]*"$/, '"…"') : error.message;
}
