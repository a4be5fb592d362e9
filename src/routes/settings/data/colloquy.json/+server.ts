import { Readable } from 'node:stream';
import * as data from '#data/data.server.ts';
import { page } from '#routes/answer.server.ts';
import { asAttachment } from '#routes/attachment.server.ts';
import { provenLately } from '#routes/visiting.server.ts';
import type { RequestHandler } from './$types';

/** Everything that is kept of whoever asks, written while it is read. */
export const GET: RequestHandler = page(async (event) => {
  const { account } = await provenLately(event);
  const document = Readable.from(await data.exportPerson(account), { objectMode: false });
  return new Response(Readable.toWeb(document) as ReadableStream, {
    headers: {
      'content-type': 'application/json',
      'content-disposition': asAttachment('colloquy.json'),
      'cache-control': 'no-store'
    }
  });
});
