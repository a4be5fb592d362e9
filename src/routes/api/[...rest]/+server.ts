import type { RequestHandler } from '@sveltejs/kit';
import { problem } from '#routes/answer.server.ts';
import { NotFound } from '../../../failures.ts';

/** Whatever the API does not have is answered as the API answers, not with a page. */
export const fallback: RequestHandler = (event) => problem(new NotFound('This operation'), event);
