import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import * as ballots from '#ballots/ballots.server.ts';
import * as groups from '#groups/groups.server.ts';
import * as meetings from '#meetings/meetings.server.ts';
import * as comments from '#notes/comments.server.ts';
import { glean } from '#notes/gleaning.server.ts';
import { compact } from '#notes/log.server.ts';
import * as notes from '#notes/notes.server.ts';
import * as versions from '#notes/versions.server.ts';
import { write } from '#notes/writing.server.ts';
import { paper } from '#papers/schema.ts';
import { database, transaction } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { fullGroup, memberOf, somePaper } from './factories.ts';

/** A group that has lived: proposals, interest, a closed ballot, a meeting, and a note with history and comments. */
export async function livedGroup() {
  const cast = await fullGroup();
  const { ada, grace, emmy, kurt } = cast;
  const noether = await memberOf(cast.group, 'Noether', 'member');
  const paperId = await somePaper('Attention, again');
  await database()
    .update(paper)
    .set({ arxivId: `1706.0${Math.floor(1000 + Math.random() * 9000)}` })
    .where(eq(paper.id, paperId));
  const { nominationId: first } = await queue.nominate(emmy, paperId, 'Because of the sums.');
  const { nominationId: second } = await queue.nominate(noether, await somePaper('Another one'), 'Why not.');
  await queue.showInterest(grace, first);
  await queue.showInterest(emmy, second);

  const tomorrow = new Date(Date.now() + 24 * 3_600_000);
  const { date, time } = meetings.wallClock(tomorrow, grace.timezone);
  const arranged = { title: 'The first', date, time, duration: 60, place: 'Room 1' };
  const { id: meetingId } = await meetings.arrange(grace, arranged);
  const { id: ballotId } = await meetings.askGroup(grace, {
    title: 'What next?',
    nominationIds: [first, second],
    closesAt: new Date(Date.now() + 3_600_000),
    quorum: 1
  });
  await ballots.cast(emmy, ballotId, { [first]: 1 });
  await ballots.cast(ada, ballotId, { [first]: 1, [second]: 1 });
  await meetings.closeBallot(grace, ballotId);

  const { id: noteId } = await notes.openForMeeting(ada, meetingId);
  const line = (words: string, by: string) =>
    transaction((tx) => write(tx, noteId, by, (text) => text.insert(0, `${words}\n`)));
  for (let at = 0; at < 5; at++) await line(`Line ${at} on [it](/papers/${paperId})`, ada.accountId);
  await compact(noteId);
  await line('- [ ] @Emmy reads on by 2027-01-15', noether.accountId);
  await versions.keep(emmy, noteId, 'First draft');
  await comments.begin(emmy, noteId, { ...anchored(), text: 'Is that so?' });
  await glean(noteId);
  await groups.leave(noether);
  return { ...cast, ada, grace, emmy, kurt, noether, paperId, first, second, meetingId, ballotId, noteId };
}

/** A passage, as the editor names it. */
function anchored() {
  const text = new Y.Doc().getText('text');
  text.insert(0, 'some words');
  const anchor = Buffer.from(
    Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, 5))
  ).toString('base64');
  return { anchorFrom: anchor, anchorTo: anchor, quote: 'words' };
}
