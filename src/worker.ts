import * as meetings from '#meetings/meetings.server.ts';
import * as notes from '#notes/notes.server.ts';
import type { Job } from '#platform/jobs.server.ts';

/** Everything this installation does by itself. */
export const jobs: readonly Job[] = [...meetings.jobs, ...notes.jobs];
