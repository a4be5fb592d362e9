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

const largestBody = 16 * 1024 * 1024;
/** Seconds: the pause after a 429 that names none, and the longest that is waited for anybody. */
const usualPause = 300;
const longestPause = 24 * 60 * 60;

/** Asks once. @throws UpstreamFailure when there is no answer that could be read */
export async function ask(name: string, url: URL, etag: string | null = null): Promise<Answer> {
  const response = await fetch(url, {
    headers: { 'user-agent': userAgent(), ...(etag && { 'if-none-match': etag }) },
    signal: AbortSignal.timeout(config().feedPatience * 1000)
  }).catch((cause: unknown) => {
    throw new UpstreamFailure(isTimeout(cause) ? tooSlow(name) : `${name} could not be reached.`, undefined, {
      cause
    });
  });
  if (response.status === 429 || response.status >= 500) {
    await response.body?.cancel().catch(() => undefined);
    throw refusal(name, response);
  }
  const body = await readBody(name, response);
  return { status: response.status, etag: response.headers.get('etag'), body };
}

function refusal(name: string, response: Response): UpstreamFailure {
  const pause = pauseIn(response);
  if (response.status === 429) {
    return new UpstreamFailure(`${name} asks to be asked less often.`, pause ?? usualPause);
  }
  return new UpstreamFailure(`${name} has a fault of its own (${response.status}).`, pause);
}

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
    const sentence = isTimeout(cause) ? tooSlow(name) : `${name} broke off in the middle of its answer.`;
    throw new UpstreamFailure(sentence, undefined, { cause });
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function isTimeout(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'TimeoutError';
}

function tooSlow(name: string): string {
  return `${name} took longer than ${config().feedPatience} s to answer.`;
}

/**
 * Seconds, from `Retry-After` (a number, or a date as RFC 9110 has it) or the `t=` of Hugging Face's
 * `RateLimit: "api";r=0;t=55`.
 */
function pauseIn({ headers }: Response): number | undefined {
  const after = headers.get('retry-after');
  const said =
    after === null
      ? Number(/\bt=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1])
      : /^\d+$/.test(after)
        ? Number(after)
        : (Date.parse(after) - Date.now()) / 1000;
  return Number.isFinite(said) && said > 0 ? Math.min(said, longestPause) : undefined;
}

function userAgent(): string {
  const contact = config().feedContact ?? config().origin;
  return contact ? `Colloquy/0.1 (+${contact})` : 'Colloquy/0.1';
}
