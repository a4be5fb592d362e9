import {
  error,
  fail,
  json,
  redirect,
  type ActionFailure,
  type RequestEvent,
  type ServerLoadEvent
} from '@sveltejs/kit';
import * as v from 'valibot';
import { config } from '#platform/config.server.ts';
import { outageIn } from '#platform/database.server.ts';
import { log } from '#platform/log.server.ts';
import { Failure, Invalid, SignInNeeded, TooMany, Conflict, Unavailable } from '../failures.ts';

/* The one place where a failure becomes an answer: a page with its status, a form that keeps what was typed, or
 * problem JSON (RFC 9457). */

/** What a form gets back when its action failed: sentences beside fields, one above, and what was typed. */
export interface FormAnswer {
  message?: string;
  errors?: Record<string, string>;
  values?: Record<string, string>;
  /** The same for fields that may occur several times, such as checkboxes. */
  chosen?: Record<string, string[]>;
  /** Where what stands in the way can be seen. */
  see?: string;
}

/** Wraps a `load`: failures become error pages; visitors are sent to sign in and come back. */
export function page<Event extends RequestEvent | ServerLoadEvent, Data>(
  load: (event: Event) => Promise<Data> | Data
): (event: Event) => Promise<Data> {
  return async (event) => {
    try {
      return await load(event);
    } catch (cause) {
      const failure = plainly(cause);
      if (failure instanceof SignInNeeded) signInFirst(event.url);
      noteRefusal(failure, event);
      if (failure instanceof TooMany) event.setHeaders({ 'retry-after': String(failure.retryAfter) });
      if (failure instanceof Failure) error(failure.status, failure.message);
      throw failure;
    }
  };
}

/** An outage of the database is told as such; anything else stays what it is. */
function plainly(failure: unknown): unknown {
  const outage = outageIn(failure);
  if (!outage) return failure;
  log().error({ err: failure, outage }, 'the database could not be asked');
  return new Unavailable(outage);
}

function signInFirst(from: URL): never {
  redirect(303, `/sign-in?next=${encodeURIComponent(from.pathname + from.search)}`);
}

/** Wraps a form action: failures come back to the form with what was typed, passwords left out. */
export function action<Event extends RequestEvent, Answer>(
  act: (event: Event, form: FormData) => Promise<Answer> | Answer
): (event: Event) => Promise<Answer | ActionFailure<FormAnswer>> {
  return async (event) => {
    const form = await formIn(event.request);
    if (!form) return fail(413, { message: tooLong() });
    try {
      return await act(event, form);
    } catch (cause) {
      const failure = plainly(cause);
      if (failure instanceof SignInNeeded) signInFirst(event.url);
      if (!(failure instanceof Failure)) throw failure;
      noteRefusal(failure, event);
      const answer: FormAnswer = {
        message: failure.message,
        errors: { ...failure.fields },
        values: typed(form),
        chosen: chosen(form)
      };
      if (failure instanceof TooMany) event.setHeaders({ 'retry-after': String(failure.retryAfter) });
      if (failure instanceof Conflict && failure.see) answer.see = failure.see;
      return fail(failure.status, answer);
    }
  };
}

/** What was sent, as a form; null when it is longer than the server takes, which it has then not read. */
async function formIn(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch (cause) {
    if (Number(request.headers.get('content-length')) > config().largestBody) return null;
    throw cause;
  }
}

function tooLong(): string {
  const most = Math.floor(config().largestBody / 1024 ** 2);
  return `That is more than the ${most} MB that a form may have. Nothing was changed; send less at once.`;
}

function typed(form: FormData): Record<string, string> {
  return Object.fromEntries(
    Object.entries(chosen(form)).map(([name, values]) => [name, values.at(-1) ?? ''])
  );
}

function chosen(form: FormData): Record<string, string[]> {
  const kept: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !/password/i.test(name)) (kept[name] ??= []).push(value);
  }
  return kept;
}

/**
 * Reads a form by its schema; a field that occurs several times becomes a list when the schema wants one.
 * @throws Invalid with a sentence for each field at fault
 */
export function readForm<Schema extends v.GenericSchema>(
  schema: Schema,
  form: FormData
): v.InferOutput<Schema> {
  const entries = 'entries' in schema ? (schema.entries as Record<string, { type?: string }>) : {};
  const given: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    given[name] = entries[name]?.type === 'array' ? form.getAll(name) : form.get(name);
  }
  for (const [name, field] of Object.entries(entries)) if (field.type === 'array') given[name] ??= [];
  return read(schema, given);
}

/** Checks a value by its schema. @throws Invalid with a sentence for each field at fault */
export function read<Schema extends v.GenericSchema>(schema: Schema, given: unknown): v.InferOutput<Schema> {
  refuseNul(given);
  const result = v.safeParse(schema, given, { abortPipeEarly: true });
  if (result.success) return result.output;
  const fields: Record<string, string> = {};
  for (const issue of result.issues) fields[v.getDotPath(issue) ?? ''] ??= issue.message;
  throw new Invalid(fields);
}

/** PostgreSQL keeps no NUL, and nobody types one. @throws Invalid */
function refuseNul(given: unknown): void {
  if (typeof given !== 'object' || given === null) return;
  const bad = Object.entries(given).find((entry) => JSON.stringify(entry).includes('\\u0000'));
  if (bad)
    throw new Invalid({ [bad[0]]: 'This holds a character that cannot be kept. Please type it again.' });
}

/** Wraps what a page's own script asks for, with the page's session: answers JSON, failures as problem JSON. */
export function script<Event extends RequestEvent>(
  operate: (event: Event) => Promise<object>
): (event: Event) => Promise<Response> {
  return async (event) => {
    try {
      return json(await operate(event), { headers: { 'cache-control': 'no-store' } });
    } catch (failure) {
      return problem(failure, event);
    }
  };
}

/** The JSON body by its schema. @throws Invalid when it is not JSON or does not fit */
export async function readJson<Schema extends v.GenericSchema>(
  schema: Schema,
  request: Request
): Promise<v.InferOutput<Schema>> {
  let body: unknown;
  try {
    body = await request.json();
  } catch {
    throw new Invalid({ '': 'The body must be JSON.' });
  }
  return read(schema, body);
}

/** Who was refused what, for whoever looks into it afterwards (OWASP ASVS 5, 16.3.2). */
function noteRefusal(failure: unknown, { route, request, locals }: RequestEvent | ServerLoadEvent): void {
  if (!(failure instanceof Failure) || ![403, 404, 429].includes(failure.status)) return;
  log().info(
    { status: failure.status, route: route.id, method: request.method, account: locals.account?.id ?? null },
    'somebody was refused'
  );
}

/** A method that an operation's address does not have, as the API answers; `Allow` names those it has (RFC 9110, 15.5.6). */
export function wrongMethod(request: Request, allow: string): Response {
  const detail = `There is no ${request.method} here. There is: ${allow}.`;
  return problemJson(405, detail, {}, { allow });
}

/** A failure as problem JSON; what nobody meant is logged. */
export function problem(cause: unknown, event: RequestEvent): Response {
  const failure = plainly(cause);
  noteRefusal(failure, event);
  if (!(failure instanceof Failure)) {
    log().error({ err: failure, route: event.route.id }, 'an API request failed');
    return problemJson(500, 'Something went wrong on our side. It has been logged.', {});
  }
  const headers: Record<string, string> = {};
  if (failure instanceof SignInNeeded) headers['www-authenticate'] = 'Bearer';
  if (failure instanceof TooMany) headers['retry-after'] = String(failure.retryAfter);
  return problemJson(failure.status, failure.message, failure.fields, headers);
}

function problemJson(
  status: number,
  detail: string,
  fields: Readonly<Record<string, string>>,
  headers: Record<string, string> = {}
): Response {
  const errors = Object.entries(fields).map(([field, sentence]) => ({ field, detail: sentence }));
  const body = {
    type: 'about:blank',
    title: titles[status] ?? 'Error',
    status,
    detail,
    ...(errors.length > 0 && { errors })
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers }
  });
}

const titles: Record<number, string> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable'
};
