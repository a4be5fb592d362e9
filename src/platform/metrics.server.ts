import { collectDefaultMetrics, Registry } from 'prom-client';
import { perProcess } from '#platform/process.ts';

/** What this process counts, in the Prometheus exposition format; its own memory, CPU and event loop included. */
export function metrics(): Registry {
  return perProcess('metrics', () => {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    return registry;
  });
}
