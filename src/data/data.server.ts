import { deleteDue } from '#data/leaving.server.ts';
import type { Job } from '#platform/jobs.server.ts';

export { exportBySlug, exportGroup } from '#data/group-export.server.ts';
export { importGroup } from '#data/group-import.server.ts';
export { exportPerson } from '#data/person.server.ts';
export { askForDeletion, deleteDue } from '#data/leaving.server.ts';

/** What happens to people's data by itself. */
export const jobs: Job[] = [{ name: 'accounts.delete', cron: '29 * * * *', run: () => deleteDue() }];
