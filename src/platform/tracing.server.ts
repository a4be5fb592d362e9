import { setTimeout as wait } from 'node:timers/promises';
import type { Api } from '#platform/telemetry.ts';
import { perProcess } from '#platform/process.ts';

/* Traces by OpenTelemetry. Its SDK is loaded only when somebody collects them; otherwise `traced` only calls. */

/** Says more of a step while it is under way. */
export interface Step {
  rename(name: string): void;
  note(name: string, value: string | number): void;
  fail(): void;
}

interface Options {
  /** Whether somebody asked us over the network, or a job was waiting; otherwise it is a step within. */
  kind?: 'server' | 'consumer';
  /** Carries the trace it belongs to (`traceparent`, W3C Trace Context): a request's headers, a job's data. */
  from?: Record<string, unknown>;
}

/** Milliseconds that the last spans get to be sent. */
const lastSpans = 1_000;

const shelf = perProcess('tracing', () => ({ api: undefined as Api | undefined }));
const unseen: Step = { rename() {}, note() {}, fail() {} };

/** Begins to send traces (OTLP over HTTP). @returns what sends the rest and stops */
export async function openTracing(): Promise<() => Promise<void>> {
  const { send } = await import('#platform/telemetry.ts');
  const { api, stop } = await send();
  shelf.api = api;
  return async () => {
    shelf.api = undefined;
    // A collector that is away must not keep us.
    await Promise.race([stop(), wait(lastSpans)]);
  };
}

/** Does `work` as a step of the trace it is part of. A throw marks the step as failed and goes on. */
export async function traced<T>(
  name: string,
  work: (step: Step) => Promise<T>,
  { kind, from }: Options = {}
): Promise<T> {
  const { api } = shelf;
  if (!api) return work(unseen);
  const around = api.context.active();
  const parent = from ? api.propagation.extract(around, from) : around;
  const kinds = { server: api.SpanKind.SERVER, consumer: api.SpanKind.CONSUMER };
  const options = { kind: kind ? kinds[kind] : api.SpanKind.INTERNAL };
  return api.trace.getTracer('colloquy').startActiveSpan(name, options, parent, async (span) => {
    const fail = () => span.setStatus({ code: api.SpanStatusCode.ERROR });
    try {
      return await work({
        rename: (better) => span.updateName(better),
        note: (key, value) => span.setAttribute(key, value),
        fail
      });
    } catch (failure) {
      fail();
      throw failure;
    } finally {
      span.end();
    }
  });
}

/** What carries the current trace to where it goes on; empty when nobody collects any. */
export function traceToCarry(): Record<string, string> {
  const carrier: Record<string, string> = {};
  shelf.api?.propagation.inject(shelf.api.context.active(), carrier);
  return carrier;
}
