import * as accounts from '#accounts/accounts.server.ts';
import * as groups from '#groups/groups.server.ts';
import { subscribe } from '#platform/bus.server.ts';
import { goodbye } from '#platform/leaving.ts';
import type { RequestHandler } from './$types';

// Proxies close what is silent; a comment line keeps the stream open. Sessions that run out are noticed then, too.
const heartbeat = 25_000;

/**
 * What changes in a group, as server-sent events that name only the kind of thing: the page loads again what its
 * reader may see. The stream ends with the membership or the session, and when this instance leaves: the page then
 * comes back to another.
 */
export const GET: RequestHandler = async ({ params, locals }) => {
  const { account, sessionId } = locals;
  const member = await locals.enter(params.group).catch(() => null);
  if (!account || !sessionId || !member) return new Response('Not found', { status: 404 });
  let finish = () => {};
  const stream = new ReadableStream<string>({
    start(controller) {
      let isOver = false;
      const send = (text: string) => {
        if (!isOver) controller.enqueue(text);
      };
      const end = () => {
        if (isOver) return;
        finish();
        controller.close();
      };
      const stillMay = async () => {
        if (!(await accounts.accountOfSession(sessionId))) throw new Error('The session has ended.');
        await groups.enter(account, params.group);
      };
      const check = () => void stillMay().catch(end);
      const stops = [
        subscribe(`group:${member.groupId}`, ({ kind }) => {
          send(`data: ${kind}\n\n`);
          if (kind === 'members') check();
        }),
        subscribe('access', ({ kind }) => {
          if (kind === `account:${account.id}` || kind === 'missed') check();
        })
      ];
      const timer = setInterval(() => {
        send(': still here\n\n');
        check();
      }, heartbeat);
      finish = () => {
        isOver = true;
        for (const stop of stops) stop();
        clearInterval(timer);
        goodbye().removeEventListener('abort', end);
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
