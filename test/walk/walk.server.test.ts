import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { installationPermissions, mayGovern, type InstallationAction } from '#accounts/operators.ts';
import { may, permissions, type Action, type Role } from '#groups/permissions.ts';
import { act } from '#accounts/schema.ts';
import {
  awareness,
  incoming,
  queryAwareness,
  step1,
  step2,
  sync,
  syncMessage,
  update
} from '#collab/protocol.ts';
import { textOf } from '#notes/log.server.ts';
import { textName } from '#notes/notes.ts';
import { database, databaseAddress } from '#platform/database.server.ts';
import { startApp, type App } from '../support/app.ts';
import { useDatabase } from '../support/database.ts';
import { urlOf } from '../support/operator.ts';
import {
  aboutGroups,
  bodiless,
  everythingThereIs,
  ground,
  hasDone,
  placeFor,
  put,
  addressOf,
  type Answer,
  type Question
} from './asking.ts';
import { attacks } from './attacks.ts';
import { setScene, walkers, type Place, type Scene, type Walker } from './scene.ts';
import { operations } from './operations.ts';
import { actions, messages, pages, unrecorded, type Asks } from './table.ts';

/*
 * Everything the application answers, asked by everybody: the four roles, the operator, somebody of another group,
 * somebody who was removed, and a visitor. What should come out follows from the tables of permissions alone.
 */

useDatabase();

let app: App;
let scene: Scene;

beforeAll(async () => {
  app = await startApp({
    env: { DATABASE_URL: urlOf(databaseAddress()), COUNT_STATEMENTS: 'on', LOG_LEVEL: 'error' }
  });
  scene = await setScene();
  Object.assign(ground, { app, scene });
}, 120_000);

afterAll(() => app?.stop());

/** What there is no more of stands in no table. */
function leftOver(questions: Question[]): string[] {
  const asked = new Set(questions.map(({ name }) => name));
  return [pages, actions, operations].flatMap(Object.keys).filter((name) => !asked.has(name));
}

const role: Partial<Record<Walker, Role>> = {
  guest: 'guest',
  member: 'member',
  organiser: 'organiser',
  owner: 'owner'
};

/** What the tables of permissions let a walker have. */
function expected(asks: Asks, walker: Walker): 'pass' | 'sign in' | 'forbidden' | 'unknown' {
  if (asks === 'anybody') return 'pass';
  if (asks in permissions) {
    if (walker === 'visitor') return 'sign in';
    const mine = role[walker];
    if (!mine) return 'unknown';
    return may(mine, asks as Action) ? 'pass' : 'forbidden';
  }
  if (walker === 'visitor') return 'sign in';
  if (asks === 'account') return 'pass';
  return mayGovern({ isOperator: walker === 'operator' }, asks as InstallationAction) ? 'pass' : 'unknown';
}

/** What an answer comes down to. */
function outcomeOf({ status, location }: Answer): string {
  if (status === 401 || (status >= 300 && status < 400 && /^\/sign-in(\?next|$)/.test(location)))
    return 'sign in';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'unknown';
  if (status === 422) return `refused the table’s own body`;
  return status >= 500 ? `failed with ${status}` : 'pass';
}

/** Where what lies behind a secret is not found, or a made-up body is refused, whoever asks has come through. */
function isAsExpected(question: Question, walker: Walker, answer: Answer): boolean {
  const [wanted, got] = [expected(question.entry.asks, walker), outcomeOf(answer)];
  if (wanted === got) return true;
  const { asks } = question.entry;
  const hasNoGroup = !(asks in permissions);
  if (wanted === 'pass' && hasNoGroup)
    return answer.status < 500 && (walker === 'visitor' || got !== 'sign in');
  // A visitor is told to sign in, or nothing at all.
  if (wanted === 'sign in') return got === 'unknown';
  // Somebody may, and what they name is not there: a swap that nobody asked for.
  const names =
    addressOf(question, placeFor(question, walker)) +
    JSON.stringify(question.entry.body?.(placeFor(question, walker)) ?? {});
  return wanted === 'pass' && got === 'unknown' && /made-up|\/no-/.test(names);
}

test('every route, action, operation and message is in the table, and nothing else', async () => {
  const { questions, missing } = await everythingThereIs();
  expect(missing, 'add these to test/walk/table.ts with the permission they ask for').toEqual([]);
  expect(leftOver(questions), 'these are gone: take them out of test/walk/table.ts').toEqual([]);
  expect(Object.keys(messages).sort()).toEqual(Object.keys(incoming).sort());
});

describe('with one server and one group', () => {
  test('outsiders cannot tell a private group from none, by status, words or work', async () => {
    const { questions } = await everythingThereIs();
    const real = scene.places.owner;
    const madeUp = Object.fromEntries(Object.entries(real).map(([name, value]) => [name, scrambled(value)]));
    const told: string[] = [];
    for (const question of questions.filter(aboutGroups)) {
      for (const walker of ['visitor', 'stranger', 'removed'] as const) {
        const difference = await differenceBetween(question, walker, real, madeUp);
        if (difference) told.push(`${question.name} tells a ${walker}: ${difference}`);
      }
    }
    expect(told).toEqual([]);
  }, 120_000);

  test('a note’s socket takes of everybody what the table says', async () => {
    const outcomes: [Walker, Awaited<ReturnType<typeof knock>>][] = [];
    // One after the other: what comes later is committed later, so in the end nothing is under way.
    for (const walker of walkers) outcomes.push([walker, await knock(walker)]);
    for (const [walker, { writes }] of outcomes.filter(([one]) => role[one]))
      expect((await textOf(scene.places[walker].note!)).includes(`by ${walker} `), walker).toBe(writes);
    const wanted = walkers.map((walker) => {
      const mine = role[walker];
      if (!mine) return [walker, { closed: walker === 'visitor' ? 4401 : 4403, reads: false, writes: false }];
      const [reads, writes] = [may(mine, messages['sync step 1']!), may(mine, messages.update!)];
      return [walker, { closed: null, reads, writes }];
    });
    expect(outcomes).toEqual(wanted);
  }, 30_000);

  test('a socket tells an outsider the same of a note and of none', async () => {
    const [real, none] = await Promise.all([knock('stranger'), knock('stranger', 'AAAAAAAAAAAAAAAA')]);
    expect(real).toEqual(none);
  }, 30_000);

  test('sockets and forms of other sites are not taken', async () => {
    const headers = { cookie: scene.cookies.owner, origin: 'https://evil.example' };
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/collab/${scene.places.owner.note}`, {
      headers
    });
    const refusal = await new Promise<string>((resolve) =>
      socket.once('error', ({ message }) => resolve(message))
    );
    expect(refusal).toContain('403');
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'application/json', '']) {
      const answer = await fetch(`${app.url}/settings?/name`, {
        method: 'POST',
        headers: { ...headers, ...(type && { 'content-type': type }) },
        body: new TextEncoder().encode('name=Mallory')
      });
      expect(answer.status, type).toBe(403);
    }
  });

  test('huge and odd bodies are refused with a sentence, by every action', async () => {
    const { questions } = await everythingThereIs();
    const wrong: string[] = [];
    const long = 'x'.repeat(200_000);
    const odd = [
      (name: string) => [name, long],
      (name: string) => [name, '\u0000\u202e\ud800<script>'],
      (name: string) => [name, new File([new Uint8Array(10)], 'a.bin')],
      (name: string) => [`${name}[__proto__]`, 'x']
    ] as ((name: string) => [string, string | File])[];
    for (const { entry, ...rest } of questions.filter(
      ({ method, entry }) => !bodiless.includes(method) && !entry.last
    )) {
      const names = Object.keys(entry.body?.(scene.places.owner) ?? {});
      for (const make of names.length > 0 ? odd : []) {
        const body = () => Object.fromEntries(names.map(make));
        const question = { ...rest, entry: { ...entry, body } };
        // Whoever sends much to what wants nothing is cut off; that the server lives is asked at the end.
        const cut = { status: 0, body: '' };
        const asked = put(question, 'owner', placeFor(question, 'owner'));
        const { status, body: text } = await asked.catch(() => cut);
        if (status >= 500) wrong.push(`${rest.name}: ${status} ${text.slice(0, 100)}`);
      }
    }
    expect(wrong).toEqual([]);
    const huge = await fetch(`${app.url}/sign-in`, {
      method: 'POST',
      headers: {
        ...{ origin: app.url, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' }
      },
      body: `email=${'x'.repeat(9_000_000)}`
    });
    expect([huge.status, await huge.text()]).toEqual([413, expect.stringContaining('more than the 8 MB')]);
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  }, 120_000);

  attacks();

  test('everybody may do what the tables say, everywhere, and no more; and what organisers and operators do stands in the log', async () => {
    const { questions } = await everythingThereIs();
    const wrong: string[] = [];
    const untold: string[] = [];
    const untried: string[] = [];
    // Looking comes before doing.
    const turn = ({ entry, method }: Question) => 2 * (entry.last ?? 0) + Number(!bodiless.includes(method));
    const ordered = questions.toSorted((a, b) => turn(a) - turn(b));
    for (const question of ordered) {
      const toldBefore = await actsSoFar();
      // At once: each acts on things of its own, and those who may not change nothing.
      const answers = await Promise.all(
        walkers.map((walker) => put(question, walker, placeFor(question, walker)))
      );
      const done = walkers.some((_, index) => hasDone(question, answers[index]!));
      if (done && isForFew(question) && (await actsSoFar()) === toldBefore) untold.push(question.name);
      if (isForOperators(question) && !hasDone(question, answers[walkers.indexOf('operator')]!))
        untried.push(question.name);
      for (const [index, walker] of walkers.entries()) {
        const answer = answers[index]!;
        if (isAsExpected(question, walker, answer)) continue;
        const wanted = expected(question.entry.asks, walker);
        wrong.push(
          `${question.name} as ${walker}: ${wanted}, got ${outcomeOf(answer)} (${answer.status} ${answer.body.slice(0, 120)})`
        );
      }
    }
    expect(wrong).toEqual([]);
    expect(untried, 'give these in test/walk/table.ts something to do').toEqual([]);
    expect(untold, 'record these (accounts.record), or say in test/walk/table.ts why not').toEqual([]);
  }, 120_000);
});

const actsSoFar = () => database().$count(act);

/** Whether only organisers, owners or operators do this, and it is to be told. */
function isForFew(question: Question): boolean {
  const { name, method, entry } = question;
  const isOrganising = entry.asks in permissions && !may('member', entry.asks as Action);
  const isExcepted = Object.keys(unrecorded).some((part) => name.includes(part));
  return (isOrganising && !bodiless.includes(method) && !isExcepted) || isForOperators(question);
}

/** Whether only operators do this. */
function isForOperators({ method, entry: { asks } }: Question): boolean {
  const isGoverning = asks in installationPermissions;
  return (
    isGoverning && !mayGovern({ isOperator: false }, asks as InstallationAction) && !bodiless.includes(method)
  );
}

/** Another of the same shape that is nobody's. */
function scrambled(value: string): string {
  return value === 'made-up' ? value : value.replace(/[a-z]/g, 'z').replace(/[A-Z]/g, 'Z');
}

/** Says what differs between the answers about what is there and what is not; nothing when nothing does. */
async function differenceBetween(question: Question, walker: Walker, real: Place, madeUp: Place) {
  // The process also works by itself now and then, which only adds: an unequal count is looked at again, for the least.
  let [least, leastOther] = [Infinity, Infinity];
  for (let round = 1; ; round++) {
    const [one, other] = [await put(question, walker, real), await put(question, walker, madeUp)];
    if (one.status !== other.status) return `${one.status} instead of ${other.status}`;
    if (cleaned(one, real) !== cleaned(other, madeUp)) return 'other words';
    least = Math.min(least, one.statements);
    leastOther = Math.min(leastOther, other.statements);
    if (least === leastOther) return null;
    if (round === 30) return `${least} statements instead of ${leastOther}`;
  }
}

/** An answer without what differs by itself: the nonce, and what was asked for. */
function cleaned({ body, location }: Answer, at: Place): string {
  const asked = [...new Set(Object.values(at))]
    .sort((a, b) => b.length - a.length)
    .filter(({ length }) => length > 8);
  let text = `${location}\n${body}`.replace(/nonce="[^"]*"/g, '').replace(/__sveltekit_\w+/g, '');
  for (const one of asked) text = text.replaceAll(one, '…').replaceAll(encodeURIComponent(one), '…');
  return text;
}

/** Opens a note's socket, sends every message, and says what came of it. */
async function knock(walker: Walker, noteId = scene.places[walker].note!) {
  const headers = { origin: app.url, cookie: scene.cookies[walker] };
  const socket = new WebSocket(`${app.url.replace('http', 'ws')}/collab/${noteId}`, { headers });
  const doc = new Y.Doc();
  const mark = `by ${walker} `;
  doc.getText(textName).insert(0, mark);
  let closed: number | null = null;
  let [reads, canWrite, acknowledged] = [false, true, 0];
  const over = Promise.withResolvers<void>();
  socket.on('close', (code) => {
    closed = code;
    over.resolve();
  });
  socket.on('message', (data: Buffer) => {
    if (data[0] === sync && data[1] === step2) reads = true;
    if (data[0] === 100) acknowledged = data[1]!;
    if (data[0] === 102) canWrite = data.includes('"canWrite":true');
    // Presences are told last, after all before them was looked at.
    if (data[0] === awareness && !canWrite) over.resolve();
    if (acknowledged >= 2) over.resolve();
  });
  socket.on('open', () => {
    socket.send(syncMessage(step1, Y.encodeStateVector(new Y.Doc())));
    socket.send(syncMessage(step2, Y.encodeStateAsUpdate(doc)));
    socket.send(syncMessage(update, Y.encodeStateAsUpdate(doc)));
    socket.send(Uint8Array.from([queryAwareness]));
  });
  await over.promise;
  socket.close();
  return { closed, reads, writes: acknowledged > 0 };
}
