import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as accounts from '#accounts/accounts.server.ts';
import { transaction } from '#platform/database.server.ts';
import { countJobs, jobsOf, jobStates } from '#platform/job-list.server.ts';
import { retryJob } from '#platform/jobs.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { operating } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

const JobForm = v.object({ name: v.string(), job: v.pipe(v.string(), v.uuid()) });
const State = v.fallback(v.picklist(jobStates), 'waiting');

export const load: PageServerLoad = page(async (event) => {
  operating(event, 'installation.jobs');
  const counts = await countJobs();
  const asked = event.url.searchParams.get('state') ?? (counts.failed > 0 ? 'failed' : 'waiting');
  const state = v.parse(State, asked);
  return {
    state,
    counts,
    done: event.url.searchParams.has('done'),
    ...(await jobsOf(state, event.url.searchParams.get('below')))
  };
});

export const actions: Actions = {
  retry: action(async (event, form) => {
    const { id: accountId } = operating(event, 'installation.jobs');
    const { name, job } = readForm(JobForm, form);
    await transaction(async (tx) => {
      await accounts.record(tx, { accountId }, 'job.retry', { about: name });
      await retryJob(name, job);
    });
    redirect(303, '/admin/jobs?state=waiting&done');
  })
};
