import { syncAnnouncements } from '#papers/feed/announcements.server.ts';
import { completePapers } from '#papers/feed/completing.server.ts';
import { syncFortnight, syncRecent, syncTrending } from '#papers/feed/daily.server.ts';
import { noted, type SourceName } from '#papers/feed/sources.server.ts';
import { linkPapers } from '#papers/feed/linking.server.ts';
import { completing, linking } from '#papers/papers.server.ts';
import { config } from '#platform/config.server.ts';
import { requestJob, type Job } from '#platform/jobs.server.ts';

/** After so long without a look at Hugging Face, in milliseconds, a start looks by itself. */
const overdueAfter = 2 * 60 * 60 * 1000;

/** What the feed does by itself. */
export const jobs: Job[] = [
  // Votes come in for days, so the newest are asked for every two hours.
  asking('hf', { name: 'feed.recent', cron: '17 */2 * * *', run: () => syncRecent(new Date()) }),
  asking('hf', { name: 'feed.fortnight', cron: '41 4 * * 1', run: () => syncFortnight(new Date()) }),
  asking('hf', { name: 'feed.trending', cron: '52 */3 * * *', run: () => syncTrending(new Date()) }),
  asking('hf', {
    name: 'feed.first',
    atStart: true,
    run: async () => {
      if (!(await isOverdue(new Date()))) return;
      await syncRecent(new Date());
      await syncTrending(new Date());
    }
  }),
  // Announced once a day, at midnight in New York; asked for conditionally in between.
  asking('arxiv', {
    name: 'feed.announcements',
    cron: '23 */3 * * *',
    atStart: true,
    run: () => syncAnnouncements(new Date())
  }),
  {
    name: completing,
    cron: '*/20 * * * *',
    run: async () => {
      if (config().feedSync) await completePapers();
    }
  },
  {
    name: linking,
    run: async ({ arxivIds, failures }) => {
      const ids = Array.isArray(arxivIds) ? arxivIds.filter((id) => typeof id === 'string') : [];
      if (config().feedSync) await linkPapers(ids, Number(failures) || 0);
    }
  }
];

/** A job that asks a source: new papers are completed at once, and a source that fails is asked again after its pause. */
function asking(source: SourceName, job: Job): Job {
  return {
    ...job,
    run: async (data) => {
      if (!config().feedSync) return;
      await job.run(data);
      await requestJob(completing);
      const at = (await noted()).find((one) => one.source === source)?.retryAt;
      if (at && at > new Date()) await requestJob(job.name, {}, { at, key: 'again' });
    }
  };
}

async function isOverdue(now: Date): Promise<boolean> {
  const known = (await noted()).find(({ source }) => source === 'hf');
  const isFailing = known?.failingSince != null;
  return isFailing || !known?.lastTriedAt || known.lastTriedAt.getTime() < now.getTime() - overdueAfter;
}
