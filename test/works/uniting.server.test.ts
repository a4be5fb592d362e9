import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import * as ballots from '#ballots/ballots.server.ts';
import { ballot } from '#ballots/schema.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { agendaItem, meeting } from '#meetings/schema.ts';
import { glean } from '#notes/gleaning.server.ts';
import * as notes from '#notes/notes.server.ts';
import { note, noteCitation, noteHead } from '#notes/schema.ts';
import { completePapers } from '#papers/feed/completing.server.ts';
import { readersOf } from '#papers/readers.server.ts';
import * as looking from '#papers/looking.server.ts';
import * as papers from '#papers/papers.server.ts';
import { listing, paper, paperReader } from '#papers/schema.ts';
import { database, transaction } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { paperInterest } from '#queue/schema.ts';
import * as works from '#works/works.server.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';
import { toy } from '../support/upstream.ts';
import { upstream, useUpstream } from '../support/feed.ts';

useUpstream();
useDatabase();

const hour = 3_600_000;
type Cast = Awaited<ReturnType<typeof fullGroup>>;
let cast: Cast;
let goes: string, stays: string;
beforeEach(async () => {
  cast = await fullGroup();
  [goes, stays] = [await somePaper('Toys, by DOI'), await somePaper('Toys, by arXiv id')];
});

const accountOf = ({ accountId }: { accountId: string }) => ({ id: accountId }) as never;
const there = async (id: string) => (await database().$count(paper, eq(paper.id, id))) === 1;

test('proposals, interest, reading, listings, agenda items, notes and their citations go along', async () => {
  const { ada, emmy, grace } = cast;
  const { nominationId } = await queue.nominate(emmy, goes, 'Because of its toys.');
  await queue.showInterest(ada, nominationId);
  const elsewhere = await fullGroup();
  await queue.like(elsewhere.ada, goes);
  await looking.see(accountOf(ada), goes);
  await looking.setReading(accountOf(ada), goes, 'read');
  await looking.setReading(accountOf(ada), stays, 'to-read');
  await database()
    .update(paperReader)
    .set({ readingAt: new Date(0) })
    .where(eq(paperReader.paperId, stays));
  await database()
    .insert(listing)
    .values([
      { source: 'hf', day: '2026-06-12', paperId: goes, upvotes: 9, aiSummary: 'A summary.' },
      { source: 'hf', day: '2026-06-12', paperId: stays, upvotes: 4 },
      { source: 'hf', day: '2026-06-11', paperId: goes, upvotes: 2 }
    ]);
  const meetingId = await meetingOf(cast);
  await database()
    .insert(agendaItem)
    .values({ id: `i-${goes}`.slice(0, 16), meetingId, paperId: goes, position: 1 });
  const { id: noteId } = await notes.make(grace, { title: 'On toys', paperId: goes });
  await glean(noteId);
  expect(await works.unite({ goes, stays })).toBe(true);

  expect(await there(goes)).toBe(false);
  expect((await queue.waiting(ada))[0]).toMatchObject({ paperId: stays, interest: 1, interested: true });
  expect((await queue.liking(elsewhere.ada, [stays])).get(stays)).toEqual({ people: 1, mine: true });
  expect(await looking.readingOf(accountOf(ada), stays)).toBe('read');
  expect(await readersOf(accountOf(ada), stays)).toEqual([{ name: 'Ada', reading: 'read' }]);
  const listed = await database()
    .select()
    .from(listing)
    .where(eq(listing.paperId, stays))
    .orderBy(listing.day);
  expect(listed).toMatchObject([
    { day: '2026-06-11', upvotes: 2 },
    { day: '2026-06-12', upvotes: 9, aiSummary: 'A summary.' }
  ]);
  const [item] = await database().select().from(agendaItem).where(eq(agendaItem.meetingId, meetingId));
  expect(item?.paperId).toBe(stays);
  expect((await database().select().from(note).where(eq(note.id, noteId)))[0]?.paperId).toBe(stays);
});

test('old links, ids and notes that name the paper that went lead to the one that stays', async () => {
  const { grace } = cast;
  const { id: noteId } = await notes.make(grace, { title: 'On toys', paperId: goes });
  await glean(noteId);
  await works.unite({ goes, stays });
  const third = await somePaper('Toys, once more');
  await works.unite({ goes: stays, stays: third });
  expect((await papers.view(goes)).id).toBe(third);
  expect((await papers.view(stays)).id).toBe(third);
  expect((await papers.take(goes)).id).toBe(third);
  // The text still has the old address; reading it again finds the paper all the same.
  await database().update(noteHead).set({ gleaned: 0 }).where(eq(noteHead.noteId, noteId));
  await glean(noteId);
  const cited = await database().select().from(noteCitation).where(eq(noteCitation.noteId, noteId));
  expect(cited.map(({ citedId }) => citedId)).not.toContain(goes);
  expect((await notes.citing(accountOf(grace), third)).map(({ id }) => id)).toContain(noteId);
});

test('two proposals in one queue become one with the interest in both; what was said for either stays', async () => {
  const { ada, emmy, grace } = cast;
  const first = await queue.nominate(emmy, goes, 'By its DOI.');
  const second = await queue.nominate(grace, stays, 'By its id.');
  await queue.showInterest(ada, first.nominationId);
  await queue.showInterest(ada, second.nominationId);
  await works.unite({ goes, stays });
  const waiting = await queue.waiting(ada);
  expect(waiting.filter(({ paperId }) => paperId === stays)).toMatchObject([
    { id: first.nominationId, pitch: 'By its DOI.', interest: 2 }
  ]);
  const said = await queue.proposalsOf(accountOf(ada), stays);
  expect(said.map(({ pitch, state }) => [pitch, state])).toEqual(
    expect.arrayContaining([
      ['By its id.', 'joined'],
      ['By its DOI.', 'waiting']
    ])
  );
  const standing = (await queue.standing(accountOf(ada), [stays])).get(stays)!;
  expect(standing.map(({ state }) => state)).toEqual(['waiting']);
});

test('of two proposals the one that is voted on stays; while both are, nothing happens until the ballot closes', async () => {
  const { emmy, grace } = cast;
  const earlier = await queue.nominate(emmy, goes, '');
  const later = await queue.nominate(emmy, stays, '');
  const other = await queue.nominate(emmy, await somePaper('Another'), '');
  const ask = async (nominationIds: string[]) =>
    (
      await ballots.open(grace, {
        title: 'Next?',
        nominationIds,
        closesAt: new Date(Date.now() + hour),
        quorum: 1
      })
    ).id;
  const both = await ask([earlier.nominationId, later.nominationId]);
  expect(await works.unite({ goes, stays })).toBe(false);
  expect(await there(goes)).toBe(true);
  await database().update(ballot).set({ closedAt: new Date() }).where(eq(ballot.id, both));
  await ask([later.nominationId, other.nominationId]);
  expect(await works.unite({ goes, stays })).toBe(true);
  const waiting = await queue.waiting(emmy);
  expect(waiting.map(({ id }) => id)).toContain(later.nominationId);
  expect(waiting.map(({ id }) => id)).not.toContain(earlier.nominationId);
});

test('of two items on one agenda one remains, with the lead of either; uniting twice changes nothing', async () => {
  const meetingId = await meetingOf(cast);
  await database()
    .insert(agendaItem)
    .values([
      {
        id: `a-${goes}`.slice(0, 16),
        meetingId,
        paperId: goes,
        position: 1,
        leadId: cast.emmy.accountId,
        minutes: 20
      },
      { id: `b-${stays}`.slice(0, 16), meetingId, paperId: stays, position: 2 }
    ]);
  await works.unite({ goes, stays });
  await works.unite({ goes, stays });
  const items = await database().select().from(agendaItem).where(eq(agendaItem.meetingId, meetingId));
  expect(items).toMatchObject([{ paperId: stays, leadId: cast.emmy.accountId, minutes: 20 }]);
});

test('interest that was shown before a proposal of the other counts for it', async () => {
  await queue.like(cast.ada, goes);
  const { nominationId } = await queue.nominate(cast.emmy, stays, '');
  await works.unite({ goes, stays });
  expect((await queue.waiting(cast.ada)).find(({ id }) => id === nominationId)).toMatchObject({
    interested: true
  });
  expect(await database().$count(paperInterest, eq(paperInterest.paperId, stays))).toBe(0);
});

test('a failure half-way leaves both as they were', async () => {
  await queue.nominate(cast.emmy, goes, '');
  await expect(
    transaction(async (tx) => {
      await queue.handOver(tx, goes, stays);
      await papers.absorb(tx, { goes, stays });
      throw new Error('the cable');
    })
  ).rejects.toThrow('the cable');
  expect((await queue.waiting(cast.emmy))[0]?.paperId).toBe(goes);
  expect(await there(goes)).toBe(true);
});

test('a look-up that tells of a DOI’s arXiv id makes one paper of the two that came in', async () => {
  const doi = '10.1000/toy.1';
  upstream.papers = [toy(1, { doi }), toy(2)];
  const byDoi = (await papers.take(doi)).id;
  const byId = (await papers.take('2606.00001')).id;
  await queue.nominate(cast.emmy, byDoi, 'By its DOI.');
  await completePapers();
  await uniteAll([byDoi, byId]);
  expect(await there(byDoi)).toBe(false);
  expect((await queue.waiting(cast.emmy))[0]).toMatchObject({ paperId: byId, title: toy(1).title });
  expect(await papers.view(byId)).toMatchObject({ arxivId: '2606.00001', doi });
});

test('a DOI whose record at Crossref names its preprint becomes that paper, known or not', async () => {
  upstream.papers = [toy(3), toy(4)];
  upstream.works.set('10.1000/toy.3', toy(3, { preprint: '10.48550/arXiv.2606.00003' }));
  upstream.works.set('10.1000/toy.4', toy(4, { preprint: 'arXiv:2606.00004' }));
  const known = (await papers.take('arXiv:2606.00003')).id;
  const byDoi = (await papers.take('10.1000/toy.3')).id;
  const alone = (await papers.take('10.1000/toy.4')).id;
  await completePapers();
  await uniteAll([byDoi, known]);
  expect(await there(byDoi)).toBe(false);
  expect(await papers.view(known)).toMatchObject({ arxivId: '2606.00003', doi: '10.1000/toy.3' });
  await completePapers();
  expect(await papers.view(alone)).toMatchObject({ arxivId: '2606.00004', categories: ['cs.LG'] });
});

/** Does what the job is asked for. */
async function uniteAll([from, into]: [string, string]): Promise<void> {
  const waiting = await database().execute<{ data: papers.Double }>(
    `select data from pgboss.job where name = '${papers.uniting}' and state = 'created'`
  );
  expect(waiting.map(({ data }) => data)).toContainEqual({ goes: from, stays: into });
  await works.jobs.find(({ name }) => name === papers.uniting)!.run({ goes: from, stays: into });
}

test('three-minute summaries go along, one after the other, and so does what was carried over', async () => {
  const { ada, emmy, grace } = cast;
  const meetingId = await meetingOf(cast);
  for (const paperId of [goes, stays]) {
    const { nominationId } = await queue.nominate(emmy, paperId, '');
    await meetings.addToAgenda(grace, meetingId, nominationId);
  }
  const [first, second] = (await meetings.view(ada, meetingId)).agenda;
  await meetings.summarise(ada, first!.id, { text: 'By DOI.', basedOn: '' });
  await meetings.summarise(ada, second!.id, { text: 'By id.', basedOn: '' });
  await database().update(meeting).set({ startsAt: new Date() }).where(eq(meeting.id, meetingId));
  await meetings.close(ada, meetingId, { [first!.id]: 'queue', [second!.id]: 'discussed' });
  expect(await works.unite({ goes, stays })).toBe(true);
  const [left] = (await meetings.view(ada, meetingId)).agenda;
  expect(left!.summary?.text).toBe('By id.\n\nBy DOI.');
  expect(await meetings.carried(ada, meetingId)).toMatchObject([{ paperId: stays }]);
});

async function meetingOf({ grace }: Cast): Promise<string> {
  const { date, time } = meetings.wallClock(new Date(Date.now() + 48 * hour), grace.timezone);
  const arranged = { title: 'Meeting', date, time, duration: 60, place: '' };
  const { id } = await meetings.arrange(grace, arranged);
  expect(await database().$count(meeting, eq(meeting.id, id))).toBe(1);
  return id;
}
