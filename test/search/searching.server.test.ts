import { beforeAll, expect, test } from 'vitest';
import type { Account } from '#accounts/accounts.ts';
import type { Member } from '#groups/groups.ts';
import { membership } from '#groups/schema.ts';
import * as notes from '#notes/notes.server.ts';
import { glean } from '#notes/gleaning.server.ts';
import * as comments from '#notes/comments.server.ts';
import * as papers from '#papers/papers.server.ts';
import { addPapers } from '#papers/keeping.server.ts';
import { paper, paperWord } from '#papers/schema.ts';
import { learnWordsOf } from '#papers/vocabulary.server.ts';
import { database } from '#platform/database.server.ts';
import type { Passage } from '#platform/highlights.ts';
import { newId } from '#platform/id.ts';
import * as queue from '#queue/queue.server.ts';
import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { useDatabase } from '../support/database.ts';
import { fullGroup } from '../support/factories.ts';

useDatabase();

let ada: Member, emmy: Member, grace: Member, stranger: Member;
const accountOf = ({ accountId, name }: Member) => ({ id: accountId, name }) as Account;
const plain = (passage: Passage) => passage.map(({ text }) => text).join('');
const hits = (passage: Passage) => passage.filter(({ isHit }) => isHit).map(({ text }) => text);

async function keep(title: string, facts: Partial<typeof paper.$inferInsert> = {}): Promise<string> {
  const id = newId();
  await database()
    .insert(paper)
    .values({ id, title, titleKey: title.toLowerCase().replace(/[^a-z0-9]/g, ''), ...facts });
  return id;
}

beforeAll(async () => {
  ({ ada, emmy, grace } = await fullGroup());
  ({ ada: stranger } = await fullGroup());
  await keep('The lottery ticket hypothesis', {
    authors: ['Jonathan Frankle', 'Michael Carbin'],
    publishedOn: '2018-03-09',
    abstract: 'Pruning finds small networks that train as well as the whole.'
  });
  await keep('Grokking', { publishedOn: '2022-01-06', abstract: 'Networks that learn long after they fit.' });
  await keep('Schrödinger bridges', { authors: ['Erwin Schrödinger'], publishedOn: '2021-06-01' });
});

const titles = async (text: string) => (await papers.search(text)).papers.map(({ title }) => plain(title));

test('all words must occur, in any form; the title counts most and hits are marked', async () => {
  expect(await titles('network')).toHaveLength(2);
  expect(await titles('networks pruning')).toEqual(['The lottery ticket hypothesis']);
  const { papers: found } = await papers.search('tickets');
  expect(hits(found[0]!.title)).toEqual(['ticket']);
});

test('the beginning of the last word, phrases, authors and years find what they say', async () => {
  expect(await titles('grok')).toEqual(['Grokking']);
  expect(await titles('"ticket hypothesis"')).toEqual(['The lottery ticket hypothesis']);
  expect(await titles('"hypothesis ticket"')).not.toContain('Grokking');
  expect(await titles('author:frankle')).toEqual(['The lottery ticket hypothesis']);
  expect(await titles('networks year:2022')).toEqual(['Grokking']);
  expect(await titles('networks -pruning')).toEqual(['Grokking']);
  expect(await titles('schrodinger')).toEqual(['Schrödinger bridges']);
});

test('mistyped words find papers with words that are like them, told as a guess', async () => {
  await papers.learnWords();
  expect(await papers.search('lotery tiket hypotesis')).toMatchObject({ isGuess: true });
  expect(await titles('lotery tiket hypotesis')).toEqual(['The lottery ticket hypothesis']);
  expect(await papers.search('zzzzqqqq')).toEqual({ papers: [], isGuess: true });
  expect(await titles('groking year:2022')).toEqual(['Grokking']);
  expect(await titles('the tickets with hypotesis')).toEqual(['The lottery ticket hypothesis']);
});

test('a paper that just came in is found by mistyped words before the night', async () => {
  await database().transaction((tx) =>
    addPapers(tx, [{ id: newId(), title: 'Serendipitous manifolds', titleKey: 'serendipitousmanifolds' }])
  );
  expect(await titles('serendipitus')).toEqual(['Serendipitous manifolds']);
});

test('words that are gone from all papers are no longer offered, and new ones are after the night', async () => {
  const id = await keep('Quixotic lattices');
  await papers.learnWords();
  expect(await titles('quixotik')).toEqual(['Quixotic lattices']);
  await database().delete(paper).where(eq(paper.id, id));
  await keep('Quizzical lattices');
  await papers.learnWords();
  expect(await titles('quixotikk')).toEqual([]);
  expect(await titles('quizzicl')).toEqual(['Quizzical lattices']);
});

test('papers that come in are counted with their words, and not again when they are told of anew', async () => {
  const id = newId();
  const counted = async () => {
    const [known] = await database().select().from(paperWord).where(eq(paperWord.word, 'widdershin'));
    return known?.papers;
  };
  const row = { id, title: 'Widdershins and widdershins', titleKey: 'widdershinsandwiddershins' };
  await database().transaction((tx) => addPapers(tx, [row, { ...row, id: newId() }]));
  expect(await counted()).toBe(2);
  await database().transaction((tx) => addPapers(tx, [{ ...row, id: newId(), titleKey: 'another' }]));
  expect(await counted()).toBe(3);
  await database().transaction((tx) => learnWordsOf(tx, [id]));
  expect(await counted()).toBe(3);
});

test('pitches, notes and comments are found by people of that group, and by nobody else', async () => {
  const paperId = await keep('Proposed');
  const { nominationId } = await queue.nominate(emmy, paperId, 'A wombat of a paper.');
  const { id } = await notes.make(emmy, { title: 'On marsupials: wombat' });
  await glean(id);
  const anchor = Buffer.from(
    Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(new Y.Doc().getText('text'), 0))
  ).toString('base64');
  await comments.begin(ada, id, {
    anchorFrom: anchor,
    anchorTo: anchor,
    quote: 'x',
    text: 'What is a wombat?'
  });
  await queue.comment(grace, nominationId, 'Every wombat burrows.');
  const [said, pitch] = await queue.search(accountOf(ada), 'wombat');
  expect(pitch).toMatchObject({ by: 'Emmy', isComment: false });
  expect(said).toMatchObject({ by: 'Grace', isComment: true, nominationId });
  expect(hits(pitch!.text)).toEqual(['wombat']);
  const found = await notes.search(accountOf(grace), 'wombat');
  expect(found.map(({ by }) => by).sort()).toEqual(['Ada', null].sort());
  expect(await queue.search(accountOf(stranger), 'wombat')).toEqual([]);
  expect(await notes.search(accountOf(stranger), 'wombat')).toEqual([]);
  expect((await queue.searchLike(accountOf(ada), 'wonbat burows')).map(({ by }) => by)).toEqual(['Grace']);
  expect((await notes.searchLike(accountOf(ada), 'marsupiels')).map(({ noteId }) => noteId)).toEqual([id]);
  expect(await notes.searchLike(accountOf(ada), 'marsupiels zzzzqqqq')).toEqual([]);
  expect(await queue.searchLike(accountOf(stranger), 'wonbat')).toEqual([]);
  expect(await notes.searchLike(accountOf(stranger), 'wonbat')).toEqual([]);
  await database()
    .update(membership)
    .set({ endedAt: new Date() })
    .where(eq(membership.id, grace.membershipId));
  expect(await notes.search(accountOf(grace), 'wombat')).toEqual([]);
  expect(await notes.searchLike(accountOf(grace), 'wonbat')).toEqual([]);
  await notes.remove(ada, id);
  expect(await notes.search(accountOf(ada), 'wombat')).toEqual([]);
  expect(await notes.searchLike(accountOf(ada), 'wonbat')).toEqual([]);
  await queue.removeComment(ada, (await queue.thread(ada, nominationId)).comments[0]!.id);
  expect(await queue.search(accountOf(ada), 'wombat')).toHaveLength(1);
  expect(await queue.searchLike(accountOf(ada), 'burows')).toEqual([]);
});

test('whatever is typed is a search and never an error', async () => {
  const nasty = [
    '',
    '&',
    "'",
    '\\',
    ':*',
    '"',
    '((',
    'author:',
    'year:',
    '\u0000',
    '<->',
    '-',
    '%_',
    'the of and'
  ];
  for (const text of nasty) {
    await expect(papers.search(text), text).resolves.toBeDefined();
    for (const room of [queue, notes]) {
      await expect(room.search(accountOf(ada), text)).resolves.toBeDefined();
      await expect(room.searchLike(accountOf(ada), text)).resolves.toBeDefined();
    }
  }
});
