import * as notes from '#notes/notes.server.ts';
import { fileName } from '#notes/notes.ts';
import { page } from '#routes/answer.server.ts';
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

/** RFC 6266: a plain name for old clients, the real one in UTF-8. */
function asAttachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
