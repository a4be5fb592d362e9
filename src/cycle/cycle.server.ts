import { doDue } from '#cycle/doing.server.ts';
import { writeDigests } from '#cycle/digest.server.ts';
import type { Job } from '#platform/jobs.server.ts';

export { doDue, doNow, dueSteps } from '#cycle/doing.server.ts';
export { chooseOften, oftenOf, writeDigests } from '#cycle/digest.server.ts';
export { undo } from '#cycle/undoing.server.ts';

/** What a group's week does by itself. */
export const jobs: readonly Job[] = [
  { name: 'cycle.steps', cron: '* * * * *', run: () => doDue() },
  { name: 'cycle.digests', cron: '*/15 * * * *', run: () => writeDigests() }
];
