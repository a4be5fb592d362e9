import { Readable } from 'node:stream';
import * as data from '#data/data.server.ts';
import { fileName } from '#notes/notes.ts';
import { zip } from '#platform/zip.ts';
import { page } from '#routes/answer.server.ts';
import { asAttachment } from '#routes/attachment.server.ts';
import type { RequestHandler } from './$types';

/** A group with all that is in it, written while it is read. */
export const GET: RequestHandler = page(async ({ params, locals }) => {
  const member = await locals.enter(params.group);
  const archive = Readable.from(zip(await data.exportGroup(member)), { objectMode: false });
  return new Response(Readable.toWeb(archive) as ReadableStream, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': asAttachment(fileName(member.groupName, 'zip')),
      'cache-control': 'no-store'
    }
  });
});
