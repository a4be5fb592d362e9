import './collecting.ts';
import http from 'node:http';
import process from 'node:process';
import { attach } from '#collab/collab.server.ts';
import { closeBus, openBus } from '#platform/bus.server.ts';
import { connect, disconnect } from '#platform/database.server.ts';
import { closeJobs, openJobs } from '#platform/jobs.server.ts';

/*
 * The notes engine alone: the same code and settings as in the application, without its pages. It asks for jobs as the
 * application does, and leaves doing them to workers elsewhere.
 */

connect(process.env.DATABASE_URL!);
await openBus();
await openJobs([]);
const server = http.createServer();
const engine = await attach(server);
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('listening'));

process.once('SIGTERM', async () => {
  await engine.close();
  server.close();
  await closeJobs();
  await closeBus();
  await disconnect();
  process.exit(0);
});
