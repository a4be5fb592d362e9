import * as papers from '#papers/papers.server.ts';
import type { Job } from '#platform/jobs.server.ts';
import { unite } from '#works/uniting.server.ts';
import { lookForVersions } from '#works/versions.server.ts';

export { setReading } from '#works/reading.server.ts';
export { unite } from '#works/uniting.server.ts';
export { lookForVersions } from '#works/versions.server.ts';

/** What is done by itself for papers that groups have plans with. */
export const jobs: readonly Job[] = [
  {
    name: papers.uniting,
    run: async ({ goes, stays }) => {
      if (typeof goes === 'string' && typeof stays === 'string') await unite({ goes, stays });
    }
  },
  { name: 'papers.versions', cron: '34 * * * *', run: () => lookForVersions(new Date()) }
];
