import { beforeAll, expect, test } from 'vitest';
import type { Member } from '#groups/groups.ts';
import { agendaItem, meeting } from '#meetings/schema.ts';
import * as files from '#notes/files.server.ts';
import * as notes from '#notes/notes.server.ts';
import * as versions from '#notes/versions.server.ts';
import { database } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { Forbidden, Invalid } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';

useDatabase();

let ada: Member, grace: Member, emmy: Member, kurt: Member;

beforeAll(async () => {
  ({ ada, grace, emmy, kurt } = await fullGroup());
});

const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name);

test('a member makes a note of a Markdown file', async () => {
  const { id } = await files.bring(emmy, file('week-3.md', '# Week 3\r\n\r\nWe read.\r\n'));
  expect(await notes.markdownOf(kurt, id)).toEqual({ title: 'Week 3', markdown: '# Week 3\n\nWe read.\n' });
  const { passages } = await versions.compare(kurt, id, null);
  expect(passages).toEqual([{ kind: 'inserted', text: '# Week 3\n\nWe read.\n', by: 'Emmy' }]);
});

test('a guest brings nothing, and bytes that are no text are refused', async () => {
  await expect(files.bring(kurt, file('a.md', 'x'))).rejects.toThrow(Forbidden);
  await expect(files.bring(emmy, file('a.md', new Uint8Array([0xff, 0xfe, 0x41])))).rejects.toThrow(Invalid);
});

test('a group’s notes come out with what they belong to, those of other groups and deleted ones do not', async () => {
  const { ada: stranger } = await fullGroup();
  await notes.make(stranger, { title: 'Theirs' });
  const gone = await notes.make(emmy, { title: 'Gone' });
  await notes.remove(grace, gone.id);
  const paperId = await somePaper('Attention');
  const meetingId = newId();
  await database()
    .insert(meeting)
    .values({
      ...{ id: meetingId, groupId: ada.groupId, occursOn: '2026-11-26', title: 'Weekly: meeting' },
      ...{ startsAt: new Date('2026-11-26T23:30:00Z'), durationMinutes: 60 }
    });
  await database().insert(agendaItem).values({ id: newId(), meetingId, paperId, position: 1 });
  const { id } = await notes.openForMeeting(emmy, meetingId);
  await notes.make(emmy, { title: 'Twice' });
  await notes.make(emmy, { title: 'twice' });
  const all = await Array.fromAsync(files.exported(kurt));
  expect(all.map(({ name }) => name).join('\n')).not.toMatch(/Theirs|Gone/);
  expect(new Set(all.map(({ name }) => name.toLowerCase())).size).toBe(all.length);
  const ofMeeting = all.find(({ name }) => name === '2026-11-27 Weekly meeting.md');
  expect(ofMeeting?.content).toContain(
    [
      ...['---', 'title: "Weekly: meeting"', 'date: 2026-11-27', `id: "${id}"`, 'meeting:'],
      ...[`  id: "${meetingId}"`, '  title: "Weekly: meeting"', 'papers:'],
      ...[`  - id: "${paperId}"`, '    title: "Attention"', '---', '', '# Weekly: meeting']
    ].join('\n')
  );
});

test('more notes than are looked up at once all come out', async () => {
  const { emmy: other } = await fullGroup();
  for (let count = 0; count < 105; count++) await notes.make(other, { title: `Note ${count}` });
  const all = await Array.fromAsync(files.exported(other));
  expect(new Set(all.map(({ content }) => /id: "(.*)"/.exec(content)?.[1])).size).toBe(105);
});
