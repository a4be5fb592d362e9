import { randomBytes } from 'node:crypto';
import * as accounts from '#accounts/accounts.server.ts';
import { account } from '#accounts/schema.ts';
import { group, membership } from '#groups/schema.ts';
import { createDocument } from '#notes/log.server.ts';
import { note } from '#notes/schema.ts';
import { database, transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';

/** A group of `people` members and their cookies, as the engine wants them. */
export async function makePeople(people: number): Promise<{ groupId: string; cookies: string[] }> {
  const groupId = newId();
  await database().insert(group).values({ id: groupId, slug: groupId, name: 'Bench', timezone: 'UTC' });
  const cookies: string[] = [];
  for (let number = 0; number < people; number++) {
    const accountId = newId();
    const email = `${accountId}@example.org`;
    await database()
      .insert(account)
      .values({
        id: accountId,
        name: `Person ${number}`,
        email,
        passwordHash: randomBytes(8).toString('hex')
      });
    await database().insert(membership).values({ id: newId(), groupId, accountId, role: 'member' });
    const { name, value } = accounts.sessionCookie(await accounts.openSession(accountId, 'bench'));
    cookies.push(`${name}=${value}`);
  }
  return { groupId, cookies };
}

/** Notes with nothing in them. @returns their ids */
export async function makeNotes(groupId: string, number: number): Promise<string[]> {
  const ids = Array.from({ length: number }, () => newId());
  await transaction(async (tx) => {
    for (const id of ids) {
      await tx.insert(note).values({ id, groupId, title: 'Bench' });
      await createDocument(tx, id, '');
    }
  });
  return ids;
}
