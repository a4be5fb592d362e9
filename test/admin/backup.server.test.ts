import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Member } from '#groups/groups.ts';
import { compact } from '#notes/log.server.ts';
import { textName } from '#notes/notes.ts';
import { database } from '#platform/database.server.ts';
import { requestJob } from '#platform/jobs.server.ts';
import * as queue from '#queue/queue.server.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';
import { cookieOf, someNote, startEngine, Writer } from '../support/notes.ts';
import { admin, bareDatabase, connectionTo } from '../support/operator.ts';

useDatabase();

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'colloquy-backup-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const hostile = 'tab\there, line\nbreak, back\\slash, \\. and \\N, é, 嗨, 🙂';
let file: string;
let ada: Member;
let noteId: string;
/** What was acknowledged before the backup began. */
let acknowledged: string;
let said: Record<string, unknown>;

beforeAll(async () => {
  ({ ada } = await fullGroup());
  noteId = await someNote(ada);
  await queue.nominate(ada, await somePaper('A paper'), hostile);
  await requestJob('note.glean', { noteId }, { at: new Date(Date.now() + 3_600_000), key: noteId });
  const engine = await startEngine();
  const { cookie } = await cookieOf(ada);
  const writer = new Writer(engine.url, noteId, { cookie, origin: engine.origin });
  await until(() => writer.provider.synced);
  for (let at = 0; at < 40; at++) writer.type(`before ${at} `);
  await until(() => writer.isSaved);
  acknowledged = writer.text.toString();
  await compact(noteId);

  file = path.join(folder, 'whole.backup');
  let running = true;
  const load = (async () => {
    for (let at = 0; running; at++) {
      if (writer.isSaved) writer.type(`during ${at} `);
      await queue.nominate(ada, await somePaper(`Paper ${at}`), hostile);
    }
  })();
  const { code, said: output, complained } = await admin(['backup', file]);
  running = false;
  await load;
  writer.close();
  await engine.stop();
  expect(complained).toBe('');
  expect(code).toBe(0);
  said = JSON.parse(output.toString());
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('a backup taken while people write', () => {
  test('is restored into an empty database with everything that was acknowledged before it began, and passes the check', async () => {
    const target = await bareDatabase();
    const restored = await admin(['restore', file], { url: target.url });
    expect(restored.complained).toBe('');
    expect(restored.code).toBe(0);
    const answer = JSON.parse(restored.said.toString());
    expect(answer.rows).toBe(said.rows);
    expect(answer.checked).toMatchObject({ notes: 1, snapshots: 1, faults: [] });

    const there = connectionTo(target.url);
    const [nomination] = await there`select pitch from nomination order by created_at limit 1`;
    expect(nomination!.pitch).toBe(hostile);
    const [job] = await there`select data, singleton_key as key from pgboss.job where name = 'note.glean'`;
    expect(job).toEqual({ data: { noteId }, key: noteId });
    await there.end();

    const text = await admin(['check'], { url: target.url });
    expect(JSON.parse(text.said.toString()).faults).toEqual([]);
    const note = await noteIn(target.url);
    expect(note.startsWith(acknowledged)).toBe(true);

    const again = await admin(['restore', file], { url: target.url });
    expect(again.code).toBe(1);
    expect(again.complained).toMatch(/^This database is not empty/);
    await target.drop();
  });

  test('goes out by standard output and comes in by standard input; one that is cut off is refused', async () => {
    const { said: bytes, complained } = await admin(['backup', '-']);
    expect(JSON.parse(complained).tables).toBeGreaterThan(40);
    const target = await bareDatabase();
    const half = Readable.from([bytes.subarray(0, bytes.byteLength / 2)]);
    const refused = await admin(['restore', '-'], { url: target.url, input: half });
    expect(refused.code).toBe(1);
    expect(refused.complained).toMatch(/^This file is not a whole backup, and nothing was restored/);
    const restored = await admin(['restore', '-'], { url: target.url, input: Readable.from([bytes]) });
    expect(restored).toMatchObject({ code: 0, complained: '' });
    await target.drop();
  });
});

test('the check names a gap in a log, a snapshot that does not decode and a text that is not the document', async () => {
  const { ada: owner } = await fullGroup();
  const [gap, broken, altered] = [await someNote(owner), await someNote(owner), await someNote(owner)];
  await database().execute(sql`update note_head set head = 3 where note_id = ${gap}`);
  await database().execute(sql`update note_update set payload = '\\x0102ff' where note_id = ${broken}`);
  await database().execute(sql`insert into note_text (note_id, text) values (${altered}, 'something else')`);
  await database().execute(sql`update note_head set gleaned = head where note_id = ${altered}`);
  const { code, said: output } = await admin(['check']);
  expect(code).toBe(1);
  const { faults } = JSON.parse(output.toString()) as { faults: { noteId: string; what: string }[] };
  const said = (id: string) => faults.find(({ noteId }) => noteId === id)?.what;
  expect(said(gap)).toBe('The log should reach to 3, and ends with 1.');
  expect(said(broken)).toMatch(/^The log does not decode/);
  expect(said(altered)).toBe('The stored text is not what the document says.');
});

async function noteIn(url: string): Promise<string> {
  const there = connectionTo(url);
  const doc = new Y.Doc();
  const rows = await there`
    select state as update from note_snapshot where note_id = ${noteId}
    union all select payload from note_update where note_id = ${noteId}`;
  for (const row of rows) Y.applyUpdate(doc, row.update as Uint8Array);
  await there.end();
  return doc.getText(textName).toString();
}
