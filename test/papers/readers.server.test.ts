import { beforeAll, expect, test } from 'vitest';
import type { Account } from '#accounts/accounts.ts';
import type { Member } from '#groups/groups.ts';
import * as looking from '#papers/looking.server.ts';
import * as papers from '#papers/papers.server.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';

useDatabase();

let ada: Account, emmy: Account, stranger: Account;
const accountOf = ({ accountId, name }: Member) => ({ id: accountId, name }) as Account;

beforeAll(async () => {
  const group = await fullGroup();
  [ada, emmy, stranger] = [group.ada, group.emmy, (await fullGroup()).grace].map(accountOf) as [
    Account,
    Account,
    Account
  ];
});

test('who has read a paper is told to people who share a group, and to nobody else', async () => {
  const paperId = await somePaper('Read');
  await looking.setReading(emmy, paperId, 'read');
  await looking.setReading(stranger, paperId, 'skimmed');
  await looking.see(ada, paperId);
  expect(await papers.readersOf(ada, paperId)).toEqual([{ name: 'Emmy', reading: 'read' }]);
  expect(await papers.readersOf(stranger, paperId)).toEqual([{ name: 'Grace', reading: 'skimmed' }]);
});

test('what a phone shares names a paper by whatever of it is an address or an id', () => {
  expect(papers.namedIn('Look: https://arxiv.org/abs/2201.02177v1 !')).toBe(
    'https://arxiv.org/abs/2201.02177v1'
  );
  expect(papers.namedIn('no paper at all')).toBeNull();
});
