import { connect, disconnect } from '#platform/database.server.ts';
import { config } from '#platform/config.server.ts';
import { findEmbedded, startEmbedded } from '#platform/embedded.server.ts';
import { greetDatabase } from '#platform/greeting.server.ts';
import { migrate } from '#platform/migrations.server.ts';

/**
 * Does something with the installation's database: that of `DATABASE_URL`, the embedded one of an application that
 * is running, or the embedded one started for the moment.
 * @param migrated whether its tables are brought up to date first
 */
export async function withInstallation<T>(
  work: () => Promise<T>,
  { migrated = true }: { migrated?: boolean } = {}
): Promise<T> {
  const { databaseUrl, dataDir } = config();
  const running = databaseUrl ?? findEmbedded(dataDir);
  const started = running ? undefined : await startEmbedded(dataDir);
  connect(running ?? started!.address);
  try {
    await greetDatabase();
    if (migrated) await migrate();
    return await work();
  } finally {
    await disconnect();
    await started?.stop();
  }
}
