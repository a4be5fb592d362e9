import * as client from 'openid-client';
import { begin, take } from '#accounts/attempts.server.ts';
import * as limits from '#accounts/limits.server.ts';
import { config } from '#platform/config.server.ts';
import { networkOf, spend } from '#platform/limits.server.ts';
import { log } from '#platform/log.server.ts';
import { perProcess } from '#platform/process.ts';
import { Conflict, NotFound } from '../failures.ts';

/* The way to the identity provider and back (OpenID Connect, code flow with PKCE, state and nonce). */

/** Who came back from the provider, and where they were going. */
export interface Identified {
  issuer: string;
  subject: string;
  name: string;
  email: string | null;
  /** Whether the provider made sure of the address. */
  verified: boolean;
  /** What they went for: to sign in, or to show again who they are. */
  intent: Intent;
  next: string;
}

export type Intent = 'sign-in' | 'again';

const callback = '/oidc/callback';
/** To show again who one is, one must have signed in at the provider within so many seconds. */
const freshSeconds = 300;

/** What people call the provider; null when there is none. */
export function providerName(): string | null {
  return config().oidc?.name ?? null;
}

/** Sends a browser to the provider. @returns where to, and the attempt it must finish */
export async function visitProvider(
  intent: Intent,
  next: string,
  origin: string,
  from: string
): Promise<{ url: string; attemptId: string }> {
  await spend(limits.challenges, networkOf(from));
  const state = client.randomState();
  const nonce = client.randomNonce();
  const verifier = client.randomPKCECodeVerifier();
  const url = client.buildAuthorizationUrl(await provider(), {
    redirect_uri: origin + callback,
    scope: 'openid email profile',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...(intent === 'again' && { max_age: String(freshSeconds) })
  });
  const data = { state, nonce, verifier, intent, next };
  return { url: url.href, attemptId: await begin('provider', { data }) };
}

/** Who came back, by the address they came back to. @throws Conflict when it is not what this browser began */
export async function identify(attemptId: string | null, returned: URL): Promise<Identified> {
  const begun = await take('provider', attemptId);
  if (!begun) throw new Conflict('That took too long, or began in another browser. Please sign in again.');
  const { intent, next } = begun.data;
  const claims = await claimsOf(begun.data, returned).catch((cause: unknown) => {
    log().info({ err: cause }, 'an identity provider’s answer was refused');
    throw new Conflict(`${providerName()} did not confirm who you are. Please try again.`);
  });
  const email = typeof claims.email === 'string' && claims.email.includes('@') ? claims.email : null;
  return {
    issuer: claims.iss,
    subject: claims.sub,
    name: nameOf(claims, email),
    email,
    verified: claims.email_verified === true,
    intent: intent === 'again' ? 'again' : 'sign-in',
    next: next ?? '/'
  };
}

type Claims = client.IDToken & Partial<Record<string, unknown>>;

async function claimsOf(begun: Record<string, string | null>, returned: URL): Promise<Claims> {
  const configuration = await provider();
  const tokens = await client.authorizationCodeGrant(configuration, returned, {
    idTokenExpected: true,
    expectedState: begun.state ?? '',
    expectedNonce: begun.nonce ?? '',
    pkceCodeVerifier: begun.verifier ?? '',
    ...(begun.intent === 'again' && { maxAge: freshSeconds })
  });
  const claims = tokens.claims()!;
  if (claims.email !== undefined) return claims;
  const told = await client.fetchUserInfo(configuration, tokens.access_token, claims.sub);
  return { ...told, ...claims };
}

function nameOf({ name, preferred_username }: Claims, email: string | null): string {
  const known = [name, preferred_username, email?.split('@')[0]].find(
    (text): text is string => typeof text === 'string' && text.trim() !== ''
  );
  return (known ?? 'Somebody new').trim().slice(0, 80);
}

/** The provider as it describes itself, asked once; a failure is not kept. */
async function provider(): Promise<client.Configuration> {
  if (!config().oidc) throw new NotFound();
  const shelf = perProcess('oidc', () => ({
    found: undefined as Promise<client.Configuration> | undefined
  }));
  shelf.found ??= discover();
  try {
    return await shelf.found;
  } catch (cause) {
    shelf.found = undefined;
    log().error({ err: cause }, 'the identity provider cannot be reached');
    throw new Conflict(`${providerName()} cannot be reached just now. Please try again later.`);
  }
}

async function discover(): Promise<client.Configuration> {
  const { issuer, clientId, clientSecret } = config().oidc!;
  // Plain http is for a provider on this machine: whoever runs this place wrote that address down.
  const execute = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
  const found = await client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    execute,
    timeout: 10
  });
  const server = found.serverMetadata();
  // What is not said means this one (OpenID Connect Discovery 1.0, 3).
  const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  if (methods.includes('client_secret_post')) return found;
  const basic = new client.Configuration(
    server,
    clientId,
    clientSecret,
    client.ClientSecretBasic(clientSecret)
  );
  for (const allow of execute) allow(basic);
  return basic;
}
