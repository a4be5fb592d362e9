import http from 'node:http';
import { eq } from 'drizzle-orm';
import { openSession, sessionCookie } from '#accounts/accounts.server.ts';
import { account } from '#accounts/schema.ts';
import * as ballots from '#ballots/ballots.server.ts';
import type { Marks } from '#ballots/rules.ts';
import { vote } from '#ballots/schema.ts';
import type { Member } from '#groups/groups.ts';
import { membership } from '#groups/schema.ts';
import { database, transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import * as queue from '#queue/queue.server.ts';
import type { App } from '../../support/app.ts';
import { emptyGroup, somePaper } from '../../support/factories.ts';

const people = 200;
const options = 8;
const budget = 10;

/** A group whose members are signed in and have a queue to vote on. */
export interface Crowd {
  slug: string;
  organiser: Member;
  voters: { accountId: string; cookie: string }[];
  nominationIds: string[];
}

/** What one ballot's rush was like. */
export interface Rush {
  milliseconds: number[];
  lost: number;
  doubled: number;
  refused: number;
}

export async function gather(): Promise<Crowd> {
  const group = await emptyGroup();
  const voters = await Promise.all(Array.from({ length: people }, (_, number) => join(group.id, number)));
  const organiser: Member = {
    ...{ accountId: voters[0]!.accountId, name: 'Voter 0', role: 'owner', membershipId: 'bench' },
    ...{ groupId: group.id, groupSlug: group.slug, groupName: group.name, timezone: group.timezone }
  };
  const nominationIds: string[] = [];
  for (let number = 0; number < options; number++)
    nominationIds.push(
      (await queue.nominate(organiser, await somePaper(`Paper ${number}`), '')).nominationId
    );
  return { slug: group.slug, organiser, voters, nominationIds };
}

/** Straight into the tables: two hundred password hashes would be most of the bench. */
async function join(groupId: string, number: number) {
  const accountId = newId();
  await database()
    .insert(account)
    .values({
      ...{ id: accountId, name: `Voter ${number}`, email: `${accountId}@example.org`, passwordHash: '' }
    });
  const role = number === 0 ? 'owner' : 'member';
  await database().insert(membership).values({ id: newId(), groupId, accountId, role });
  const { name, value } = sessionCookie(await openSession(accountId, 'bench'));
  return { accountId, cookie: `${name}=${value}` };
}

/** Everyone votes once on a new ballot, by the form, within so many milliseconds; then it is looked what counts. */
export async function rush(app: App, crowd: Crowd, within: number): Promise<Rush> {
  const { organiser, nominationIds, voters } = crowd;
  const { id } = await ballots.open(organiser, {
    ...{ title: 'Rush', nominationIds, quorum: 1, closesAt: new Date(Date.now() + 3_600_000) },
    rules: { method: 'dots', budget, most: budget }
  });
  const answers = await Promise.all(
    voters.map(async ({ cookie }, number) => {
      await new Promise((resolve) => setTimeout(resolve, (within * number) / people));
      return castByForm(app, `/g/${crowd.slug}/ballots/${id}`, cookie, marksOf(number, nominationIds));
    })
  );
  const kept = await database()
    .select({ accountId: vote.accountId, choice: vote.choice })
    .from(vote)
    .where(eq(vote.ballotId, id));
  const byVoter = Map.groupBy(kept, ({ accountId }) => accountId);
  const right = voters.filter(({ accountId }, number) => {
    const [own] = byVoter.get(accountId) ?? [];
    return own && sameMarks(own.choice, marksOf(number, nominationIds));
  });
  const result = await transaction((tx) => ballots.close(tx, id, new Date()));
  return {
    milliseconds: answers.map(({ milliseconds }) => milliseconds),
    refused: answers.filter(({ status }) => status !== 303).length,
    lost: people - Math.min(right.length, result?.votes ?? 0),
    doubled: Math.max(kept.length - byVoter.size, (result?.votes ?? 0) - people)
  };
}

/** Each voter’s own, so that a vote that went to somebody else’s name would show. */
function marksOf(number: number, nominationIds: string[]): Marks {
  const first = nominationIds[number % options]!;
  const second = nominationIds[(number + 1 + (number % (options - 1))) % options]!;
  const dots = 1 + (number % (budget - 1));
  return first === second ? { [first]: dots } : { [first]: dots, [second]: budget - dots };
}

function sameMarks(choice: object, marks: Marks): boolean {
  const kept = 'marks' in choice ? (choice.marks as Marks) : {};
  return (
    Object.keys(kept).length === Object.keys(marks).length &&
    Object.entries(marks).every(([id, mark]) => kept[id] === mark)
  );
}

/** A browser keeps its connection; so does each voter here. */
const agent = new http.Agent({ keepAlive: true, maxSockets: people });

function castByForm(
  app: App,
  path: string,
  cookie: string,
  marks: Marks
): Promise<{ status: number; milliseconds: number }> {
  const fields = Object.entries(marks).map(([id, mark]) => [`mark.${id}`, String(mark)]);
  const body = String(new URLSearchParams(fields));
  const headers = {
    ...{ cookie, origin: app.url, accept: 'text/html' },
    ...{ 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length }
  };
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    http
      .request(`${app.url}${path}?/vote`, { method: 'POST', agent, headers }, (answer) => {
        answer.resume().once('end', () => {
          resolve({ status: answer.statusCode ?? 0, milliseconds: performance.now() - begun });
        });
      })
      .once('error', reject)
      .end(body);
  });
}
