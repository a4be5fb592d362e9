import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { connect, disconnect } from '#platform/database.server.ts';
import { startEmbedded } from '#platform/embedded.server.ts';
import { migrate } from '#platform/migrations.server.ts';

/** A PostgreSQL that outlives the application under test, and in which the test can set its scene. */
export interface Outside {
  /** For `DATABASE_URL`. */
  url: string;
  stop(): Promise<void>;
}

/** Starts it, makes the tables, and connects this process to it. */
export async function startOutside(): Promise<Outside> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'colloquy-outside-'));
  const embedded = await startEmbedded(folder);
  const { host, port, database, user, password } = embedded.address;
  connect(embedded.address);
  await migrate();
  return {
    url: `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/${database}`,
    async stop() {
      await disconnect();
      await embedded.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    }
  };
}
