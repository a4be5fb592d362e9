import * as groups from '#groups/groups.server.ts';
import * as queue from '#queue/queue.server.ts';
import { page } from '#routes/answer.server.ts';
import { NotFound } from '../../../../failures.ts';
import type { RequestHandler } from './$types';
import { forms, lists, written, type Form, type List } from './written.server.ts';

/** A group's queue or picks as Atom, RSS or JSON Feed, for whoever has the address. */
export const GET: RequestHandler = page(async ({ params, url, request }) => {
  if (!Object.hasOwn(lists, params.list) || !Object.hasOwn(forms, params.form))
    throw new NotFound('This feed');
  const [list, form] = [params.list as List, params.form as Form];
  const group = await groups.followedBy(params.key);
  const items = await queue.followed(group.groupId, list);
  const body = written(form, list, { ...group, address: url }, items);
  const etag = `"${await digest(body)}"`;
  const headers = { etag, 'cache-control': 'private, max-age=900' };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'content-type': `${forms[form]}; charset=utf-8` } });
});

async function digest(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(hash).toString('base64url').slice(0, 22);
}
