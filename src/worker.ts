import * as accounts from '#accounts/accounts.server.ts';
import * as ballots from '#ballots/ballots.server.ts';
import * as cycle from '#cycle/cycle.server.ts';
import * as data from '#data/data.server.ts';
import * as groups from '#groups/groups.server.ts';
import * as meetings from '#meetings/meetings.server.ts';
import * as notes from '#notes/notes.server.ts';
import * as papers from '#papers/papers.server.ts';
import * as feed from '#papers/feed.server.ts';
import * as limits from '#platform/limits.server.ts';
import * as mail from '#platform/mail.server.ts';
import { measured } from '#platform/metrics.server.ts';
import { health } from '#platform/pulse.server.ts';
import type { Job } from '#platform/jobs.server.ts';
import * as queue from '#queue/queue.server.ts';
import * as suggestions from '#suggestions/suggestions.server.ts';
import * as webhooks from '#webhooks/webhooks.server.ts';
import * as works from '#works/works.server.ts';

/** Everything this installation does by itself. */
export const jobs: readonly Job[] = [
  ...mail.jobs,
  ...limits.jobs,
  ...accounts.jobs,
  ...webhooks.jobs,
  ...groups.jobs,
  ...feed.jobs,
  ...papers.jobs,
  ...queue.jobs,
  ...ballots.jobs,
  ...meetings.jobs,
  ...suggestions.jobs,
  ...notes.jobs,
  ...cycle.jobs,
  ...works.jobs,
  ...data.jobs
];

/** How long ago each source of papers last answered, for whoever watches the installation. */
export function tellOfFeed(): void {
  measured('colloquy_feed_age_seconds', 'Since a source of papers last answered', ['source'], async () => {
    const sources = health() === 'answers' ? await feed.health() : [];
    return sources.flatMap(({ source, lastSucceededAt }) =>
      lastSucceededAt ? [{ labels: { source }, value: (Date.now() - lastSucceededAt.getTime()) / 1000 }] : []
    );
  });
}
