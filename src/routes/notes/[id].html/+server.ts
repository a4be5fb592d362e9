import { standalonePage, standalonePolicy } from '#markdown/standalone.server.ts';
import * as notes from '#notes/notes.server.ts';
import { fileName } from '#notes/notes.ts';
import { page } from '#routes/answer.server.ts';
import { asAttachment } from '#routes/attachment.server.ts';
import { SignInNeeded } from '../../../failures.ts';
import type { RequestHandler } from './$types';

/** A note as one HTML file that needs nothing else. */
export const GET: RequestHandler = page(async ({ params, locals, url }) => {
  if (!locals.account) throw new SignInNeeded();
  const member = await notes.enter(locals.account, params.id);
  const { title, markdown } = await notes.markdownOf(member, params.id);
  return new Response(standalonePage(title, markdown, url.origin), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': asAttachment(fileName(title, 'html')),
      'content-security-policy': standalonePolicy,
      'cache-control': 'no-store'
    }
  });
});
