import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { attach } from '#collab/collab.server.ts';
import { migrate } from '#platform/migrations.server.ts';
import { config, type Config } from '#platform/config.server.ts';
import { closeBus, openBus } from '#platform/bus.server.ts';
import { connect, disconnect } from '#platform/database.server.ts';
import { startEmbedded, type Embedded } from '#platform/embedded.server.ts';
import { closeJobs, openJobs } from '#platform/jobs.server.ts';
import { greetDatabase } from '#platform/greeting.server.ts';
import { announceLeaving } from '#platform/leaving.ts';
import { releaseStartupMemory } from '#platform/memory.ts';
import { takePulse } from '#platform/pulse.server.ts';
import { tellOfProcess, tellOfWork } from '#platform/seeing.server.ts';
import { CannotStart } from '#platform/start.ts';
import { openTracing } from '#platform/tracing.server.ts';
import { log } from '#platform/log.server.ts';
import { dutiesIn } from './shapes.ts';
import { Web } from './web.ts';
import { jobs, tellOfFeed } from './worker.ts';

/*
 * The entry: settings → port → database → migrations → bus and jobs → pages; and the same in reverse on the way out.
 */

/** Milliseconds from the word to leave to the end, whatever does not want to end; balancers and service managers wait so long. */
const lastMoment = 9_500;

const started = performance.now();
const steps: (() => Promise<unknown>)[] = [];

process.once('SIGINT', () => void leave('Ctrl-C', 0));
process.once('SIGTERM', () => void leave('SIGTERM', config().databaseUrl ? config().drainSeconds : 0));

try {
  await start(config());
} catch (cause) {
  if (cause instanceof CannotStart) console.error(cause.message);
  else log().fatal({ err: cause }, 'Colloquy could not start');
  await stop();
  process.exit(1);
}

async function start(settings: Config): Promise<void> {
  const duties = dutiesIn(process.argv.slice(2), Boolean(settings.databaseUrl));
  if (settings.tracesTo) steps.push(await openTracing());
  const web = await Web.listen(settings);
  steps.push(() => web.close());

  const embedded = settings.databaseUrl ? undefined : await startEmbedded(settings.dataDir);
  if (embedded) steps.push(() => embedded.stop());
  say(embedded ? storyOf(embedded, settings.dataDir) : 'Using the PostgreSQL of DATABASE_URL.');

  connect(embedded?.address ?? (settings.databaseUrl as string));
  steps.push(() => disconnect());
  await greetDatabase();
  steps.push(takePulse());
  await migrate();
  say('The tables are up to date.');

  await openBus();
  steps.push(closeBus);
  await openJobs(duties.has('worker') ? jobs : []);
  steps.push(closeJobs);
  if (duties.has('worker')) {
    tellOfWork();
    tellOfFeed();
    say('Jobs are running.');
  }
  const quieten = tellOfProcess();
  steps.push(async () => quieten());

  if (process.argv.includes('--demo')) {
    const { stage } = await import('./demo.ts');
    for (const line of await stage()) say(line);
  }

  const engine = duties.has('collab') ? await attach(web.server) : undefined;
  if (duties.has('web')) await web.serve({ development: process.argv.includes('--dev') });
  else web.serveNothing();
  // Together: the port is free only when the sockets are closed, and what pages still ask for needs the rest.
  steps.push(() => Promise.all([web.close(), engine?.close()]));
  releaseStartupMemory();
  say(`Colloquy is ready after ${((performance.now() - started) / 1000).toFixed(1)} s: ${web.address}`);
}

function storyOf({ story }: Embedded, folder: string): string {
  if (story === 'new') return `Made a new PostgreSQL database in ${folder}.`;
  if (story === 'recovered') return `Recovered the PostgreSQL database in ${folder} after it was cut off.`;
  return `Started the PostgreSQL database in ${folder}.`;
}

/** @param seconds for which everything goes on after balancers were told to send nobody here any more */
async function leave(reason: string, seconds: number): Promise<void> {
  say(`Stopping (${reason}) …`);
  announceLeaving();
  process.once('SIGINT', () => process.exit(1));
  // An embedded database is never cut off: it is ours alone, and stops once it has written what it holds.
  if (config().databaseUrl) setTimeout(cutShort, lastMoment).unref();
  await wait(seconds * 1000);
  await stop();
  say('Stopped.');
  process.exit(0);
}

function cutShort(): void {
  log().error('the shutdown took too long and was cut short');
  process.exit(1);
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
