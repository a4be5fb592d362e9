import { setTimeout as wait } from 'node:timers/promises';
import { config } from '#platform/config.server.ts';

/** An answer of an upstream server, its body within bounds. */
export interface Answer {
  status: number;
  etag: string | null;
  body: string;
}

/** What an upstream server did instead of answering, as a sentence for the feed's health line. */
export class UpstreamFailure extends Error {
  /** Not to be asked again for so many seconds, if it said so. */
  readonly retryAfter: number | undefined;

  constructor(sentence: string, retryAfter?: number, options?: ErrorOptions) {
    super(sentence, options);
    this.retryAfter = retryAfter;
  }
}

const patience = 20_000;
const largestBody = 10 * 1024 * 1024;

/** Asks once. @throws UpstreamFailure when there is no answer that could be read */
export async function ask(name: string, url: URL, etag: string | null = null): Promise<Answer> {
  const response = await fetch(url, {
    headers: { 'user-agent': userAgent(), ...(etag && { 'if-none-match': etag }) },
    signal: AbortSignal.timeout(patience)
  }).catch((cause: unknown) => {
    throw new UpstreamFailure(`${name} could not be reached.`, undefined, { cause });
  });
  if (response.status === 429)
    throw new UpstreamFailure(`${name} asks to be asked less often.`, pauseIn(response));
  if (response.status >= 500)
    throw new UpstreamFailure(`${name} has a fault of its own (${response.status}).`);
  const body = await readBody(name, response);
  return { status: response.status, etag: response.headers.get('etag'), body };
}

/** Waits out a pause between requests that an upstream's manners ask for. */
export const pauseOf = (milliseconds: number): Promise<void> => wait(milliseconds);

async function readBody(name: string, response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > largestBody) throw new UpstreamFailure(`${name} sent more than can be taken.`);
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof UpstreamFailure) throw cause;
    throw new UpstreamFailure(`${name} broke off in the middle of its answer.`, undefined, { cause });
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** Seconds, from `Retry-After` or the `t=` of Hugging Face's `RateLimit: "api";r=0;t=55`. */
function pauseIn({ headers }: Response): number {
  const said = Number(headers.get('retry-after') ?? /\bt=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);
  return Number.isFinite(said) && said > 0 ? said : 300;
}

function userAgent(): string {
  const contact = config().feedContact ?? config().origin;
  return contact ? `Colloquy/0.1 (+${contact})` : 'Colloquy/0.1';
}
