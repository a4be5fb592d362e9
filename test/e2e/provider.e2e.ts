import { expect, test, type Page } from 'playwright/test';
import { freePort, startApp, type App } from '../support/app.ts';
import { password } from '../support/factories.ts';
import { startProvider, type IdentityProvider } from '../support/provider.ts';

/* Signing in through an identity provider, with its own pages in the browser. */

let app: App;
let provider: IdentityProvider;
let origin: string;

test.beforeAll(async () => {
  const port = await freePort();
  origin = `http://localhost:${port}`;
  provider = await startProvider(origin);
  app = await startApp({
    port,
    env: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_NAME: 'The institute'
    }
  });
});

test.afterAll(async () => {
  await app?.stop();
  await provider?.stop();
});

test('somebody signs up and in through the provider, and shows again who they are there', async ({
  page
}) => {
  await page.goto(`${origin}/sign-in?next=/settings`);
  await page.getByRole('link', { name: 'Sign in with The institute' }).click();
  await passProvider(page, 'ada');
  await expect(page).toHaveURL(`${origin}/settings`);
  await expect(page.getByText('ada@example.org')).toBeVisible();
  await page.goto(`${origin}/sign-in/again?next=/settings/passkeys`);
  await page.getByRole('link', { name: 'Use The institute' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(`${origin}/settings/passkeys`);
});

test('somebody with an account connects it, after saying so', async ({ page }) => {
  await page.goto(`${origin}/sign-up?next=/settings`);
  await page.getByLabel('Name').fill('Emmy');
  await page.getByLabel('E-mail address').fill('emmy@elsewhere.example');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign up' }).click();
  await page.getByRole('link', { name: 'Connect' }).click();
  await passProvider(page, 'amalie');
  await expect(page.getByRole('heading', { name: 'Connect The institute?' })).toBeVisible();
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect(page.getByText('The connection is made.')).toBeVisible();
});

test('whoever turns back at the provider is told so', async ({ page }) => {
  await page.goto(`${origin}/sign-in`);
  await page.getByRole('link', { name: 'Sign in with The institute' }).click();
  await page.getByRole('link', { name: /Abort|Cancel/ }).click();
  await expect(page.getByText('The institute did not confirm who you are.')).toBeVisible();
});

async function passProvider(page: Page, login: string): Promise<void> {
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill('x');
  await page.getByRole('button').click();
  await page.getByRole('button', { name: 'Continue' }).click();
}
