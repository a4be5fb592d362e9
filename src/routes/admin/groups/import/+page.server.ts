import * as v from 'valibot';
import * as data from '#data/data.server.ts';
import { config } from '#platform/config.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { operating } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

const ArchiveForm = v.object({
  file: v.pipe(
    v.file('Choose the archive.'),
    v.check((file) => file.size > 0, 'Choose the archive.')
  )
});

export const load: PageServerLoad = page((event) => {
  operating(event, 'installation.groups');
  return { most: config().largestBody };
});

export const actions: Actions = {
  default: action(async (event, form) => {
    const { id: accountId } = operating(event, 'installation.groups');
    const { file } = readForm(ArchiveForm, form);
    return { brought: await data.importGroup({ accountId }, Buffer.from(await file.arrayBuffer())) };
  })
};
