import { Readable } from 'node:stream';
import * as files from '#notes/files.server.ts';
import { fileName } from '#notes/notes.ts';
import { zip } from '#platform/zip.ts';
import { page } from '#routes/answer.server.ts';
import { asAttachment } from '#routes/attachment.server.ts';
import type { RequestHandler } from './$types';

/** All notes of a group as Markdown files, written while they are read. */
export const GET: RequestHandler = page(async ({ params, locals }) => {
  const member = await locals.enter(params.group);
  const archive = Readable.from(zip(files.exported(member)), { objectMode: false });
  return new Response(Readable.toWeb(archive) as ReadableStream, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': asAttachment(fileName(`${member.groupName} notes`, 'zip')),
      'cache-control': 'no-store'
    }
  });
});
