import { largestLogs } from '#notes/log.server.ts';
import { storage } from '#platform/storage.server.ts';
import { page } from '#routes/answer.server.ts';
import { operating } from '#routes/visiting.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
  operating(event, 'installation.storage');
  const [sizes, logs] = await Promise.all([storage(), largestLogs()]);
  return { ...sizes, logs };
});
