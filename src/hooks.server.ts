import { error, type Handle, type HandleServerError, type RequestEvent } from '@sveltejs/kit';
import * as accounts from '#accounts/accounts.server.ts';
import * as groups from '#groups/groups.server.ts';
import type { Member } from '#groups/groups.ts';
import { outageIn } from '#platform/database.server.ts';
import { currentErrand } from '#platform/errand.server.ts';
import { log } from '#platform/log.server.ts';
import { wrongMethod } from '#routes/answer.server.ts';
import { SignInNeeded, Unavailable } from './failures.ts';
import { bare } from './guards.ts';

// Of all fonts only these two are on every page; the rest loads when a character needs it.
const firstFonts = /(inter-latin-wght|serif-4-latin-opsz)-normal/;

export const handle: Handle = async ({ event, resolve }) => {
  noteRoute(event.route.id);
  if (isForeign(event)) return new Response('Forms of other sites are not taken.\n', { status: 403 });
  // No address of ours holds a NUL, and PostgreSQL takes none.
  if (/%00/.test(event.url.href)) return new Response('There is no such address.\n', { status: 404 });
  try {
    await recogniseVisitor(event);
  } catch (cause) {
    return duringOutage(event, cause);
  }
  letEnter(event);
  const answer = await resolve(event, {
    preload: ({ type, path }) => type !== 'font' || firstFonts.test(path)
  });
  const allow =
    event.url.pathname.startsWith('/api/') && answer.status === 405 && answer.headers.get('allow');
  const response = allow ? wrongMethod(event.request, allow) : answer;
  letStylesByNonce(response.headers);
  if (!response.headers.has('content-security-policy')) response.headers.set('content-security-policy', bare);
  // What is somebody's own stays in nobody's cache (ASVS 14.3.2).
  if (event.locals.account && !response.headers.has('cache-control'))
    response.headers.set('cache-control', 'private, no-store');
  return response;
};

/** A page's parts share one look at the visitor's groups; behind a form they look again, since it may have changed them. */
function letEnter({ locals, request }: RequestEvent): void {
  let looked: Promise<Member[]> | undefined;
  locals.members = () => {
    if (!locals.account) return Promise.reject(new SignInNeeded());
    const members = (request.method === 'GET' && looked) || groups.membersOf(locals.account);
    looked = members;
    return members;
  };
  locals.enter = async (slug) => groups.memberAmong(await locals.members(), slug);
}

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
/** What another site sent, and with it the visitor's session. The API knows no session: it asks for a token. */
function isForeign({ request, url, route }: Parameters<Handle>[0]['event']): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return false;
  if (route.id === oneTap || url.pathname.startsWith('/api/')) return false;
  return request.headers.get('origin') !== url.origin;
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
