import { syncAnnouncements } from '#papers/feed/announcements.server.ts';
import { completePapers } from '#papers/feed/completing.server.ts';
import { syncFortnight, syncRecent, syncTrending } from '#papers/feed/daily.server.ts';
import { noted } from '#papers/feed/sources.server.ts';
import { completing } from '#papers/papers.server.ts';
import { config } from '#platform/config.server.ts';
import { requestJob, type Job } from '#platform/jobs.server.ts';

/** After so long without a look at Hugging Face, in milliseconds, a start looks by itself. */
const overdueAfter = 2 * 60 * 60 * 1000;

/** What the feed does by itself. */
export const jobs: Job[] = [
  {
    // Votes come in for days, so the newest are asked for every two hours.
    name: 'feed.recent',
    cron: '17 */2 * * *',
    run: syncing(() => syncRecent(new Date()))
  },
  {
    name: 'feed.fortnight',
    cron: '41 4 * * 1',
    run: syncing(() => syncFortnight(new Date()))
  },
  {
    name: 'feed.trending',
    cron: '52 5 * * *',
    run: syncing(syncTrending)
  },
  {
    // Announced once a day, at midnight in New York; asked for conditionally in between.
    name: 'feed.announcements',
    cron: '23 */3 * * *',
    atStart: true,
    run: syncing(() => syncAnnouncements(new Date()))
  },
  {
    name: 'feed.first',
    atStart: true,
    run: syncing(async () => {
      if (await isOverdue(new Date())) await syncRecent(new Date());
    })
  },
  {
    name: completing,
    cron: '*/20 * * * *',
    run: async () => {
      if (config().feedSync) await completePapers();
    }
  }
];

/** New papers are completed at once. */
function syncing(work: () => Promise<void>): () => Promise<void> {
  return async () => {
    if (!config().feedSync) return;
    await work();
    await requestJob(completing);
  };
}

async function isOverdue(now: Date): Promise<boolean> {
  const known = (await noted()).find(({ source }) => source === 'hf');
  return !known?.lastTriedAt || known.lastTriedAt.getTime() < now.getTime() - overdueAfter;
}
