import { error, type Handle, type HandleServerError, type RequestEvent } from '@sveltejs/kit';
import * as accounts from '#accounts/accounts.server.ts';
import * as groups from '#groups/groups.server.ts';
import type { Member } from '#groups/groups.ts';
import { outageIn } from '#platform/database.server.ts';
import { currentErrand } from '#platform/errand.server.ts';
import { log } from '#platform/log.server.ts';
import { SignInNeeded, Unavailable } from './failures.ts';

// Of all fonts only these two are on every page; the rest loads when a character needs it.
const firstFonts = /(inter-latin-wght|serif-4-latin-opsz)-normal/;

export const handle: Handle = async ({ event, resolve }) => {
  noteRoute(event.route.id);
  if (isForeignForm(event)) return new Response('Forms of other sites are not taken.\n', { status: 403 });
  try {
    await recogniseVisitor(event);
  } catch (cause) {
    return duringOutage(event, cause);
  }
  const entered = new Map<string, Promise<Member>>();
  event.locals.enter = (slug) => {
    const { account } = event.locals;
    if (!account) return Promise.reject(new SignInNeeded());
    const known = entered.get(slug) ?? groups.enter(account, slug);
    entered.set(slug, known);
    return known;
  };
  const response = await resolve(event, {
    preload: ({ type, path }) => type !== 'font' || firstFonts.test(path)
  });
  letStylesByNonce(response.headers);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  return response;
};

/** For the log and the metrics of this request. */
function noteRoute(id: string | null): void {
  const errand = currentErrand();
  if (errand) errand.route = id ?? 'none';
}

/** A form keeps what was typed and says why it could not be taken; a page says so instead of itself. */
function duringOutage({ request }: RequestEvent, cause: unknown): Response {
  const outage = outageIn(cause);
  if (!outage) throw cause;
  log().error({ err: cause }, 'a visitor could not be recognised');
  const { status, message } = new Unavailable(outage);
  if (request.headers.get('x-sveltekit-action') !== 'true') error(status, message);
  // As SvelteKit writes the answer of an action that failed.
  return Response.json({ type: 'failure', status, data: JSON.stringify([{ message: 1 }, message]) });
}

/** What a mail program may send by itself (RFC 8058): the address holds a signed word and needs no session. */
const oneTap = '/unsubscribe/[word]';
const formTypes = [
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
  'application/x-sveltekit-formdata'
];

/** A form that another site sent, and with it the visitor's session, as SvelteKit would refuse it. */
function isForeignForm({ request, url, route }: Parameters<Handle>[0]['event']): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method) || route.id === oneTap) return false;
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return formTypes.includes(type) && request.headers.get('origin') !== url.origin;
}

/** CodeMirror brings its style sheet in an element; it may if that carries the nonce the page's scripts carry. */
function letStylesByNonce(headers: Headers): void {
  const policy = headers.get('content-security-policy') ?? '';
  const nonce = /'nonce-[^']+'/.exec(policy)?.[0];
  if (!nonce || policy.includes('unsafe-inline')) return;
  headers.set('content-security-policy', policy.replace("style-src 'self'", `style-src 'self' ${nonce}`));
}

async function recogniseVisitor(event: Parameters<Handle>[0]['event']): Promise<void> {
  event.locals.account = null;
  event.locals.sessionId = null;
  const sessionId = accounts.sessionIdIn(event.request.headers.get('cookie') ?? undefined);
  if (!sessionId) return;
  const recognised = await accounts.accountOfSession(sessionId);
  if (recognised) {
    event.locals.account = recognised.account;
    event.locals.sessionId = sessionId;
  }
  if (recognised && !recognised.fresh) return;
  const renewed = recognised ? { sessionId, expiresAt: recognised.expiresAt } : null;
  const { name, value, attributes } = accounts.sessionCookie(renewed);
  event.cookies.set(name, value, attributes);
}

export const handleError: HandleServerError = ({ error: cause, event, status }) => {
  if (status === 404) return { message: 'This page does not exist, or you cannot see it.' };
  log().error({ err: cause, route: event.route.id, method: event.request.method }, 'a request failed');
  const outage = outageIn(cause);
  if (outage) return { message: new Unavailable(outage).message };
  return { message: 'Something went wrong on our side. It has been logged; please try again.' };
};
