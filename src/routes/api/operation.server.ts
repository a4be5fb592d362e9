import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Account } from '#accounts/accounts.ts';
import type { Scope } from '#accounts/scopes.ts';
import * as groups from '#groups/groups.server.ts';
import type { Member } from '#groups/groups.ts';
import { asOne } from '#platform/database.server.ts';
import { problem } from '#routes/answer.server.ts';
import { NotFound, TooMany } from '../../failures.ts';
import { authenticate, demand } from './bearer.server.ts';
import { bodyOf, bodyText, mostBytes, queryOf } from './input.server.ts';
import { isConditional, refuseStale, tagged } from './etags.server.ts';
import { once } from './once.server.ts';
import { isSpent, limitHeaders } from './pace.server.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

type Schema = v.GenericSchema | undefined;

/** What an operation is, apart from its work: the API's document is made from it, and its requests are read by it. */
export interface Declaration<Query extends Schema, Body extends Schema, Answer extends Schema> {
  /** What it does, in a sentence without its full stop. */
  summary: string;
  /** What a token needs; null when any will do. */
  scope: Scope | null;
  query?: Query;
  body?: Body;
  /** The most bytes its body may have. */
  longestBody?: number;
  /** What is answered; it also shapes the answer: what it does not name does not leave. Without it, 204. */
  answer?: Answer;
  /** 200 unless something was made. */
  status?: 200 | 201;
  /** Of an answer that is a text, not JSON. */
  type?: 'text/markdown';
}

export interface Declared extends Declaration<Schema, Schema, Schema> {
  method: Method;
  /** Below `/api/v1`: `/groups/{group}/queue`. */
  path: string;
}

type ParamsOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Record<Name, string> & ParamsOf<Rest>
  : unknown;

/** What an operation is asked, read and checked; inside a group, by which member. */
export type Asked<Path extends string, Query extends Schema, Body extends Schema> = {
  account: Account;
  params: ParamsOf<Path>;
  query: Out<Query>;
  body: Out<Body>;
  url: URL;
} & (Path extends `${string}{group}${string}` ? { member: Member } : unknown);

type Out<S extends Schema> = S extends v.GenericSchema ? v.InferOutput<S> : undefined;
type In<S extends Schema> = S extends v.GenericSchema ? v.InferInput<S> : void;

/** What SvelteKit calls, with what it was declared as. */
export interface Operation {
  (event: RequestEvent): Promise<Response>;
  declared: Declared;
}

/**
 * Makes an operation of the API from its declaration and its work. In this order, whoever asks must hold a token, ask
 * no oftener than they may, with the scope, belong to the group, and ask for something that can be read.
 */
export function operation<
  const Path extends string,
  Query extends Schema = undefined,
  Body extends Schema = undefined,
  Answer extends Schema = undefined
>(
  method: Method,
  path: Path,
  declaration: Declaration<Query, Body, Answer>,
  work: (asked: Asked<Path, Query, Body>) => Promise<In<Answer>> | In<Answer>
): Operation {
  const declared: Declared = { method, path, ...declaration };
  const run = work as Run;
  if (method === 'GET') reading.set(path, { declared, run });
  const handler = async (event: RequestEvent): Promise<Response> => {
    const headers = new Headers({ 'cache-control': 'no-store' });
    const response = await answer(event, declared, run, headers).catch((failure: unknown) => {
      if (failure instanceof TooMany && !headers.has('ratelimit')) isSpent(headers, failure);
      return problem(failure, event);
    });
    for (const [name, value] of headers) if (!response.headers.has(name)) response.headers.set(name, value);
    return response;
  };
  return Object.assign(handler, { declared });
}

type Run = (asked: unknown) => unknown;

/** How what stands at a path is read, for changes that depend on it. */
const reading = new Map<string, { declared: Declared; run: Run }>();

async function answer(
  event: RequestEvent,
  declared: Declared,
  run: Run,
  headers: Headers
): Promise<Response> {
  const { request, params, url } = event;
  const bearer = await authenticate(event);
  await limitHeaders(headers, bearer.account.id);
  demand(bearer, declared.scope);
  const { account } = bearer;
  const member = params.group === undefined ? undefined : await groups.enter(account, params.group);
  const text = declared.body ? await bodyText(request, declared.longestBody ?? mostBytes) : '';
  const query = declared.query && queryOf(declared.query, url);
  const body = declared.body && bodyOf(declared.body, text);
  const asked = { account, params, query, body, url, member };
  const operate = async () => shaped(declared, await run(asked), url);
  if (isConditional(request))
    return asOne(async () => {
      await refuseStale(request, await current(declared.path, asked));
      return operate();
    });
  const response = await once(event, declared.method, bearer.tokenId, text, operate);
  return declared.method === 'GET' ? tagged(request, response) : response;
}

/** What a GET of the same path would answer now; null when there is none. */
async function current(path: string, asked: { url: URL }): Promise<Response | null> {
  const read = reading.get(path);
  if (!read) return null;
  const { declared, run } = read;
  const url = new URL(asked.url.pathname, asked.url);
  try {
    const query = declared.query && queryOf(declared.query, url);
    return shaped(declared, await run({ ...asked, query, body: undefined, url }), url);
  } catch (failure) {
    if (failure instanceof NotFound) return null;
    throw failure;
  }
}

/** An answer as its schema has it. @throws ValiError when the work answered something else: a fault of ours */
function shaped({ answer: schema, status = 200, type }: Declared, given: unknown, url: URL): Response {
  if (!schema) return new Response(null, { status: 204 });
  const output = v.parse(schema, given);
  if (type)
    return new Response(String(output), { status, headers: { 'content-type': `${type}; charset=utf-8` } });
  const headers = new Headers({ 'content-type': 'application/json' });
  const next = (output as { next?: string | null }).next;
  if (next) headers.set('link', `<${pageAfter(url, next)}>; rel="next"`);
  return new Response(JSON.stringify(output), { status, headers });
}

function pageAfter(url: URL, cursor: string): string {
  const next = new URL(url);
  next.searchParams.set('cursor', cursor);
  return next.pathname + next.search;
}
