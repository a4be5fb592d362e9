import { afterEach, expect, test } from 'vitest';
import * as meetings from '#meetings/meetings.server.ts';
import { publish, subscribe } from '#platform/bus.server.ts';
import * as queue from '#queue/queue.server.ts';
import * as works from '#works/works.server.ts';
import { NotFound } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';

useDatabase();

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Hears what a group's open pages are told from now on. */
async function listen(groupId: string): Promise<string[]> {
  const heard: string[] = [];
  const topic = `group:${groupId}`;
  stops.push(subscribe(topic, ({ kind }) => heard.push(kind)));
  await publish({ topic, kind: 'from now on' });
  await expect.poll(() => heard).toContain('from now on');
  heard.length = 0;
  return heard;
}

test('marking a paper read on its own page reaches the meeting and queue pages of one’s groups, and nobody else’s', async () => {
  const [ours, theirs] = [await fullGroup(), await fullGroup()];
  const paperId = await somePaper('Attention');
  const { date, time } = meetings.wallClock(new Date(Date.now() + 86_400_000), 'Europe/Berlin');
  const form = { title: 'Soon', date, time, duration: 60, place: '' };
  const { id } = await meetings.arrange(ours.grace, form);
  for (const { emmy, grace } of [ours, theirs]) {
    const { nominationId } = await queue.nominate(emmy, paperId, '');
    if (grace === ours.grace) await meetings.addToAgenda(grace, id, nominationId);
  }
  const [heard, elsewhere] = [await listen(ours.group.id), await listen(theirs.group.id)];

  const emmy = { id: ours.emmy.accountId };
  await works.setReading(emmy, paperId, 'read');
  await expect.poll(() => heard.toSorted()).toEqual(['meetings', 'queue']);
  expect(elsewhere).toEqual([]);
  expect((await meetings.readersOf(ours.kurt, id)).map(({ name, reading }) => [name, reading])).toEqual([
    ['Emmy', 'read']
  ]);

  await expect(works.setReading(emmy, 'nothing', 'read')).rejects.toThrow(NotFound);
  await works.setReading({ id: theirs.emmy.accountId }, paperId, 'skimmed');
  await expect.poll(() => elsewhere).toEqual(['queue']);
  expect(heard).toHaveLength(2);
});
