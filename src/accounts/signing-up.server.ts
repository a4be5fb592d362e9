import { sql } from 'drizzle-orm';
import { isAt, type Account, type Visitor } from '#accounts/accounts.ts';
import { postVerification } from '#accounts/address.server.ts';
import { record } from '#accounts/auditing.server.ts';
import * as limits from '#accounts/limits.server.ts';
import { hashOfNew } from '#accounts/passwords.server.ts';
import { account, identity } from '#accounts/schema.ts';
import { enter, type Entered } from '#accounts/signing-in.server.ts';
import { config } from '#platform/config.server.ts';
import { transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { networkOf, spend } from '#platform/limits.server.ts';
import { Conflict, Forbidden, Invalid } from '../failures.ts';

// The first account becomes the operator; two first ones at once must not both.
const firstAccountLock = 4_021_983_118;

/** Somebody new: by password, or without one through an identity provider. */
export interface Newcomer {
  name: string;
  email: string;
  password?: string;
  /** Whether the address is known to be theirs. */
  verified?: boolean;
  /** Whom the identity provider named. */
  identity?: { issuer: string; subject: string };
}

/**
 * Makes an account; the first of an installation is its operator.
 * @throws Conflict when the address has one already, Invalid when the password is easy to guess
 */
export async function register(person: Newcomer): Promise<Account> {
  const passwordHash = await hashFor(person);
  return transaction(async (tx) => add(tx, { ...person, passwordHash }, await isFirst(tx)));
}

/** The same for somebody else, by the operator's command line. */
export async function makeAccount(person: Newcomer): Promise<Account> {
  const passwordHash = await hashFor(person);
  return transaction(async (tx) => {
    const made = await add(tx, { ...person, passwordHash }, await isFirst(tx));
    await record(tx, null, 'account.make', { person: made.id });
    return made;
  });
}

/**
 * Signs somebody up, if this installation takes them: it is open to everyone, they hold an invitation, or their
 * address is at one of its domains. The first one always may.
 * @returns the session; null when they must confirm their address before they can sign in
 */
export async function signUp(person: Newcomer, invited: boolean, visitor: Visitor): Promise<Entered | null> {
  await spend(limits.signUps, networkOf(visitor.address));
  const passwordHash = await hashFor(person);
  const made = await transaction(async (tx) => {
    const first = await isFirst(tx);
    // Before anything else: whom this place does not take learns nothing about who is here.
    if (!first) admit(person.email, invited);
    const added = await add(tx, { ...person, passwordHash }, first);
    if (!person.verified) await postVerification(tx, added);
    if (person.identity) {
      const { issuer, subject } = person.identity;
      await tx.insert(identity).values({ issuer, subject, accountId: added.id });
    }
    return added;
  });
  const waits = typeof config().signUp !== 'string' && !person.verified && !made.isOperator;
  return waits ? null : enter(made.id, visitor);
}

async function hashFor({ name, email, password }: Newcomer): Promise<string | null> {
  return password === undefined ? null : hashOfNew(password, [name, email], 'password');
}

/** Whether the account about to be made is the first; nobody else makes one until the transaction ends. */
async function isFirst(tx: Transaction): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(${firstAccountLock})`);
  const [anyone] = await tx.select({ id: account.id }).from(account).limit(1);
  return anyone === undefined;
}

async function add(
  tx: Transaction,
  { name, email, passwordHash, verified }: Newcomer & { passwordHash: string | null },
  first: boolean
): Promise<Account> {
  const [made] = await tx
    .insert(account)
    .values({
      id: newId(),
      name,
      email,
      passwordHash,
      emailVerifiedAt: verified ? new Date() : null,
      operatorSince: first ? new Date() : null
    })
    .onConflictDoNothing()
    .returning({ id: account.id });
  if (!made)
    throw new Conflict('That address has an account already.', {
      email: 'That address has an account already. Sign in instead?'
    });
  return { id: made.id, email, name, isOperator: first };
}

/** @throws Forbidden, or Invalid beside the address, for whom this installation does not take */
function admit(email: string, invited: boolean): void {
  const { signUp: policy } = config();
  if (policy === 'open') return;
  if (policy === 'invitation') {
    if (!invited)
      throw new Forbidden('One joins this place by invitation. Ask somebody who is here for a link.');
    return;
  }
  if (!isAt(email, policy)) throw new Invalid({ email: `This place takes addresses at ${spoken(policy)}.` });
}

/** Who may sign up here, as a sentence; null when everyone may. */
export function whoMaySignUp(): string | null {
  const { signUp: policy } = config();
  if (policy === 'open') return null;
  if (policy === 'invitation') return 'One joins this place by invitation.';
  return `This place takes addresses at ${spoken(policy)}.`;
}

const spoken = (domains: readonly string[]) =>
  new Intl.ListFormat('en', { type: 'disjunction' }).format(domains);
