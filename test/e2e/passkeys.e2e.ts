import { expect, test, type CDPSession, type Page } from 'playwright/test';
import { freePort, startApp, type App } from '../support/app.ts';
import { password } from '../support/factories.ts';

/* Passkeys with Chromium's virtual authenticator, and a sign-in by password with a code, on a new installation. */

let app: App;
let origin: string;

test.beforeAll(async () => {
  const port = await freePort();
  app = await startApp({ port });
  // Passkeys belong to a name: browsers make none for a bare IP address.
  origin = `http://localhost:${port}`;
});

test.afterAll(async () => {
  await app?.stop();
});

test('somebody adds a passkey, signs in with it alone, proves themselves by it, and removes it', async ({
  page
}) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  const device = await authenticatorOf(page);
  await signUp(page, 'Ada');

  await page.goto(`${origin}/settings`);
  await page.getByRole('link', { name: 'Add one' }).click();
  await page.getByLabel('Name of the new passkey').fill('Laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByText('Laptop', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Account of Ada' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.goto(`${origin}/sign-in?next=/settings/passkeys`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page).toHaveURL(`${origin}/settings/passkeys`);
  await expect(page.getByText('last used')).toBeVisible();

  await page.goto(`${origin}/sign-in/again?next=/settings/passkeys`);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page).toHaveURL(`${origin}/settings/passkeys`);

  await page.getByRole('button', { name: 'Remove Laptop' }).click();
  await expect(page.getByText('Laptop', { exact: true })).toBeHidden();
  await page.context().clearCookies();
  await page.goto(`${origin}/sign-in`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('alert')).toContainText('does not belong to an account here');
  expect(refused.filter((text) => /Content Security Policy/i.test(text) && !/announcer/.test(text))).toEqual(
    []
  );
  await device.detach();
});

test('an authenticator that does not make sure of its owner is refused', async ({ page }) => {
  await authenticatorOf(page, { isUserVerified: false });
  await signUp(page, 'Emmy');
  await page.goto(`${origin}/settings/passkeys`);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByRole('alert')).toContainText('No passkey was chosen');
});

test('without JavaScript one signs up, signs in and asks for a new password', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${origin}/sign-up`);
  await fill(page, 'Kurt', 'password1234');
  await expect(page.getByText('This password is easy to guess')).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue('kurt@example.org');
  await expect(page.getByLabel('Password')).toHaveValue('');
  await fill(page, 'Kurt', password);
  await expect(page).toHaveURL(`${origin}/`);
  await page.context().clearCookies();
  await page.goto(`${origin}/sign-in?next=/settings`);
  await page.getByLabel('E-mail address').fill('kurt@example.org');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect(page.getByText('· not confirmed yet')).toBeVisible();
  await page.goto(`${origin}/reset`);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('Look into your mail.')).toBeVisible();
});

test('whoever guesses is told how long to wait', async ({ request }) => {
  const guess = () =>
    request.post(`${origin}/sign-in`, {
      form: { email: 'nobody@example.org', password: 'a guess' },
      headers: { origin, accept: 'text/html' }
    });
  for (let tries = 0; tries < 10; tries++) expect((await guess()).status()).toBe(422);
  const refused = await guess();
  expect(refused.status()).toBe(429);
  expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(800);
  expect(await refused.text()).toContain('Too many wrong passwords for this address');
});

/** A security key of the page's own, as a phone or laptop has one. */
async function authenticatorOf(page: Page, over: { isUserVerified?: boolean } = {}): Promise<CDPSession> {
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      ...over
    }
  });
  return client;
}

async function signUp(page: Page, name: string): Promise<void> {
  await page.goto(`${origin}/sign-up`);
  await fill(page, name, password);
  await expect(page).toHaveURL(`${origin}/`);
}

async function fill(page: Page, name: string, secret: string): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail address').fill(`${name.toLowerCase()}@example.org`);
  await page.getByLabel('Password').fill(secret);
  await page.getByRole('main').getByRole('button', { name: 'Sign up' }).click();
}
