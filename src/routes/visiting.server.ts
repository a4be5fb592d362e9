import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as accounts from '#accounts/accounts.server.ts';
import type { Account } from '#accounts/accounts.ts';
import { SignInNeeded } from '../failures.ts';

/** Whoever is signed in. @throws SignInNeeded for a visitor */
export function signedIn({ locals }: Pick<RequestEvent, 'locals'>): { account: Account; sessionId: string } {
  const { account, sessionId } = locals;
  if (!account || !sessionId) throw new SignInNeeded();
  return { account, sessionId };
}

/** Where `next` leads, if that is a page of ours; the front page otherwise. */
export function nextPage(url: URL): string {
  const next = url.searchParams.get('next') ?? '/';
  // A browser reads `//elsewhere` and `/\elsewhere` as another site.
  return /^\/(?![/\\])/.test(next) ? next : '/';
}

/** Gives this browser a session and goes on to the page that was wanted. */
export async function enterWith(event: RequestEvent, session: Promise<accounts.SignedIn>): Promise<never> {
  const { name, value, attributes } = accounts.sessionCookie(await session);
  event.cookies.set(name, value, attributes);
  redirect(303, nextPage(event.url));
}

/** The browser as it names itself. */
export function userAgent(event: RequestEvent): string {
  return event.request.headers.get('user-agent') ?? '';
}
