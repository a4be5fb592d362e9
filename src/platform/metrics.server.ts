import { Counter, Gauge, Histogram, collectDefaultMetrics, Registry } from 'prom-client';
import { log } from '#platform/log.server.ts';
import { perProcess } from '#platform/process.ts';

/** What this process counts, in the Prometheus exposition format; its own memory, CPU and event loop included. */
export function metrics(): Registry {
  return perProcess('metrics', () => {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    return registry;
  });
}

const registers = [metrics()];

/** What HTTP requests came to. Its routes are patterns, so that there are as many as there are pages. */
export const requests = perProcess('requests', () => ({
  done: new Counter({
    ...{ name: 'colloquy_http_requests_total', help: 'Requests answered', registers },
    labelNames: ['method', 'route', 'status'] as const
  }),
  time: new Histogram({
    ...{ name: 'colloquy_http_request_seconds', help: 'From a request’s arrival to the end of its answer' },
    ...{
      registers,
      labelNames: ['route'] as const,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5]
    }
  })
}));

/**
 * A figure that is looked up when somebody asks: its values by label, or none when it cannot be known just now, because
 * the look fails or finds none. The other figures are told all the same.
 */
export function measured(
  name: string,
  help: string,
  labelNames: readonly string[],
  look: () => Promise<{ labels: Record<string, string>; value: number }[]>
): void {
  new Gauge({
    ...{ name, help, registers, labelNames: [...labelNames] },
    async collect() {
      const values = await look().catch((cause: unknown) => {
        log().warn({ err: cause, figure: name }, 'a figure could not be looked up');
        return [];
      });
      this.reset();
      for (const { labels, value } of values) this.set(labels, value);
    }
  });
}
