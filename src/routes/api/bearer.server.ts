import type { RequestEvent } from '@sveltejs/kit';
import * as accounts from '#accounts/accounts.server.ts';
import { covers, type Scope } from '#accounts/scopes.ts';
import { networkOf, spend, type Limit } from '#platform/limits.server.ts';
import { Forbidden, SignInNeeded } from '../../failures.ts';

/** Wrong tokens from one network. */
const wrongTokens: Limit = {
  name: 'token-from',
  times: 300,
  seconds: 15 * 60,
  says: 'Too many tokens that do not hold came from your network.'
};

/** Whoever asks, by the bearer token of the request. @throws SignInNeeded without one that holds */
export async function authenticate({ request, getClientAddress }: RequestEvent): Promise<accounts.Bearer> {
  const [, secret] = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  const bearer = secret ? await accounts.bearerOf(secret) : null;
  if (bearer) return bearer;
  if (secret) await spend(wrongTokens, networkOf(getClientAddress()));
  throw new SignInNeeded('Send a valid token as "Authorization: Bearer …".');
}

/** @throws Forbidden naming the scope that the token lacks */
export function demand({ scopes }: accounts.Bearer, scope: Scope | null): void {
  if (scope && !covers(scopes, scope)) throw new Forbidden(`This token lacks the scope ${scope}.`);
}
