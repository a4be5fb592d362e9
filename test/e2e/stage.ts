import { test as plain } from 'playwright/test';
import { startApp, type App } from '../support/app.ts';
import { startOutside } from '../support/outside.ts';

/**
 * Tests of what people do within groups share an application and its database with the other files of their worker: each
 * makes people and groups of its own there. Whoever needs other settings, or a new installation, starts one themselves.
 */
export const test = plain.extend<object, { shared: App }>({
  shared: [
    // eslint-disable-next-line no-empty-pattern -- what Playwright wants of a fixture that needs none
    async ({}, use) => {
      const outside = await startOutside();
      const app = await startApp({
        env: { DATABASE_URL: outside.url, LOG_LEVEL: 'debug', WEBHOOK_HOSTS: 'localhost' }
      });
      await use(app);
      await app.stop();
      await outside.stop();
    },
    { scope: 'worker', timeout: 60_000 }
  ]
});
