import process from 'node:process';
import { attach } from '#collab/collab.server.ts';
import { migrate } from '#platform/migrations.server.ts';
import { config, type Config } from '#platform/config.server.ts';
import { closeBus, openBus } from '#platform/bus.server.ts';
import { connect, disconnect, driver } from '#platform/database.server.ts';
import { startEmbedded, type Embedded } from '#platform/embedded.server.ts';
import { closeJobs, openJobs } from '#platform/jobs.server.ts';
import { releaseStartupMemory } from '#platform/memory.ts';
import { CannotStart } from '#platform/start.ts';
import { log } from '#platform/log.server.ts';
import { Web } from './web.ts';
import { jobs } from './worker.ts';

/*
 * The entry: settings → port → database → migrations → bus and jobs → pages; and the same in reverse on the way out.
 */

const started = performance.now();
const steps: (() => Promise<unknown>)[] = [];

process.once('SIGINT', () => void leave('Ctrl-C'));
process.once('SIGTERM', () => void leave('SIGTERM'));

try {
  await start(config());
} catch (cause) {
  if (cause instanceof CannotStart) console.error(cause.message);
  else log().fatal({ err: cause }, 'Colloquy could not start');
  await stop();
  process.exit(1);
}

async function start(settings: Config): Promise<void> {
  const web = await Web.listen(settings);
  steps.push(() => web.close());

  const embedded = settings.databaseUrl ? undefined : await startEmbedded(settings.dataDir);
  if (embedded) steps.push(() => embedded.stop());
  say(embedded ? storyOf(embedded, settings.dataDir) : 'Using the PostgreSQL of DATABASE_URL.');

  connect(embedded?.address ?? (settings.databaseUrl as string));
  steps.push(() => disconnect());
  await driver()`select 1`;
  await migrate();
  say('The tables are up to date.');

  await openBus();
  steps.push(closeBus);
  await openJobs(jobs);
  steps.push(closeJobs);
  say('Jobs are running.');

  if (process.argv.includes('--demo')) {
    const { stage } = await import('./demo.ts');
    for (const line of await stage()) say(line);
  }

  const engine = await attach(web.server);
  steps.push(() => engine.close());

  await web.serve({ development: process.argv.includes('--dev') });
  releaseStartupMemory();
  say(`Colloquy is ready after ${((performance.now() - started) / 1000).toFixed(1)} s: ${web.address}`);
}

function storyOf({ story }: Embedded, folder: string): string {
  if (story === 'new') return `Made a new PostgreSQL database in ${folder}.`;
  if (story === 'recovered') return `Recovered the PostgreSQL database in ${folder} after it was cut off.`;
  return `Started the PostgreSQL database in ${folder}.`;
}

async function leave(reason: string): Promise<void> {
  say(`Stopping (${reason}) …`);
  process.once('SIGINT', () => process.exit(1));
  await stop();
  say('Stopped.');
  process.exit(0);
}

/** Undoes what was started, last first; one step that fails does not keep the others from happening. */
async function stop(): Promise<void> {
  for (const step of steps.splice(0).reverse()) {
    await step().catch((cause: unknown) => log().error({ err: cause }, 'a step of the shutdown failed'));
  }
}

function say(line: string): void {
  console.log(line);
}
