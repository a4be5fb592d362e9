import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import { record } from '#accounts/auditing.server.ts';
import { tellOwner } from '#accounts/notices.server.ts';
import { govern } from '#accounts/operators.ts';
import { account } from '#accounts/schema.ts';
import { endAll } from '#accounts/sessions.server.ts';
import { config } from '#platform/config.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { Conflict, Invalid, NotFound } from '../failures.ts';

// Under this lock operators are counted: two who step down at once must not both.
const operatorsLock = 4_021_983_119;

/** Those who run this installation, longest first. */
export async function operators(who: Account) {
  govern(who, 'installation.operators');
  return database()
    .select({ id: account.id, name: account.name, email: account.email, since: account.operatorSince })
    .from(account)
    .where(isNotNull(account.operatorSince))
    .orderBy(asc(account.operatorSince), asc(account.id));
}

/**
 * Makes the account with this address an operator, too. Its sessions end, so that nobody who sits in one of them
 * gains what only its owner should: they sign in anew.
 * @throws Invalid when nobody has the address, or has not shown that it is theirs
 */
export async function nameOperator(who: Account, email: string): Promise<void> {
  govern(who, 'installation.operators');
  await transaction(async (tx) => {
    const [named] = await tx
      .update(account)
      .set({ operatorSince: new Date() })
      .where(
        and(
          eq(sql`lower(${account.email})`, email.toLowerCase()),
          isNull(account.operatorSince),
          // Where no mail goes out, nobody can confirm an address.
          config().smtpUrl ? isNotNull(account.emailVerifiedAt) : undefined
        )
      )
      .returning({ id: account.id });
    if (!named)
      throw new Invalid({
        email: 'Nobody with this confirmed address has an account here, or they run this place already.'
      });
    await endAll(tx, named.id);
    await record(tx, { accountId: who.id }, 'operator.name', { person: named.id });
    await tellOwner(tx, named.id, `${who.name} made you an operator of this place. Please sign in again.`);
  });
}

/** Takes the role away, one's own included. @throws Conflict for the last operator */
export async function dismissOperator(who: Account, accountId: string): Promise<void> {
  govern(who, 'installation.operators');
  await transaction(async (tx) => {
    const count = await countOperators(tx);
    const [dismissed] = await tx
      .update(account)
      .set({ operatorSince: null })
      .where(and(eq(account.id, accountId), isNotNull(account.operatorSince)))
      .returning({ id: account.id });
    if (!dismissed) throw new NotFound('This operator');
    if (count < 2) throw new Conflict('Somebody has to run this place. Name another operator first.');
    await record(tx, { accountId: who.id }, 'operator.dismiss', { person: accountId });
    await tellOwner(tx, accountId, `${who.name} took the operator’s role of this place from you.`);
  });
}

/** Signs somebody out everywhere, for the operator's command line. @throws Invalid when nobody has the address */
export async function endSessionsOf(email: string): Promise<{ ended: string }> {
  return transaction(async (tx) => {
    const [found] = await tx
      .select({ id: account.id })
      .from(account)
      .where(eq(sql`lower(${account.email})`, email.toLowerCase()));
    if (!found) throw new Invalid({ email: `Nobody here has the address ${email}.` });
    await endAll(tx, found.id);
    await record(tx, null, 'account.sessions', { person: found.id });
    return { ended: email };
  });
}

async function countOperators(tx: Transaction): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(${operatorsLock})`);
  return tx.$count(account, isNotNull(account.operatorSince));
}
