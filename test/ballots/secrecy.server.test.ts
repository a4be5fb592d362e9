import { beforeEach, expect, test } from 'vitest';
import * as ballots from '#ballots/ballots.server.ts';
import type { Marks, Rules } from '#ballots/rules.ts';
import { ballot } from '#ballots/schema.ts';
import { database, driver, transaction } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { everyRule } from '../support/electorate.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';

useDatabase();

let cast: Awaited<ReturnType<typeof fullGroup>>;
let a: string, b: string;
beforeEach(async () => {
  cast = await fullGroup();
  [a, b] = [await proposed('A'), await proposed('B')];
});

const proposed = async (title: string) =>
  (await queue.nominate(cast.emmy, await somePaper(title), '')).nominationId;
const opened = async (rules: Rules) =>
  (
    await ballots.open(cast.grace, {
      title: 'What next?',
      nominationIds: [a, b],
      closesAt: new Date(Date.now() + 3_600_000),
      quorum: 1,
      rules
    })
  ).id;

test.for(everyRule)(
  'before one has voted, nothing one sees depends on what others voted ($method)',
  async (rules) => {
    const id = await opened(rules);
    const seen = async (marks: Marks) => {
      await ballots.cast(cast.emmy, id, marks);
      const readers = [cast.ada, cast.grace, cast.kurt];
      const pages = readers.map(async (one) => [await ballots.view(one, id), await ballots.list(one)]);
      return JSON.stringify(await Promise.all(pages));
    };
    const first = await seen({ [a]: 1 });
    expect(await seen({ [b]: 1 })).toBe(first);
    expect(await seen({})).toBe(first);
    expect(first).toContain('Emmy');
  }
);

test('who sees counts of an open ballot sees no names with them, and who sees names sees no counts', async () => {
  const id = await opened({ method: 'approval' });
  await ballots.cast(cast.emmy, id, [a]);
  await ballots.cast(cast.ada, id, [b]);
  for (const reader of [cast.ada, cast.grace, cast.emmy, cast.kurt]) {
    const { tally, voters, voted } = await ballots.view(reader, id);
    expect(voted).toBe(2);
    expect([tally, voters].filter((one) => one !== null)).toHaveLength(1);
  }
});

test('a result is the same whoever cast which vote, and has no account in it', async () => {
  const results = [];
  for (const [first, second] of [
    [cast.emmy, cast.ada],
    [cast.ada, cast.emmy]
  ] as const) {
    const id = await opened({ method: 'ranked' });
    await ballots.cast(first, id, { [a]: 1 });
    await ballots.cast(second, id, { [a]: 1, [b]: 2 });
    results.push(await transaction((tx) => ballots.close(tx, id, new Date())));
  }
  expect(results[0]).toEqual(results[1]);
  const kept = JSON.stringify(await database().select().from(ballot));
  for (const { accountId } of [cast.emmy, cast.ada]) expect(JSON.stringify(results)).not.toContain(accountId);
  expect(kept).not.toContain(cast.emmy.accountId);
});

test('a message says that a ballot changed, not which, by whom or how; votes of a moment share one', async () => {
  const payloads: string[] = [];
  const { unlisten } = await driver().listen('colloquy', (payload) => {
    if (payload.includes(cast.group.id) && !payload.includes('queue')) payloads.push(payload);
  });
  const id = await opened({ method: 'dots', budget: 5, most: 5 });
  await expect.poll(() => payloads.length).toBe(1);
  await ballots.cast(cast.emmy, id, { [a]: 5 });
  await expect.poll(() => payloads.length).toBe(2);
  await ballots.cast(cast.emmy, id, { [b]: 1 });
  await ballots.cast(cast.ada, id, {});
  await expect.poll(() => payloads.length).toBe(3);
  await transaction((tx) => ballots.close(tx, id, new Date()));
  await expect.poll(() => payloads.length).toBe(4);
  const expected = JSON.stringify({ topic: `group:${cast.group.id}`, kind: 'ballots' });
  await unlisten();
  expect(new Set(payloads)).toEqual(new Set([expected]));
});

test('what is refused does not repeat the vote in what is logged of it', async () => {
  const id = await opened({ method: 'dots', budget: 5, most: 5 });
  const failure = await ballots.cast(cast.emmy, id, { [a]: 4, [b]: 3 }).catch((cause: unknown) => cause);
  expect(String(failure)).not.toContain(a);
  expect(String(failure)).not.toContain(cast.emmy.accountId);
});
