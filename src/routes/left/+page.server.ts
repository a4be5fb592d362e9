import { page } from '#routes/answer.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(({ url }) => {
  const on = url.searchParams.get('on') ?? '';
  return { on: /^\d{4}-\d\d-\d\d$/.test(on) ? on : null };
});
