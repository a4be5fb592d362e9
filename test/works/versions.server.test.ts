import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import * as ballots from '#ballots/ballots.server.ts';
import { agendaItem } from '#meetings/schema.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { completePapers } from '#papers/feed/completing.server.ts';
import * as papers from '#papers/papers.server.ts';
import { paper } from '#papers/schema.ts';
import { subscribe } from '#platform/bus.server.ts';
import { database } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import * as queue from '#queue/queue.server.ts';
import { nomination } from '#queue/schema.ts';
import { lookForVersions } from '#works/versions.server.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup } from '../support/factories.ts';
import { upstream, useUpstream } from '../support/feed.ts';
import { toy } from '../support/upstream.ts';

useUpstream();
useDatabase();

const day = 24 * 60 * 60_000;
let cast: Awaited<ReturnType<typeof fullGroup>>;
beforeEach(async () => {
  cast = await fullGroup();
  await database().update(nomination).set({ withdrawnAt: new Date() });
});

test('a new version of what is proposed is noticed, whatever its category, and open queues are told', async () => {
  upstream.papers = [toy(1, { categories: ['math.PR'] })];
  await queue.nominate(cast.emmy, '2606.00001', '');
  await completePapers();
  await lookForVersions(new Date());
  expect((await queue.waiting(cast.emmy))[0]?.newVersion).toBeNull();
  upstream.papers = [toy(1, { version: 3, categories: ['math.PR'], revised: '2026-06-20T10:00:00Z' })];
  upstream.recover();
  await lookForVersions(new Date());
  expect(upstream.asked).toHaveLength(0);
  let told = 0;
  const stop = subscribe(`group:${cast.group.id}`, () => told++);
  await lookForVersions(new Date(Date.now() + day));
  expect((await queue.waiting(cast.emmy))[0]?.newVersion).toBe(3);
  expect((await papers.view('2606.00001')).revisedOn).toBe('2026-06-20');
  await expect.poll(() => told).toBeGreaterThan(0);
  stop();
});

test('what is voted on and what is on an agenda is asked for too, all in one question; the rest is not', async () => {
  const numbers = [11, 12, 13, 14];
  upstream.papers = numbers.map((number) => toy(number));
  for (const number of numbers) await papers.take(toy(number).id);
  await completePapers();
  const waiting = await queue.nominate(cast.emmy, toy(11).id, '');
  const voted = await queue.nominate(cast.emmy, toy(12).id, '');
  const closesAt = new Date(Date.now() + 10 * day);
  await ballots.open(cast.grace, {
    title: 'Next?',
    nominationIds: [waiting.nominationId, voted.nominationId],
    closesAt,
    quorum: 1
  });
  const { date, time } = meetings.wallClock(new Date(Date.now() + 5 * day), cast.grace.timezone);
  const { id: meetingId } = await meetings.arrange(cast.grace, {
    title: 'M',
    date,
    time,
    duration: 60,
    place: ''
  });
  const [planned] = await database()
    .select()
    .from(paper)
    .where(eq(paper.arxivId, toy(13).id));
  await database().insert(agendaItem).values({ id: newId(), meetingId, paperId: planned!.id, position: 1 });
  upstream.recover();
  await lookForVersions(new Date(Date.now() + day));
  expect(upstream.asked).toHaveLength(1);
  expect(upstream.asked[0]?.query.get('id_list')?.split(',').sort()).toEqual(
    numbers.slice(0, 3).map((n) => toy(n).id)
  );
});
