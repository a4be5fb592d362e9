import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { ballot, option, vote } from '#ballots/schema.ts';
import * as groups from '#groups/groups.server.ts';
import type { Member } from '#groups/groups.ts';
import { agendaItem, meeting } from '#meetings/schema.ts';
import { listing, paper } from '#papers/schema.ts';
import { database } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import * as queue from '#queue/queue.server.ts';
import { paperInterest } from '#queue/schema.ts';
import { passedBy, touchedBy } from '#suggestions/record.server.ts';
import { taste } from '#suggestions/schema.ts';
import type { Readable } from '#suggestions/suggestions.ts';
import * as suggestions from '#suggestions/suggestions.server.ts';
import { NotFound } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup } from '../support/factories.ts';

useDatabase();

type Cast = Awaited<ReturnType<typeof fullGroup>>;
const [learnJob] = suggestions.jobs;
const learn = ({ group }: Cast) => learnJob!.run({ groupId: group.id });
const today = new Date().toISOString().slice(0, 10);

let theory: Cast;
let biology: Cast;
let listed: { theory: Readable[]; biology: Readable[]; rest: Readable[] };
beforeAll(async () => {
  [theory, biology] = [await fullGroup(), await fullGroup()];
  listed = {
    theory: await list('Grokking and feature learning', 'grokking, feature learning, lazy regime', 14),
    biology: await list('Protein folding by diffusion', 'protein folding, residue contacts, enzymes', 14),
    rest: await list('Robots that grasp', 'grasping, tactile sensing, gripper', 20)
  };
  for (const { id } of listed.theory.slice(0, 9)) await queue.nominate(theory.emmy, id, '');
  for (const { id } of listed.biology.slice(0, 9)) await queue.nominate(biology.emmy, id, '');
  await learn(theory);
  await learn(biology);
});

test('suggests what is like the group’s own papers, with the reason, and not what it proposed itself', async () => {
  const order = (await suggestions.order(theory.kurt, everything()))!;
  expect(order.slice(0, 5).map(({ paperId }) => paperId)).toEqual(
    expect.arrayContaining(listed.theory.slice(9).map(({ id }) => id))
  );
  const [{ reason }] = order as [(typeof order)[number]];
  expect(reason.like).toMatchObject({ kind: 'proposed', on: dayIn(theory) });
  expect(listed.theory.slice(0, 9).map(({ id }) => id)).toContain(reason.like.paperId);
  expect(reason.terms.length).toBeGreaterThan(0);
});

test('another group’s record neither shows nor tells', async () => {
  const ours = (await suggestions.order(theory.ada, everything()))!;
  const theirs = (await suggestions.order(biology.ada, everything()))!;
  const own = new Set(listed.theory.map(({ id }) => id));
  for (const { reason } of ours) expect(own).toContain(reason.like.paperId);
  for (const { reason } of theirs) expect(own).not.toContain(reason.like.paperId);
  expect(ours[0]!.paperId).not.toBe(theirs[0]!.paperId);
  const before = await modelOf(theory);
  const { nominationId } = await queue.nominate(biology.emmy, listed.rest[0]!.id, '');
  await learn(theory);
  expect(await modelOf(theory)).toEqual(before);
  await queue.withdraw(biology.emmy, nominationId);
});

test('somebody who was removed cannot ask, even with what they still hold', async () => {
  const fresh = await groupWithTaste();
  expect(await suggestions.order(fresh.kurt, everything())).not.toBeNull();
  await groups.remove(fresh.ada, fresh.kurt.membershipId);
  await expect(suggestions.order(fresh.kurt, everything())).rejects.toThrow(NotFound);
  const forged: Member = { ...theory.kurt, groupId: biology.group.id };
  await expect(suggestions.order(forged, everything())).rejects.toThrow(NotFound);
});

test('a group with too short a record has no suggestions, and loses them when its record becomes too short', async () => {
  const fresh = await fullGroup();
  const made = [];
  for (const { id } of listed.theory.slice(0, 7)) made.push(await queue.nominate(fresh.emmy, id, ''));
  await learn(fresh);
  expect(await suggestions.order(fresh.ada, everything())).toBeNull();
  made.push(await queue.nominate(fresh.emmy, listed.theory[7]!.id, ''));
  await learn(fresh);
  expect(await suggestions.order(fresh.ada, everything())).not.toBeNull();
  await queue.withdraw(fresh.emmy, made[0]!.nominationId);
  await learn(fresh);
  expect(await suggestions.order(fresh.ada, everything())).toBeNull();
});

test('a newly learnt taste is used at once, and papers discussed count as that, on the group’s day', async () => {
  const fresh = await groupWithTaste();
  const before = (await suggestions.order(fresh.ada, everything()))!;
  const [first] = listed.theory;
  await discuss(fresh, first!.id, new Date('2026-05-03T23:30:00Z'));
  await discuss(fresh, listed.rest[0]!.id, new Date(Date.now() + 86_400_000));
  await learn(fresh);
  const record = await touchedBy(fresh.group.id);
  expect(record.find(({ id }) => id === first!.id)).toMatchObject({ kind: 'discussed', on: '2026-05-04' });
  expect(record.map(({ id }) => id)).not.toContain(listed.rest[0]!.id);
  expect(await suggestions.order(fresh.ada, everything())).not.toEqual(before);
});

test('interest, approval and withdrawal are told apart, and the weightiest thing stands for a paper', async () => {
  const fresh = await fullGroup();
  const [proposed, wanted, own, approved, refused, gone, unproposed] = listed.theory;
  const nominate = async ({ id }: Readable) => (await queue.nominate(fresh.emmy, id, '')).nominationId;
  await nominate(proposed!);
  await queue.showInterest(fresh.ada, await nominate(wanted!));
  await queue.showInterest(fresh.emmy, await nominate(own!));
  await closedBallot(fresh, await nominate(approved!), await nominate(refused!));
  await queue.withdraw(fresh.emmy, await nominate(gone!));
  await database()
    .insert(paperInterest)
    .values({ groupId: fresh.group.id, paperId: unproposed!.id, accountId: fresh.ada.accountId });
  const kinds = new Map((await touchedBy(fresh.group.id)).map(({ id, kind }) => [id, kind]));
  expect(kinds).toEqual(
    new Map([
      [proposed!.id, 'proposed'],
      [wanted!.id, 'wanted'],
      [own!.id, 'proposed'],
      [approved!.id, 'approved'],
      [refused!.id, 'proposed'],
      [gone!.id, 'withdrawn'],
      [unproposed!.id, 'wanted']
    ])
  );
});

test('what was passed over is what the feed listed around those days and nobody touched', async () => {
  const touched = await touchedBy(theory.group.id);
  const [far] = await list('Long ago', 'archaeology', 1, '2020-01-01');
  const passed = (await passedBy(touched)).map(({ id }) => id);
  expect(passed).toEqual(expect.arrayContaining(listed.rest.map(({ id }) => id)));
  expect(passed).not.toContain(far!.id);
  for (const { id } of touched) expect(passed).not.toContain(id);
});

test('who voted what is not read: learning works without any access to the votes', async () => {
  const fresh = await groupWithTaste();
  const [one, two] = listed.rest;
  const ids = [];
  for (const { id } of [one!, two!]) ids.push((await queue.nominate(fresh.emmy, id, '')).nominationId);
  await closedBallot(fresh, ids[0]!, ids[1]!);
  await learn(fresh);
  const before = await modelOf(fresh);
  await database().execute(sql`alter table ${vote} rename to hidden_vote`);
  try {
    await learn(fresh);
    expect(await suggestions.order(fresh.ada, everything())).not.toBeNull();
  } finally {
    await database().execute(sql`alter table hidden_vote rename to ${vote}`);
  }
  expect(await modelOf(fresh)).toEqual(before);
});

test('the night asks for groups with news only', async () => {
  await learnJob!.run({});
  const asked = () =>
    database().execute<{ groupId: string }>(
      sql`select data ->> 'groupId' as "groupId" from pgboss.job where name = 'suggestions.learn'`
    );
  const before = (await asked()).map(({ groupId }) => groupId);
  expect(before).not.toContain(theory.group.id);
  await queue.nominate(theory.emmy, listed.rest[5]!.id, '');
  await learnJob!.run({});
  await learnJob!.run({});
  const after = (await asked()).map(({ groupId }) => groupId);
  expect(after.filter((groupId) => groupId === theory.group.id)).toHaveLength(1);
  await learn(theory);
});

const everything = () => Object.values(listed).flat();

async function modelOf({ group }: Cast) {
  const [found] = await database()
    .select({ model: taste.model })
    .from(taste)
    .where(eq(taste.groupId, group.id));
  return found!.model;
}

function dayIn({ group }: Cast): string {
  return new Intl.DateTimeFormat('sv', { timeZone: group.timezone }).format(new Date());
}

async function groupWithTaste(): Promise<Cast> {
  const made = await fullGroup();
  for (const { id } of listed.theory.slice(0, 9)) await queue.nominate(made.emmy, id, '');
  await learn(made);
  return made;
}

/** Papers on one subject that the feed lists on a day. */
async function list(title: string, abstract: string, count: number, day = today): Promise<Readable[]> {
  const made = Array.from({ length: count }, (_, at) => ({
    id: newId(),
    title: `${title}, part ${at}`,
    titleKey: newId(),
    abstract: `${abstract}, variation${at % 5}`
  }));
  await database().insert(paper).values(made);
  await database()
    .insert(listing)
    .values(made.map(({ id }) => ({ source: 'hf', day, paperId: id })));
  return made;
}

async function discuss({ group, ada }: Cast, paperId: string, startsAt: Date): Promise<void> {
  const id = newId();
  const occursOn = startsAt.toISOString().slice(0, 10);
  await database()
    .insert(meeting)
    .values({ id, groupId: group.id, occursOn, title: 'Thursday', startsAt, durationMinutes: 60 });
  await database()
    .insert(agendaItem)
    .values({ id: newId(), meetingId: id, paperId, leadId: ada.accountId, position: 0 });
}

/** A ballot that closed: two of three approved of the first, nobody of the second. */
async function closedBallot({ group, ada, grace, emmy }: Cast, first: string, second: string): Promise<void> {
  const id = newId();
  const closedAt = new Date();
  const result = {
    ...{ winners: [first], votes: 3, approvals: { [first]: 2, [second]: 0 }, noneOfThese: 1 },
    ...{ quorum: 1, eligible: 3, gone: [], tieBreak: null }
  };
  const particulars = { title: 'Next', method: 'approval' as const, openedBy: ada.accountId };
  await database()
    .insert(ballot)
    .values({ id, groupId: group.id, ...particulars, closesAt: closedAt, closedAt, result });
  await database()
    .insert(option)
    .values([first, second].map((nominationId, position) => ({ ballotId: id, nominationId, position })));
  await database()
    .insert(vote)
    .values(
      [ada, grace, emmy].map(({ accountId }, at) => ({
        ballotId: id,
        accountId,
        choice: { approved: at < 2 ? [first] : [] }
      }))
    );
}
