import { beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Account } from '#accounts/accounts.ts';
import * as groups from '#groups/groups.server.ts';
import type { Member } from '#groups/groups.ts';
import * as comments from '#notes/comments.server.ts';
import * as mentions from '#notes/mentions.server.ts';
import * as notes from '#notes/notes.server.ts';
import { Forbidden, Invalid, NotFound } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup } from '../support/factories.ts';

useDatabase();

let ada: Member, grace: Member, emmy: Member, kurt: Member, stranger: Member;
let noteId: string;

const text = new Y.Doc().getText('text');
text.insert(0, 'some words');
const anchor = Buffer.from(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, 5))).toString(
  'base64'
);
const passage = { anchorFrom: anchor, anchorTo: anchor, quote: 'words' };
const accountOf = ({ accountId, name }: Member) => ({ id: accountId, name }) as Account;

beforeAll(async () => {
  ({ ada, grace, emmy, kurt } = await fullGroup());
  ({ ada: stranger } = await fullGroup());
  ({ id: noteId } = await notes.make(emmy, { title: 'Discussed' }));
});

const threadOf = async (id: string) =>
  (await comments.threads(ada, noteId)).find((thread) => thread.id === id);

test('a conversation about a passage is answered, resolved, and opened again by an answer', async () => {
  const { id } = await comments.begin(emmy, noteId, { ...passage, text: 'Why **this**?' });
  await comments.reply(ada, noteId, id, 'Because.');
  expect(await threadOf(id)).toMatchObject({
    ...passage,
    resolvedBy: null,
    comments: [{ by: 'Emmy', html: expect.stringContaining('<strong>this</strong>') }, { by: 'Ada' }]
  });
  await comments.resolve(ada, noteId, id);
  expect(await threadOf(id)).toMatchObject({ resolvedBy: 'Ada' });
  await comments.reply(emmy, noteId, id, 'And yet.');
  expect(await threadOf(id)).toMatchObject({ resolvedBy: null });
});

test('one takes back one’s own comment; an organiser takes back any; nobody else does', async () => {
  const { id } = await comments.begin(emmy, noteId, { ...passage, text: 'secret' });
  const commentId = (await threadOf(id))!.comments[0]!.id;
  const others = await fullGroup();
  await expect(comments.remove(others.ada, noteId, commentId)).rejects.toThrow(NotFound);
  const { id: adas } = await comments.begin(ada, noteId, { ...passage, text: 'mine' });
  const adasComment = (await threadOf(adas))!.comments[0]!.id;
  await expect(comments.remove(emmy, noteId, adasComment)).rejects.toThrow(Forbidden);
  await comments.remove(grace, noteId, commentId);
  expect((await threadOf(id))!.comments[0]).toMatchObject({ isRemoved: true, html: '' });
});

test('a guest comments where the group lets guests, and only then', async () => {
  await expect(comments.begin(kurt, noteId, { ...passage, text: 'May I?' })).rejects.toThrow(Forbidden);
  await groups.change(ada, { name: 'Grokking club', timezone: 'Europe/Berlin', guestsComment: true });
  expect(await comments.mayComment(kurt)).toBe(true);
  const { id } = await comments.begin(kurt, noteId, { ...passage, text: 'May I?' });
  await expect(comments.resolve(kurt, noteId, id)).rejects.toThrow(Forbidden);
  await groups.change(ada, { name: 'Grokking club', timezone: 'Europe/Berlin', guestsComment: false });
  await expect(comments.reply(kurt, noteId, id, 'Still?')).rejects.toThrow(Forbidden);
});

test('a stranger learns of no note and no conversation', async () => {
  const { id } = await comments.begin(emmy, noteId, { ...passage, text: 'ours' });
  await expect(comments.threads(stranger, noteId)).rejects.toThrow(NotFound);
  await expect(comments.reply(stranger, noteId, id, 'hello')).rejects.toThrow(NotFound);
  const { id: theirs } = await notes.make(stranger, { title: 'Theirs' });
  await expect(comments.reply(stranger, theirs, id, 'hello')).rejects.toThrow(NotFound);
});

test('what is no anchor is refused', async () => {
  const bad = { ...passage, anchorFrom: Buffer.from([255, 255, 255]).toString('base64') };
  await expect(comments.begin(emmy, noteId, { ...bad, text: 'x' })).rejects.toThrow(Invalid);
});

test('whoever is named in a comment finds it until they have looked at the note', async () => {
  const { id } = await comments.begin(emmy, noteId, { ...passage, text: '@Ada and @Emmy' });
  await comments.reply(emmy, noteId, id, '@ada again');
  const news = (await mentions.list(accountOf(ada))).filter(({ isSeen }) => !isSeen);
  expect(news).toMatchObject([{ noteId, quote: 'words' }]);
  expect(await mentions.unseen(accountOf(emmy))).toBe(0);
  await mentions.see(ada.accountId, noteId);
  expect(await mentions.unseen(accountOf(ada))).toBe(0);
});

test('one changes one’s own comment, and only whoever it names anew is told again', async () => {
  const { id } = await comments.begin(emmy, noteId, { ...passage, text: '@Ada, is this so?' });
  await mentions.see(ada.accountId, noteId);
  await mentions.see(grace.accountId, noteId);
  const before = (await comments.threads(emmy, noteId)).find((thread) => thread.id === id)!.comments[0]!;
  expect(before).toMatchObject({ source: '@Ada, is this so?', isEdited: false });
  expect((await threadOf(id))!.comments[0]).toMatchObject({ source: null });
  await expect(comments.edit(ada, noteId, before.id, 'mine now')).rejects.toThrow(Forbidden);
  await expect(comments.edit(stranger, noteId, before.id, 'mine now')).rejects.toThrow(NotFound);
  await comments.edit(emmy, noteId, before.id, '@Ada and @Grace, is this so?');
  expect((await threadOf(id))!.comments[0]).toMatchObject({
    html: expect.stringContaining('@Grace'),
    isEdited: true
  });
  expect(await mentions.unseen(accountOf(ada))).toBe(0);
  expect(await mentions.unseen(accountOf(grace))).toBe(1);
  await comments.remove(emmy, noteId, before.id);
  await expect(comments.edit(emmy, noteId, before.id, 'once more')).rejects.toThrow(NotFound);
});
