import { page } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { loadQueue, queueActions } from './queuepage.server.ts';

export const load: PageServerLoad = page(loadQueue);
export const actions: Actions = queueActions;
