import { renderMarkdown } from '#markdown/markdown.server.ts';
import * as sharing from '#notes/sharing.server.ts';
import { page } from '#routes/answer.server.ts';
import type { PageServerLoad } from './$types';

/** A shared note for whoever has its address, signed in or not. */
export const load: PageServerLoad = page(async ({ params, setHeaders }) => {
  setHeaders({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'private, no-store' });
  const { title, text } = await sharing.sharedBy(params.key);
  return { title, html: renderMarkdown(text) };
});
