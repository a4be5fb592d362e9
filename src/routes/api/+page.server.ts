import { document } from './document.server.ts';
import { chapters } from './reading.ts';
import type { PageServerLoad } from './$types';

/** The API's document, to be read: no secret, so without signing in. */
export const load: PageServerLoad = async ({ url }) => ({
  address: `${url.origin}/api/v1`,
  chapters: chapters(await document(url.origin))
});
