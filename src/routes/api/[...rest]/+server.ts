import { api } from '#routes/answer.server.ts';
import { NotFound } from '../../../failures.ts';

/** Whatever the API does not have is answered as the API answers, not with a page. */
export const fallback = api(() => {
  throw new NotFound('This operation');
});
