import type * as v from 'valibot';
import { read } from '#routes/answer.server.ts';
import { Failure, Invalid } from '../../failures.ts';

/** Bytes that most bodies may have: many times what any of their fields may hold. */
export const mostBytes = 64 * 1024;

/** The body of a request as it came. @throws Failure 413 as soon as it is known to be too long */
export async function bodyText(request: Request, most: number): Promise<string> {
  const tooLong = () =>
    new Failure(413, `The body may have ${most.toLocaleString('en')} bytes at most. Nothing was changed.`);
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLong();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > most) throw tooLong();
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new Invalid({ '': 'The body must be JSON in UTF-8.' });
  }
}

/** A body by its schema. @throws Invalid when it is not JSON or does not fit */
export function bodyOf(schema: v.GenericSchema, text: string): unknown {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Invalid({ '': 'The body must be JSON.' });
  }
  return read(schema, given);
}

/** The query of an address by its schema; where that wants numbers, digits are read as one. @throws Invalid */
export function queryOf(schema: v.GenericSchema, url: URL): unknown {
  const entries = 'entries' in schema ? (schema.entries as Record<string, v.GenericSchema>) : {};
  const given = [...url.searchParams].map(([name, text]) => {
    const field = entries[name];
    const inner = field && 'wrapped' in field ? (field.wrapped as v.GenericSchema) : field;
    return [name, inner?.type === 'number' && /^\d{1,9}$/.test(text) ? Number(text) : text];
  });
  return read(schema, Object.fromEntries(given));
}
