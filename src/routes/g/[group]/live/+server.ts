import * as groups from '#groups/groups.server.ts';
import { subscribe } from '#platform/bus.server.ts';
import { goodbye } from '#platform/leaving.ts';
import type { RequestHandler } from './$types';

// Proxies close what is silent; a comment line keeps the stream open.
const heartbeat = 25_000;

/**
 * What changes in a group, as server-sent events that name only the kind of thing: the page loads again what its
 * reader may see. The stream ends with the membership or the session, and when this instance leaves: the page then
 * comes back to another.
 */
export const GET: RequestHandler = async ({ params, locals }) => {
  const { account } = locals;
  const member = await locals.enter(params.group).catch(() => null);
  if (!account || !member) return new Response('Not found', { status: 404 });
  let finish = () => {};
  const stream = new ReadableStream<string>({
    start(controller) {
      const send = (text: string) => controller.enqueue(text);
      const unsubscribe = subscribe(`group:${member.groupId}`, ({ kind }) => {
        send(`data: ${kind}\n\n`);
        if (kind === 'members') void groups.enter(account, params.group).catch(end);
      });
      const timer = setInterval(() => send(': still here\n\n'), heartbeat);
      finish = () => {
        unsubscribe();
        clearInterval(timer);
        goodbye().removeEventListener('abort', end);
      };
      const end = () => {
        finish();
        controller.close();
      };
      goodbye().addEventListener('abort', end);
      send('retry: 1000\n\n');
    },
    cancel: () => finish()
  });
  return new Response(stream.pipeThrough(new TextEncoderStream()), {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
  });
};
