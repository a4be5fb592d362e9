import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as accounts from '#accounts/accounts.server.ts';
import { account as accountTable } from '#accounts/schema.ts';
import * as data from '#data/data.server.ts';
import * as groups from '#groups/groups.server.ts';
import type { Member } from '#groups/groups.ts';
import { group, joinRequest, membership } from '#groups/schema.ts';
import * as meetings from '#meetings/meetings.server.ts';
import * as comments from '#notes/comments.server.ts';
import * as notes from '#notes/notes.server.ts';
import * as versions from '#notes/versions.server.ts';
import { database, driver, transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { jobsOf } from '#platform/job-list.server.ts';
import { requestJob } from '#platform/jobs.server.ts';
import { post } from '#platform/mail.server.ts';
import { mailsOf } from '#platform/outbox.server.ts';
import { zip } from '#platform/zip.ts';
import * as queue from '#queue/queue.server.ts';
import * as webhooks from '#webhooks/webhooks.server.ts';
import * as Y from 'yjs';
import { eq } from 'drizzle-orm';
import { fullGroup, memberOf, person, somePaper } from '../support/factories.ts';

/** Who walks: the four roles, the operator, somebody of another group, somebody who was removed, and nobody at all. */
export const walkers = [
  ...(['visitor', 'stranger', 'removed', 'operator'] as const),
  ...(['guest', 'member', 'organiser', 'owner'] as const)
];
export type Walker = (typeof walkers)[number];

/** What one walker acts upon, by the names that routes and forms use. */
export type Place = Record<string, string>;

export interface Scene {
  slug: string;
  cookies: Record<Walker, string>;
  bearers: Record<Walker, string>;
  /** Each role has things of its own, so that one who deletes takes nothing from the next; all else acts on the owner's. */
  places: Record<Walker, Place>;
  /** The same again for those who come by the API. */
  apiPlaces: Record<Walker, Place>;
}

/** A private group in full swing, and everybody who knocks. */
export async function setScene(): Promise<Scene> {
  // The first account runs the installation.
  const operator = await person('Root');
  const { group, ada, grace, emmy, kurt } = await fullGroup();
  const nora = await memberOf(group, 'Nora', 'member');
  const other = await memberOf(group, 'Alan', 'member');
  await groups.remove(ada, nora.membershipId);
  const oscar = await person('Oscar');
  await groups.found(oscar, { name: 'Elsewhere', timezone: 'UTC' });
  const places = await placesFor({ ada, grace, emmy, kurt, other });
  for (const [walker, member] of [
    ['guest', kurt],
    ['member', emmy],
    ['organiser', grace]
  ] as const) {
    await groups.offer(ada, member.membershipId, true);
    places[walker].mine = (await groups.offers(member))[0]!.id;
  }
  await groups.offer(ada, places.owner.membership!, true);
  places.owner.offer = (await groups.offers(ada)).find(
    ({ to }) => to.membershipId === places.owner.membership
  )!.id;
  const apiPlaces = await placesFor({ ada, grace, emmy, kurt, other });
  const who: Record<Walker, string | null> = {
    visitor: null,
    stranger: oscar.id,
    removed: nora.accountId,
    operator: operator.id,
    guest: kurt.accountId,
    member: emmy.accountId,
    organiser: grace.accountId,
    owner: ada.accountId
  };
  const [cookies, bearers] = [{} as Scene['cookies'], {} as Scene['bearers']];
  for (const walker of walkers) {
    const id = who[walker];
    cookies[walker] = id ? await cookieOf(id) : '';
    bearers[walker] = id ? await bearerOf(id) : '';
  }
  const installation = await setInstallation();
  for (const walker of walkers) Object.assign(places[walker], installation);
  return { slug: group.slug, cookies, bearers, places, apiPlaces };
}

async function placesFor(
  cast: Record<'ada' | 'grace' | 'emmy' | 'kurt' | 'other', Member>
): Promise<Scene['places']> {
  const { ada, grace, emmy, kurt } = cast;
  const owner = await placeOf(ada, cast);
  return {
    ...{ visitor: owner, stranger: owner, removed: owner, operator: owner },
    ...{ guest: await placeOf(kurt, cast), member: await placeOf(emmy, cast) },
    ...{ organiser: await placeOf(grace, cast), owner }
  };
}

/** What the operator acts upon. */
async function setInstallation(): Promise<Place> {
  const [named, somebody, founder] = [
    await person('Named'),
    await person('Somebody'),
    await person('Founder')
  ];
  const founded = async (name: string) =>
    groups.enter(founder, await groups.found(founder, { name, timezone: 'UTC' }));
  const [away, unruly] = [await founded('Brought in'), await founded('Unruly')];
  const archive = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'colloquy-walk-')), 'group.zip');
  await pipeline(zip(await data.exportGroup(away)), fs.createWriteStream(archive));
  await database().delete(group).where(eq(group.id, away.groupId));
  await transaction((tx) => post(tx, { recipient: somebody.email, subject: 'Hello', text: 'Hello.' }));
  const [mail] = (await mailsOf('waiting', null)).found;
  await requestJob('walk.failing', {});
  await driver()`
    update pgboss.job set state = 'failed', completed_on = now() where name = 'walk.failing'`;
  const [job] = (await jobsOf('failed', null)).found;
  return {
    ...{ named: named.id, namedEmail: named.email, somebody: somebody.id, archive },
    ...{ unruly: unruly.groupId, mail: mail!.id, job: job!.id }
  };
}

let places = 0;

/** A session of somebody who has just shown who they are. */
export async function cookieOf(accountId: string): Promise<string> {
  const { name, value } = accounts.sessionCookie(await accounts.openSession(accountId, 'walk'));
  return `${name}=${value}`;
}

async function bearerOf(accountId: string): Promise<string> {
  const [{ email } = { email: '' }] = await database()
    .select({ email: accountTable.email })
    .from(accountTable)
    .where(eq(accountTable.id, accountId));
  return (await accounts.createToken(email, 'walk')).token;
}

const anchor = () => {
  const text = new Y.Doc().getText('content');
  text.insert(0, 'words');
  const position = Y.createRelativePositionFromTypeIndex(text, 1);
  return Buffer.from(Y.encodeRelativePosition(position)).toString('base64');
};

/** Things of one's own, made by the owner and so to be found by every role. */
async function placeOf(member: Member, { ada, other }: { ada: Member; other: Member }): Promise<Place> {
  places++;
  const papers = [];
  for (let n = 0; n < 7; n++) papers.push(await somePaper(`Paper ${newId()}`));
  const nominations = [];
  for (const one of papers.slice(0, 5)) nominations.push((await queue.nominate(other, one, '')).nominationId);
  const mayTakePart = member.role !== 'guest';
  const own = await queue.nominate(mayTakePart ? member : other, papers[6]!, '');
  const closesAt = new Date(Date.now() + 3_600_000);
  const asked = { title: 'Which?', nominationIds: nominations.slice(0, 2), closesAt, quorum: 0 };
  const ballot = await meetings.askGroup(ada, asked);
  const day = new Date(Date.now() + (10 + places) * 86_400_000).toISOString().slice(0, 10);
  const hour = { title: 'Extra', date: day, time: '18:00', duration: 60, place: '' };
  const meeting = await meetings.arrange(ada, hour);
  const earlier = await meetings.arrange(ada, { ...hour, date: '2024-05-02' });
  await meetings.addToAgenda(ada, meeting.id, nominations[2]!);
  await meetings.addToAgenda(ada, meeting.id, nominations[3]!);
  const [item, led] = (await meetings.view(ada, meeting.id)).agenda;
  await meetings.setLead(ada, led!.id, (mayTakePart ? member : ada).accountId);
  await meetings.ask(mayTakePart ? member : other, meeting.id, 'Why?');
  const [question] = await meetings.questions(ada, meeting.id);
  const note = await notes.make(ada, { title: `Note ${newId()}` });
  const words = { anchorFrom: anchor(), anchorTo: anchor(), quote: 'words', text: 'Hm.' };
  const thread = await comments.begin(mayTakePart ? member : ada, note.id, words);
  const [{ comments: [comment] } = { comments: [] }] = await comments.threads(ada, note.id);
  const version = await versions.keep(ada, note.id, 'First');
  await groups.invite(ada, { role: 'guest', days: 7, maxUses: 1 });
  const [invitation] = await groups.invitations(ada);
  const rest = await restIn(ada);
  const [request, secondRequest] = [await askIn(ada), await askIn(ada)];
  const hook = await webhooks.add(ada, {
    ...{ name: 'Ours', address: 'https://hooks.invalid/in', kind: 'standard', events: ['ballot.closed'] }
  });
  await meetings.goAway(mayTakePart ? member : ada, { from: day, until: day });
  const absence = (await meetings.absences(ada)).find(({ fromOn }) => fromOn === day);
  return {
    ...{ group: ada.groupSlug, paper: papers[5]!, nomination: nominations[4]! },
    ...{ secondNomination: nominations[0]!, ownNomination: own.nominationId },
    ...{ ballot: ballot.id, meeting: meeting.id, earlier: earlier.id, item: item!.id, ledItem: led!.id },
    ...{
      question: question!.id,
      note: note.id,
      thread: thread.id,
      comment: comment!.id,
      version: version.id
    },
    ...{ invitation: invitation!.id, membership: rest, otherAccount: other.accountId },
    ...{ account: member.accountId, request, secondRequest, offer: 'made-up', mine: 'made-up' },
    ...{ absence: absence!.id, webhook: hook.id, queue: (await queue.queues(ada))[0]!.id },
    ...{
      anchor: anchor(),
      date: day,
      code: 'made-up',
      kind: 'meeting',
      key: 'made-up',
      word: 'made-up',
      token: 'made-up'
    }
  };
}

/** Somebody else in the group, to be given roles and removed. */
async function restIn({ groupId }: Member): Promise<string> {
  const [id, account] = [newId(), await person('Rest')];
  await database().insert(membership).values({ id, groupId, accountId: account.id, role: 'member' });
  return id;
}

async function askIn({ groupId }: Member): Promise<string> {
  const [id, account] = [newId(), await person('Asker')];
  await database().insert(joinRequest).values({ id, groupId, accountId: account.id, sentence: 'May I?' });
  return id;
}
