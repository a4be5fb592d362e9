import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect, disconnect, driver } from '#platform/database.server.ts';
import { startEmbedded, type Embedded } from '#platform/embedded.server.ts';
import { closeJobs, openJobs } from '#platform/jobs.server.ts';
import { migrate } from '#platform/migrations.server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: Embedded['address'];
  }
}

/** Starts one real PostgreSQL for all server tests, its tables made once; test files copy them (`useDatabase`). */
export default async function setup(project: TestProject) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'colloquy-test-'));
  const embedded = await startEmbedded(folder);
  connect(embedded.address);
  // Nothing here survives the run, so no test waits for the disk.
  await driver()`alter system set fsync = off`;
  await driver()`select pg_reload_conf()`;
  await migrate();
  // The job library makes its tables when it is opened first.
  await openJobs([]);
  await closeJobs();
  await disconnect();
  project.provide('postgres', embedded.address);
  return async () => {
    await embedded.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
}
