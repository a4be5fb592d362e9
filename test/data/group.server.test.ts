import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { account } from '#accounts/schema.ts';
import * as ballots from '#ballots/ballots.server.ts';
import { Archive } from '#data/archive.server.ts';
import * as data from '#data/data.server.ts';
import type { Member } from '#groups/groups.ts';
import { may, roles } from '#groups/permissions.ts';
import { group } from '#groups/schema.ts';
import * as groups from '#groups/groups.server.ts';
import { check, textOf } from '#notes/log.server.ts';
import * as papers from '#papers/papers.server.ts';
import { paper } from '#papers/schema.ts';
import { database } from '#platform/database.server.ts';
import { zip } from '#platform/zip.ts';
import { Conflict, Forbidden, Invalid } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { somePaper } from '../support/factories.ts';
import { livedGroup } from '../support/life.ts';
import { admin, bareDatabase } from '../support/operator.ts';

useDatabase();

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'colloquy-group-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

let lived: Awaited<ReturnType<typeof livedGroup>>;
let archive: Buffer;
let files: Record<string, string>;

beforeAll(async () => {
  lived = await livedGroup();
  archive = await exported(lived.ada);
  files = await filesOf(archive);
});

async function exported(member: Member): Promise<Buffer> {
  return buffer(Readable.from(zip(await data.exportGroup(member)), { objectMode: false }));
}

/** Every file that is read when a group is brought in, by name; of the manifest what is not the moment. */
async function filesOf(source: Buffer): Promise<Record<string, string>> {
  const opened = await Archive.open(source);
  const names = [...opened.tables()].flatMap((table) => opened.filesOf(table));
  const found: Record<string, string> = {};
  for (const name of [...names, 'people.jsonl', 'papers.jsonl', 'colloquy.json'])
    found[name] = (await opened.read(name)).replace(/"exportedAt": "[^"]*"/, '"exportedAt": ""');
  opened.close();
  return found;
}

/** The archive with some of its files changed, or left out. */
async function changed(changes: Record<string, ((content: string) => string) | null>): Promise<Buffer> {
  const entries = Object.entries(files)
    .filter(([name]) => changes[name] !== null)
    .map(([name, content]) => ({
      name,
      content: changes[name]?.(content) ?? content,
      modifiedAt: new Date()
    }));
  return buffer(Readable.from(zip(entries), { objectMode: false }));
}

describe('a group that is exported', () => {
  test('comes out of another installation as it went in', async () => {
    const [there, out, back] = [await bareDatabase(), path.join(folder, 'a.zip'), path.join(folder, 'b.zip')];
    fs.writeFileSync(out, archive);
    const imported = await admin(['import', out], { url: there.url });
    expect(imported.complained).toBe('');
    const { slug, ...brought } = JSON.parse(imported.said.toString());
    expect(brought).toEqual({ name: 'Grokking club', known: 0, waiting: 4, notes: 1 });
    expect((await admin(['export', slug, back], { url: there.url })).code).toBe(0);
    expect(await filesOf(fs.readFileSync(back))).toEqual(files);
    const twice = await admin(['import', out], { url: there.url });
    expect([twice.code, twice.complained]).toEqual([1, expect.stringMatching(/is here already/)]);
    await there.drop();
  });

  test('has every part of it, and neither who voted what, nor a way in, nor the address of who left', () => {
    const tables = Object.keys(files).map((name) => /^rows\/(\w+)-/.exec(name)?.[1]);
    expect(tables).toEqual(
      expect.arrayContaining([
        ...['reading_group', 'membership', 'queue', 'nomination', 'interest', 'ballot', 'ballot_option'],
        ...['meeting', 'agenda_item', 'note', 'note_head', 'note_update', 'note_snapshot', 'note_version'],
        ...['note_thread', 'note_comment', 'note_text', 'action_item']
      ])
    );
    const forbidden = ['vote', 'account', 'session', 'invitation', 'calendar', 'mail', 'taste'];
    expect(tables.filter((name) => forbidden.includes(name ?? ''))).toEqual([]);
    const everything = Object.values(files).join('\n');
    expect(everything).not.toMatch(/"(?:password_hash|feed_key|share_key|code_hash)"/);
    expect(everything).not.toMatch(/noether-/);
    const [ballot] = files['rows/ballot-00001.jsonl']!.trim().split('\n');
    expect(JSON.parse(ballot!).result).toMatchObject({ votes: 2 });
  });

  test('is for its owners only', async () => {
    expect(roles.filter((role) => may(role, 'group.export'))).toEqual(['owner']);
    await expect(data.exportGroup(lived.grace)).rejects.toThrow(Forbidden);
  });
});

describe('an archive that is not what an export is', () => {
  const cases: [string, () => Promise<Buffer> | Buffer, RegExp][] = [
    ['no archive', () => Buffer.from('not a zip'), /not an export/],
    ['cut off', () => archive.subarray(0, archive.length - 30), /not an export/],
    ['with a path out of it', () => renamed('people.jsonl', '../ple.jsonl'), /relative path/],
    ['with a file of another kind', () => renamed('people.jsonl', 'people.jsoff'), /an export does not have/],
    ['that unpacks to more than it may', () => bomb(), /larger than a group/],
    ['that unpacks to more than its directory says', () => understated(), /cannot be read/],
    [
      'that is packed as no export is',
      () => withFile('rows/queue-00002.jsonl', ' '.repeat(2 ** 25)),
      /200 times its size/
    ],
    ['with more files than a group has', () => counted(30_000), /more files than/],
    ['with a name without end', () => withFile(`notes/${'x'.repeat(2_000)}.md`), /name that is too long/],
    ['with an altered byte', () => flipped(), /cannot be read|not an export/],
    [
      'of a newer format',
      () => changed({ 'colloquy.json': (text) => text.replace('"version": 1', '"version": 2') }),
      /format 2/
    ],
    ['without its people', () => changed({ 'people.jsonl': null }), /no people/],
    [
      'with a row missing',
      () => changed({ 'rows/nomination-00001.jsonl': (text) => text.split('\n').slice(1).join('\n') }),
      /refers to|not every row/
    ],
    [
      'with a column of its own',
      () => changed({ 'rows/queue-00001.jsonl': (text) => text.replace('{"id"', '{"admin":1,"id"') }),
      /knows no admin/
    ],
    ['with a vote in it', () => withFile('rows/vote-00001.jsonl'), /nothing of vote/],
    [
      'whose rows reach into another group',
      () =>
        changed({
          'rows/nomination-00001.jsonl': (text) =>
            text.replace(/"queue_id":"\w+"/, `"queue_id":"${otherQueue}"`)
        }),
      /did not come with it/
    ],
    [
      'with a note that does not decode',
      () =>
        changed({
          'rows/note_update-00001.jsonl': (text) =>
            text.replace(/"payload":"\\\\x\w+"/, '"payload":"\\\\x0102ff"')
        }),
      /A note in it is damaged/
    ],
    [
      'with a value that its column does not take',
      () =>
        changed({
          'rows/meeting-00001.jsonl': (text) => text.replace(/"starts_at":"[^"]+"/, '"starts_at":"soon"')
        }),
      /Nothing was changed/
    ]
  ];
  let otherQueue: string;

  beforeAll(async () => {
    const other = await livedGroup();
    const [found] = await database().execute<{ id: string }>(
      sql`select id from queue where group_id = ${other.group.id}`
    );
    otherQueue = found!.id;
    await database().delete(group).where(eq(group.id, lived.group.id));
  });

  test.each(cases)('%s is refused by a sentence, and nothing is written', async (_, make, sentence) => {
    const before = await rowCounts();
    const refusal = data.importGroup(null, await make());
    await expect(refusal).rejects.toThrow(sentence);
    await expect(refusal).rejects.toBeInstanceOf(Invalid);
    expect(await rowCounts()).toEqual(before);
  });

  /** Another name of the same length, in the file's header and in the directory. */
  function renamed(name: string, other: string): Buffer {
    return Buffer.from(archive.toString('latin1').replaceAll(name, other), 'latin1');
  }

  function flipped(): Buffer {
    const bytes = Buffer.from(archive);
    const at = bytes.indexOf('rows/note_update-00001.jsonl') + 200;
    bytes[at]! ^= 0xff;
    return bytes;
  }

  /** The first entry of the directory says that it unpacks to 3 GB. */
  function bomb(): Buffer {
    const bytes = Buffer.from(archive);
    bytes.writeUInt32LE(3_000_000_000, bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24);
    return bytes;
  }

  /** Its people unpack to more than the directory and the file's own header say. */
  function understated(): Buffer {
    const bytes = Buffer.from(archive);
    const ofDirectory = bytes.lastIndexOf('people.jsonl') - 46;
    bytes.writeUInt32LE(10, ofDirectory + 24);
    bytes.writeUInt32LE(10, bytes.readUInt32LE(ofDirectory + 42) + 22);
    return bytes;
  }

  /** Its last record says how many files there are. */
  function counted(count: number): Buffer {
    const bytes = Buffer.from(archive);
    bytes.writeUInt16LE(count, bytes.length - 22 + 10);
    return bytes;
  }

  async function withFile(name: string, content = '{"ballot_id":"x"}\n'): Promise<Buffer> {
    const entries = Object.entries(files).map(([name, content]) => ({ name, content }));
    const all = [...entries, { name, content }];
    return buffer(
      Readable.from(zip(all.map((one) => ({ ...one, modifiedAt: new Date() }))), { objectMode: false })
    );
  }
});

async function rowCounts(): Promise<unknown> {
  return database().execute(sql`
    select (select count(*) from account) people, (select count(*) from paper) papers,
      (select count(*) from reading_group) groups, (select count(*) from note_update) updates`);
}

test('people are known by their addresses and papers by their identifiers, whatever their ids are here', async () => {
  const { ada, emmy, paperId, noteId, ballotId } = lived;
  const [old] = await database().select({ arxivId: paper.arxivId }).from(paper).where(eq(paper.id, paperId));
  // The paper has another id here, Emmy is gone, and Ada's address is written in capitals.
  await database().delete(paper).where(eq(paper.id, paperId));
  const here = await somePaper('Attention, as it is called here');
  await database().update(paper).set({ arxivId: old!.arxivId }).where(eq(paper.id, here));
  await database().execute(sql`update account set email = 'gone@example.org' where id = ${emmy.accountId}`);
  await database().execute(sql`update account set email = upper(email) where id = ${ada.accountId}`);

  expect(await data.importGroup(null, archive)).toMatchObject({ known: 3, waiting: 1, notes: 1 });
  const member = await groups.enter({ id: ada.accountId } as never, lived.group.slug);
  expect(await textOf(noteId)).toContain(`(/papers/${paperId})`);
  expect((await papers.view(paperId)).id).toBe(here);
  const view = await ballots.view(member, ballotId);
  expect(view).toMatchObject({ voted: 2, mine: null, voters: [], options: expect.anything() });
  expect(view.options.map((option) => option.paperId)).toContain(here);
  const [placeholder] = await database()
    .select({ passwordHash: account.passwordHash, emailVerifiedAt: account.emailVerifiedAt })
    .from(account).where(sql`${account.email} like 'emmy-%' and ${account.id} not in (${emmy.accountId})
      and ${account.id} in (select account_id from membership where group_id = ${lived.group.id})`);
  expect(placeholder).toEqual({ passwordHash: null, emailVerifiedAt: null });
  expect((await check()).faults).toEqual([]);
  await expect(data.importGroup(null, archive)).rejects.toBeInstanceOf(Conflict);
});
