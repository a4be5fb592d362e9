import { Counter, Gauge, Histogram } from 'prom-client';
import { metrics } from '#platform/metrics.server.ts';

const registers = [metrics()];
const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

/** What the engine counts about itself. */
export const counters = {
  flush: new Histogram({
    ...{ name: 'colloquy_notes_flush_seconds', help: 'One transaction of updates', buckets: seconds },
    registers
  }),
  flushedUpdates: new Histogram({
    ...{ name: 'colloquy_notes_flush_updates', help: 'Updates in one transaction', registers },
    buckets: [1, 2, 5, 10, 20, 50, 100, 200]
  }),
  failedFlushes: new Counter({
    ...{ name: 'colloquy_notes_failed_flushes_total', help: 'Transactions that failed and were tried again' },
    registers
  }),
  acknowledgement: new Histogram({
    ...{ name: 'colloquy_notes_acknowledgement_seconds', help: 'From a frame’s arrival to its commit' },
    ...{ buckets: seconds, registers }
  }),
  notes: new Gauge({ name: 'colloquy_notes_open', help: 'Notes that somebody has open here', registers }),
  sockets: new Gauge({ name: 'colloquy_notes_sockets', help: 'Pages connected to a note here', registers }),
  refusals: new Counter({
    ...{ name: 'colloquy_notes_refusals_total', help: 'Frames and sockets refused', registers },
    labelNames: ['reason'] as const
  })
};
