import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import * as accounts from '#accounts/accounts.server.ts';
import { Conflict } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { password, visitor } from '../support/factories.ts';
import { useSettings } from '../support/settings.ts';

/* A provider that answers as its master wants. What a right one gives stands in `provider.server.test.ts`. */

const origin = 'http://localhost:4106';
const newKeys = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const [own, strange] = [newKeys(), newKeys()];
const server = http.createServer(answer);
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
useSettings({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: 'colloquy',
  OIDC_CLIENT_SECRET: 'a secret between the two of them'
});
useDatabase();

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** What the next token says, and who signs it. */
let token: { claims: object; key: KeyObject };

/** A JSON Web Token (RFC 7519) by RS256. */
function signed({ claims, key }: typeof token): string {
  const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const said = `${encoded({ alg: 'RS256', kid: 'own' })}.${encoded(claims)}`;
  return `${said}.${sign('sha256', Buffer.from(said), key).toString('base64url')}`;
}

function answer(request: http.IncomingMessage, response: http.ServerResponse): void {
  const told: Record<string, () => object> = {
    '/.well-known/openid-configuration': () => ({
      ...{ issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token` },
      ...{ jwks_uri: `${issuer}/keys`, response_types_supported: ['code'] },
      ...{ subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'] }
    }),
    '/keys': () => ({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'own', alg: 'RS256' }] }),
    '/token': () => ({ access_token: 'x', token_type: 'Bearer', id_token: signed(token) })
  };
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify(told[request.url ?? '']?.() ?? {}));
}

/** Goes to the provider and comes back with a token of these claims. */
async function cameBack(forged: Record<string, unknown> = {}, { key = own.privateKey, state = '' } = {}) {
  const { url, attemptId } = await accounts.visitProvider('sign-in', '/', origin, '192.0.2.1');
  const asked = new URL(url).searchParams;
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    ...{ iss: issuer, sub: 'ada', aud: 'colloquy', iat: now, exp: now + 60, nonce: asked.get('nonce')! },
    ...{ email: 'ada@example.org', email_verified: true, ...forged }
  };
  token = { claims, key };
  const back = new URLSearchParams({ code: 'x', state: state || asked.get('state')! });
  return accounts.identify(attemptId, new URL(`${origin}/oidc/callback?${back}`));
}

test('a token that is as it should be names who came', async () => {
  expect(await cameBack()).toMatchObject({
    issuer,
    subject: 'ada',
    email: 'ada@example.org',
    verified: true
  });
});

test('a token of another issuer, for another audience, of another visit, too old, or signed by another is refused', async () => {
  const forgeries: [string, () => Promise<unknown>][] = [
    ['issuer', () => cameBack({ iss: 'https://evil.example' })],
    ['audience', () => cameBack({ aud: 'another client' })],
    ['nonce', () => cameBack({ nonce: 'of another visit' })],
    ['no nonce', () => cameBack({ nonce: undefined })],
    ['no subject', () => cameBack({ sub: undefined })],
    ['age', () => cameBack({ exp: Math.floor(Date.now() / 1000) - 3600 })],
    ['signature', () => cameBack({}, { key: strange.privateKey })],
    ['state', () => cameBack({}, { state: 'of another visit' })]
  ];
  for (const [what, forge] of forgeries) await expect(forge(), what).rejects.toThrow(Conflict);
});

test('an address is the provider’s word only when it says true, not when it says something like it', async () => {
  const emmy = await accounts.register({ name: 'Emmy', email: 'emmy@example.org', password, verified: true });
  for (const email_verified of ['true', 1, null, undefined]) {
    const came = await cameBack({ sub: 'mallory', email: 'EMMY@example.org', email_verified });
    expect(came.verified).toBe(false);
    await expect(accounts.signInAs(came, false, visitor())).rejects.toThrow(Conflict);
  }
  expect(await accounts.isConnected(emmy)).toBe(false);
});
