import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import { agendaItem, meeting } from '#meetings/schema.ts';
import { announceMade } from '#notes/announcing.server.ts';
import { asFile, fromFile } from '#notes/file.ts';
import { createDocument, textOf } from '#notes/log.server.ts';
import { fileName } from '#notes/notes.ts';
import { note } from '#notes/schema.ts';
import { paper } from '#papers/schema.ts';
import { oneOf } from '#platform/columns.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import type { ZipEntry } from '#platform/zip.ts';
import { Invalid } from '../failures.ts';

/** Notes looked up at once; their texts are read one by one. */
const batch = 100;

/** Every note of the group as a Markdown file, with what it belongs to in front. */
export function exported(member: Member): AsyncGenerator<ZipEntry> {
  allow(member, 'note.export');
  return files(member);
}

/**
 * Makes a note of a Markdown file.
 * @throws Invalid when it is not text in UTF-8
 */
export async function bring(member: Member, file: File): Promise<{ id: string }> {
  allow(member, 'note.make');
  const { title, text } = fromFile(file.name, decoded(await file.arrayBuffer()));
  const id = newId();
  await transaction(async (tx) => {
    await tx.insert(note).values({ id, groupId: member.groupId, title, createdBy: member.accountId });
    await createDocument(tx, id, text, member.accountId);
    await announceMade(tx, id);
    await publish({ topic: `group:${member.groupId}`, kind: 'notes' }, tx);
  });
  return { id };
}

function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Invalid({ file: 'This file is not text in UTF-8.' });
  }
}

async function* files(member: Member): AsyncGenerator<ZipEntry> {
  const taken = new Set<string>();
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: member.timezone, dateStyle: 'short' });
  let last = '';
  for (;;) {
    const found = await notesAfter(member, last);
    const papers = await papersOf(found.flatMap(({ meetingId }) => meetingId ?? []));
    for (const { id, title, createdAt, startsAt, ...about } of found) {
      const date = day.format(startsAt ?? createdAt);
      const name = nameFor(`${date} ${fileName(title)}`, id, taken);
      const meeting =
        about.meetingId && about.meetingTitle ? { id: about.meetingId, title: about.meetingTitle } : null;
      const own = about.paperId && about.paperTitle ? [{ id: about.paperId, title: about.paperTitle }] : [];
      const onAgenda = papers.filter(({ meetingId }) => meetingId === about.meetingId);
      const particulars = { id, title, date, meeting, papers: [...own, ...onAgenda] };
      yield { name, content: asFile(particulars, await textOf(id)), modifiedAt: createdAt };
    }
    if (found.length < batch) return;
    last = found.at(-1)!.id;
  }
}

/** Two notes of the same day and title are told apart by their ids, also where capitals do not matter. */
function nameFor(wanted: string, id: string, taken: Set<string>): string {
  const name = taken.has(wanted.toLowerCase()) ? wanted.replace(/\.md$/, ` (${id}).md`) : wanted;
  taken.add(name.toLowerCase());
  return name;
}

function notesAfter(member: Member, id: string) {
  return database()
    .select({
      id: note.id,
      title: note.title,
      createdAt: note.createdAt,
      startsAt: meeting.startsAt,
      meetingId: note.meetingId,
      meetingTitle: meeting.title,
      paperId: note.paperId,
      paperTitle: paper.title
    })
    .from(note)
    .leftJoin(meeting, eq(meeting.id, note.meetingId))
    .leftJoin(paper, eq(paper.id, note.paperId))
    .where(and(eq(note.groupId, member.groupId), isNull(note.deletedAt), gt(note.id, id)))
    .orderBy(asc(note.id))
    .limit(batch);
}

async function papersOf(
  meetingIds: readonly string[]
): Promise<{ meetingId: string; id: string; title: string }[]> {
  if (meetingIds.length === 0) return [];
  return database()
    .select({ meetingId: agendaItem.meetingId, id: paper.id, title: paper.title })
    .from(agendaItem)
    .innerJoin(paper, eq(paper.id, agendaItem.paperId))
    .where(oneOf(agendaItem.meetingId, meetingIds))
    .orderBy(asc(agendaItem.position));
}
