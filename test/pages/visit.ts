import { eq } from 'drizzle-orm';
import { expect, type Browser, type BrowserContextOptions, type Page } from 'playwright/test';
import * as accounts from '#accounts/accounts.server.ts';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { database } from '#platform/database.server.ts';
import { password } from '../support/factories.ts';

/** A browser of somebody's own, signed in, which fails the test on anything our content policy refuses. */
export async function pageOf(
  browser: Browser,
  origin: string,
  member: Member,
  options: BrowserContextOptions = {}
): Promise<Page> {
  const [person] = await database()
    .select({ email: account.email })
    .from(account)
    .where(eq(account.id, member.accountId));
  const signedIn = await accounts.signIn(person?.email ?? '', password, 'test');
  const { name, value } = accounts.sessionCookie(signedIn);
  const context = await browser.newContext(options);
  await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  page.on('pageerror', (error) => expect.soft(error.message, 'an error in the page').toBe(''));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ target, violatedDirective, sourceFile }) => {
      // SvelteKit's announcer styles itself; base.css says the same without.
      if (target instanceof Element && target.id === 'svelte-announcer') return;
      throw new Error(`refused by ${violatedDirective}: ${sourceFile}`);
    });
  });
  return page;
}
