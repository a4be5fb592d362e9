import * as v from 'valibot';
import { beforeAll, expect, test } from 'vitest';
import * as groups from '#groups/groups.server.ts';
import type { Member } from '#groups/groups.ts';
import { SettingsForm } from '#groups/forms.ts';
import { transaction } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { Forbidden, NotFound } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';

useDatabase();

let ada: Member, emmy: Member;

beforeAll(async () => {
  ({ ada, emmy } = await fullGroup());
});

test('a group follows categories as arXiv writes them, each once', async () => {
  const form = { name: 'Grokking club', timezone: 'UTC', categories: 'cs.LG, stat.ML  cs.LG;hep-th' };
  await groups.change(ada, v.parse(SettingsForm, form));
  expect((await groups.following(ada)).categories).toEqual(['cs.LG', 'stat.ML', 'hep-th']);
  expect(v.safeParse(SettingsForm, { ...form, categories: 'cs.LG <script>' }).success).toBe(false);
  await expect(groups.following(emmy)).rejects.toThrow(Forbidden);
});

test('the feeds say what waits and what was picked, to whoever has the key, until it is withdrawn', async () => {
  await expect(groups.openFeeds(emmy)).rejects.toThrow(Forbidden);
  await groups.openFeeds(ada);
  const { feedKey } = await groups.following(ada);
  await groups.openFeeds(ada);
  expect((await groups.following(ada)).feedKey).toBe(feedKey);
  const { groupId } = await groups.followedBy(feedKey!);
  expect(groupId).toBe(ada.groupId);

  const { nominationId } = await queue.nominate(emmy, await somePaper('Chosen'), 'Why not?');
  await queue.nominate(emmy, await somePaper('Waiting'), '');
  const gone = await queue.nominate(emmy, await somePaper('Withdrawn'), '');
  await queue.withdraw(emmy, gone.nominationId);
  await transaction((tx) => queue.choose(tx, [nominationId], new Date()));
  const titles = async (list: 'queue' | 'picks') =>
    (await queue.followed(groupId, list)).map(({ title }) => title);
  expect(await titles('queue')).toEqual(['Waiting']);
  expect(await titles('picks')).toEqual(['Chosen']);

  await groups.closeFeeds(ada);
  await expect(groups.followedBy(feedKey!)).rejects.toThrow(NotFound);
  await groups.openFeeds(ada);
  expect((await groups.following(ada)).feedKey).not.toBe(feedKey);
});
