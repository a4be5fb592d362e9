import { redirect, type RequestEvent, type ServerLoadEvent } from '@sveltejs/kit';
import * as accounts from '#accounts/accounts.server.ts';
import type { Account, Visitor } from '#accounts/accounts.ts';
import { govern, type InstallationAction } from '#accounts/operators.ts';
import { Conflict, Forbidden, SignInNeeded } from '../failures.ts';

/** Whoever is signed in. @throws SignInNeeded for a visitor */
export function signedIn({ locals }: Pick<RequestEvent, 'locals'>): { account: Account; sessionId: string } {
  const { account, sessionId } = locals;
  if (!account || !sessionId) throw new SignInNeeded();
  return { account, sessionId };
}

/** Whoever runs this installation and may do that with it. @throws NotFound for everyone else */
export function operating(event: Pick<RequestEvent, 'locals'>, what: InstallationAction): Account {
  const { account } = signedIn(event);
  govern(account, what);
  return account;
}

/** Where `next` leads, if that is a page of ours; the front page otherwise. */
export function nextPage(url: URL): string {
  // Read as a browser reads it: to that `//elsewhere`, `/\\elsewhere` and `/<tab>/elsewhere` are other sites.
  const given = url.searchParams.get('next') ?? '/';
  const next = given.startsWith('/') ? URL.parse(given, url) : null;
  return next?.origin === url.origin ? next.pathname + next.search : '/';
}

/** Gives this browser a session and goes on to the page that was wanted, or to the second factor before it. */
export async function enterWith(
  event: RequestEvent,
  step: accounts.Entered | accounts.SecondStep,
  next = nextPage(event.url)
): Promise<never> {
  if ('attemptId' in step) {
    keepAttempt(event, step.attemptId);
    redirect(303, `/sign-in/code?next=${encodeURIComponent(next)}`);
  }
  // Nobody is left signed in by a cookie that is overwritten.
  if (event.locals.sessionId) await accounts.signOut(event.locals.sessionId);
  keepSession(event, step);
  keepDevice(event, step.device);
  redirect(303, next);
}

/** Puts a session into this browser. */
export function keepSession({ cookies }: RequestEvent, signedIn: accounts.SignedIn): void {
  const { name, value, attributes } = accounts.sessionCookie(signedIn);
  cookies.set(name, value, attributes);
}

/** Lets this browser be known again. */
export function keepDevice({ cookies }: RequestEvent, device: string): void {
  const { name, attributes } = accounts.deviceCookie();
  cookies.set(name, device, attributes);
}

/** Lets this browser finish what it began. */
export function keepAttempt({ cookies }: RequestEvent, attemptId: string): void {
  const { name, attributes } = accounts.attemptCookie();
  cookies.set(name, attemptId, attributes);
}

/** What this browser has begun. */
export function attemptOf({ cookies }: RequestEvent): string | null {
  return cookies.get(accounts.attemptCookie().name) ?? null;
}

/** The browser that asks. */
export function visitor({ request, cookies, getClientAddress }: RequestEvent): Visitor {
  return {
    userAgent: request.headers.get('user-agent') ?? '',
    address: getClientAddress(),
    device: cookies.get(accounts.deviceCookie().name) ?? null
  };
}

/** Whoever is signed in and has shown so a short while ago; others are asked to, and come back. */
export async function provenLately(event: RequestEvent): Promise<{ account: Account; sessionId: string }> {
  const who = signedIn(event);
  if (await accounts.isProven(who.sessionId)) return who;
  redirect(303, `/sign-in/again?next=${encodeURIComponent(event.url.pathname)}`);
}

/** The same for a page's script, which shows the sentence. @throws Forbidden */
export async function mustBeProven(event: RequestEvent): Promise<{ account: Account; sessionId: string }> {
  const who = signedIn(event);
  if (await accounts.isProven(who.sessionId)) return who;
  throw new Forbidden('Please load this page again to show who you are.');
}

/** Takes the session out of this browser. */
export function forgetSession({ cookies }: RequestEvent): void {
  const { name, value, attributes } = accounts.sessionCookie(null);
  cookies.set(name, value, attributes);
}

/** The page behind a mailed link: kept in no cache, and with the reason when the link does not hold. */
export async function mailedPage<Data>(
  event: ServerLoadEvent,
  look: () => Promise<Data>
): Promise<Data | { refusal: string }> {
  event.setHeaders({ 'cache-control': 'no-store' });
  await accounts.countLink(event.getClientAddress());
  try {
    return await look();
  } catch (failure) {
    if (!(failure instanceof Conflict)) throw failure;
    return { refusal: failure.message };
  }
}
