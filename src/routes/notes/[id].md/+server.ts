import * as notes from '#notes/notes.server.ts';
import { fileName } from '#notes/notes.ts';
import { page } from '#routes/answer.server.ts';
import { asAttachment } from '#routes/attachment.server.ts';
import { SignInNeeded } from '../../../failures.ts';
import type { RequestHandler } from './$types';

/** A note as a Markdown file. */
export const GET: RequestHandler = page(async ({ params, locals }) => {
  if (!locals.account) throw new SignInNeeded();
  const member = await notes.enter(locals.account, params.id);
  const { title, markdown } = await notes.markdownOf(member, params.id);
  return new Response(markdown, {
    headers: {
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': asAttachment(fileName(title)),
      'cache-control': 'no-store'
    }
  });
});
