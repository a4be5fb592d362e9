import { expect, type Browser, type BrowserContextOptions, type Page } from 'playwright/test';
import * as accounts from '#accounts/accounts.server.ts';
import type { Member } from '#groups/groups.ts';

/** A browser of somebody's own, signed in, which fails the test on anything our content policy refuses. */
export async function pageOf(
  browser: Browser,
  origin: string,
  member: Member,
  options: BrowserContextOptions = {}
): Promise<Page> {
  const signedIn = await accounts.openSession(member.accountId, 'test');
  const { name, value } = accounts.sessionCookie(signedIn);
  const context = await browser.newContext(options);
  await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  page.on('pageerror', (error) => expect.soft(error.message, 'an error in the page').toBe(''));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile }) => {
      throw new Error(`refused by ${violatedDirective}: ${sourceFile}`);
    });
  });
  return page;
}

/**
 * Keeps the scripts of the pages to come from arriving, as a slow line does.
 * @returns what lets them arrive, and waits until they run
 */
export async function holdScripts(page: Page): Promise<() => Promise<void>> {
  const { promise: arrival, resolve: arrive } = Promise.withResolvers<void>();
  await page.route('**/_app/**/*.js', async (route) => {
    await arrival;
    await route.continue();
  });
  return async () => {
    arrive();
    await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
  };
}
