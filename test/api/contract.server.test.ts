import fs from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import createClient, { type Client } from 'openapi-fetch';
import openapiTS, { astToString } from 'openapi-typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createToken } from '#accounts/accounts.server.ts';
import { account as accounts } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { database, databaseAddress } from '#platform/database.server.ts';
import { eq } from 'drizzle-orm';
import { startApp, type App } from '../support/app.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';
import type { paths } from './schema.d.ts';

/*
 * The API as its document promises it: a client whose types are generated from the document drives the running server, and
 * each of its answers is held against the document. `vitest run -u test/api` writes the types anew.
 */

useDatabase();

interface Document {
  paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, unknown> }> }>>;
}

let app: App;
let document: Document;
let api: Record<'ada' | 'grace' | 'emmy' | 'kurt', Client<paths>>;
let people: Record<'ada' | 'grace' | 'emmy' | 'kurt', Member>;
let group: string;
const called = new Set<string>();
let validate: (schemaPath: string, method: string, status: number, type: string, body: unknown) => void;

beforeAll(async () => {
  const { group: made, ...cast } = await fullGroup();
  [people, group] = [cast, made.slug];
  app = await startApp({ env: { DATABASE_URL: addressOfDatabase() } });
  document = (await (await fetch(`${app.url}/api/v1/openapi.json`)).json()) as Document;
  validate = validator(document);
  const clients = Object.entries(cast).map(async ([name, member]) => [name, await clientOf(member)]);
  api = Object.fromEntries(await Promise.all(clients)) as typeof api;
}, 120_000);

afterAll(() => app?.stop());

function addressOfDatabase(): string {
  const address = databaseAddress();
  if (typeof address === 'string') return address;
  const { user, password, host, port, database: name } = address;
  return `postgres://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${name}`;
}

async function tokenOf(
  { accountId }: Member,
  terms: Parameters<typeof createToken>[2] = {}
): Promise<string> {
  const [owner] = await database()
    .select({ email: accounts.email })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return (await createToken(owner!.email, 'test', terms)).token;
}

async function clientOf(member: Member): Promise<Client<paths>> {
  const token = await tokenOf(member);
  const client = createClient<paths>({
    baseUrl: `${app.url}/api/v1`,
    headers: { authorization: `Bearer ${token}` }
  });
  client.use({
    async onResponse({ request, response, schemaPath }) {
      const type = response.headers.get('content-type')?.split(';')[0] ?? '';
      const body = type.endsWith('json') ? await response.clone().json() : undefined;
      validate(schemaPath, request.method.toLowerCase(), response.status, type, body);
      if (response.ok) called.add(`${request.method} ${schemaPath}`);
    }
  });
  return client;
}

function validator(described: Document): typeof validate {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ $id: 'document', ...described });
  return (schemaPath, method, status, type, body) => {
    const answers = described.paths[schemaPath]?.[method]?.responses;
    expect(Object.keys(answers ?? {}), `${method} ${schemaPath} says ${status}`).toContain(String(status));
    if (body === undefined) return;
    const isProblem = status >= 400;
    const pointer = isProblem
      ? 'components/schemas/Problem'
      : ['paths', schemaPath, method, 'responses', String(status), 'content', type, 'schema']
          .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
          .join('/');
    const isRight = ajv.validate({ $ref: `document#/${pointer}` }, body);
    expect(isRight ? null : ajv.errors, `${method} ${schemaPath} ${status}`).toBeNull();
  };
}

/** An answer that must be there. */
function must<Data>({ data, error, response }: { data?: Data; error?: unknown; response: Response }): Data {
  expect(response.ok, `${response.url}: ${JSON.stringify(error)}`).toBe(true);
  return data as Data;
}

const inGroup = <More extends Record<string, string>>(more: More = {} as More) => ({
  params: { path: { group, ...more } }
});
const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
const occasion = { title: 'Weekly', date: tomorrow.slice(0, 10), time: '18:00', duration: 60 };

test('the types of the client are those of the document', async () => {
  const types = astToString(await openapiTS({ ...document, servers: [] } as never));
  await expect(types).toMatchFileSnapshot('schema.d.ts');
});

test('what is below /api/v1 stands in the document, and nothing else does', () => {
  const root = 'src/routes/api/v1';
  const files = fs.readdirSync(root, { recursive: true, encoding: 'utf8' });
  const routes = files
    .filter((file) => file.endsWith('+server.ts') && !file.startsWith('openapi.json'))
    .flatMap((file) => {
      const at = `/${path.dirname(file).replaceAll(path.sep, '/')}`.replace(/\[(\w+)\]/g, '{$1}');
      const source = fs.readFileSync(path.join(root, file), 'utf8');
      return [...source.matchAll(/^export (?:const|async function|function) (\w+)/gm)].map(
        ([, method]) => `${method} ${at}`
      );
    });
  expect(documented()).toEqual(routes.sort());
});

function documented(): string[] {
  return Object.entries(document.paths)
    .flatMap(([at, operations]) => Object.keys(operations).map((method) => `${method.toUpperCase()} ${at}`))
    .sort();
}

test('a group’s people: who they are, their roles, invitations', async () => {
  expect(must(await api.ada.GET('/me')).groups).toContainEqual({
    slug: group,
    name: 'Grokking club',
    role: 'owner'
  });
  const { slug } = must(await api.kurt.POST('/groups', { body: { name: 'Second', timezone: 'UTC' } }));
  expect(must(await api.kurt.GET('/groups')).groups.map((one) => one.slug)).toContain(slug);
  expect(must(await api.emmy.GET('/groups/{group}', inGroup())).role).toBe('member');
  const members = must(await api.emmy.GET('/groups/{group}/members', inGroup())).members;
  expect(members.map(({ name }) => name)).toEqual(['Ada', 'Grace', 'Emmy', 'Kurt']);
  const { membershipId: membership } = people.kurt;
  must(
    await api.ada.PATCH('/groups/{group}/members/{membership}', {
      ...inGroup({ membership }),
      body: { role: 'member' }
    })
  );
  must(
    await api.ada.PATCH('/groups/{group}/members/{membership}', {
      ...inGroup({ membership }),
      body: { role: 'guest' }
    })
  );
  const { link } = must(
    await api.grace.POST('/groups/{group}/invitations', { ...inGroup(), body: { maxUses: 2 } })
  );
  expect(link).toContain('/join/');
  const [made] = must(await api.grace.GET('/groups/{group}/invitations', inGroup())).invitations;
  must(await api.grace.DELETE('/groups/{group}/invitations/{invitation}', inGroup({ invitation: made!.id })));
  expect(must(await api.grace.GET('/groups/{group}/invitations', inGroup())).invitations).toEqual([]);
});

test('papers: found, read, cited, brought in, wanted', async () => {
  const paper = await somePaper('Attention to lattices');
  expect(must(await api.emmy.GET('/feed', { params: { query: { date: '2026-06-12' } } })).papers).toEqual([]);
  const found = must(await api.emmy.GET('/papers', { params: { query: { q: 'lattices' } } })).papers;
  expect(found.map(({ title }) => title)).toEqual(['Attention to lattices']);
  must(
    await api.emmy.PUT('/papers/{paper}/reading', {
      params: { path: { paper } },
      body: { reading: 'skimmed' }
    })
  );
  expect(must(await api.emmy.GET('/papers/{paper}', { params: { path: { paper } } })).reading).toBe(
    'skimmed'
  );
  const cited = must(await api.emmy.GET('/papers/{paper}/citation', { params: { path: { paper } } }));
  expect(cited.text).toContain('lattices');
  const pasted = { text: '2310.06110', keep: true };
  expect(
    must(await api.emmy.POST('/groups/{group}/import', { ...inGroup(), body: pasted })).papers
  ).toHaveLength(1);
  must(await api.emmy.PUT('/groups/{group}/papers/{paper}/interest', inGroup({ paper })));
  must(await api.emmy.DELETE('/groups/{group}/papers/{paper}/interest', inGroup({ paper })));
});

async function proposed(title: string): Promise<string> {
  const paper = await somePaper(title);
  const answer = await api.emmy.POST('/groups/{group}/queue', {
    ...inGroup(),
    body: { paper, pitch: 'Because.' }
  });
  return must(answer).nominationId;
}

test('the queue: proposed, wanted, written anew, taken back; in pages', async () => {
  const nomination = await proposed('On queues');
  must(await api.ada.PUT('/groups/{group}/queue/{nomination}/interest', inGroup({ nomination })));
  await proposed('On other queues');
  const one = inGroup({ nomination });
  expect(must(await api.ada.GET('/groups/{group}/queue/{nomination}', one))).toMatchObject({
    interest: 1,
    proposedBy: 'Emmy'
  });
  must(await api.ada.DELETE('/groups/{group}/queue/{nomination}/interest', one));
  const [queue] = must(await api.kurt.GET('/groups/{group}/queues', inGroup())).queues;
  expect(queue).toMatchObject({ name: 'Queue', waiting: 2 });
  must(await api.emmy.PATCH('/groups/{group}/queue/{nomination}', { ...one, body: { pitch: 'Anew.' } }));
  const first = must(
    await api.ada.GET('/groups/{group}/queue', { params: { path: { group }, query: { limit: 1 } } })
  );
  const query = { limit: 1, cursor: first.next! };
  const second = must(await api.ada.GET('/groups/{group}/queue', { params: { path: { group }, query } }));
  expect([...first.nominations, ...second.nominations].map(({ title }) => title)).toEqual([
    'On queues',
    'On other queues'
  ]);
  expect(second.next).toBeNull();
  must(await api.emmy.DELETE('/groups/{group}/queue/{nomination}', one));
  expect((await api.emmy.GET('/groups/{group}/queue/{nomination}', one)).response.status).toBe(404);
});

test('a ballot: opened, voted on in secret, closed onto the agenda, where leads are found', async () => {
  const { id: meeting } = must(
    await api.grace.POST('/groups/{group}/meetings', { ...inGroup(), body: occasion })
  );
  const nomination = [await proposed('Winning'), await proposed('Losing')];
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const opening = {
    title: 'Next',
    nomination,
    closesAt: at(60),
    opensAt: at(30),
    method: 'score' as const,
    top: 3
  };
  const { id: ballot } = must(
    await api.grace.POST('/groups/{group}/ballots', { ...inGroup(), body: opening })
  );
  const one = inGroup({ ballot });
  must(await api.grace.POST('/groups/{group}/ballots/{ballot}/opening', one));
  const lead = inGroup({ ballot, nomination: nomination[0]! });
  must(await api.ada.PUT('/groups/{group}/ballots/{ballot}/options/{nomination}/lead', lead));
  must(await api.ada.DELETE('/groups/{group}/ballots/{ballot}/options/{nomination}/lead', lead));
  const marks = { [nomination[0]!]: 3 };
  must(await api.emmy.PUT('/groups/{group}/ballots/{ballot}/vote', { ...one, body: { marks } }));
  expect(must(await api.emmy.GET('/groups/{group}/ballots/{ballot}', one)).mine).toEqual(marks);
  const unvoted = must(await api.ada.GET('/groups/{group}/ballots/{ballot}', one));
  expect(unvoted).toMatchObject({ mine: null, tally: null, voters: ['Emmy'] });
  expect(JSON.stringify(unvoted)).not.toContain('"points"');
  const closing = must(await api.grace.POST('/groups/{group}/ballots/{ballot}/closing', one));
  expect(closing).toEqual({ winners: [nomination[0]], meetingId: meeting, already: false });
  expect(must(await api.ada.GET('/groups/{group}/ballots', inGroup())).ballots).toHaveLength(1);

  must(
    await api.grace.POST('/groups/{group}/meetings/{meeting}/agenda', {
      ...inGroup({ meeting }),
      body: { nomination: nomination[1]! }
    })
  );
  const { agenda } = must(await api.ada.GET('/groups/{group}/meetings/{meeting}', inGroup({ meeting })));
  expect(agenda.map(({ title }) => title)).toEqual(['Winning', 'Losing']);
  const item = agenda[0]!.id;
  const led = inGroup({ item });
  const leadBy = (
    who: Client<paths>,
    body: { by: 'offer' | 'turn' | 'lot' } | { by: 'organiser'; accountId: string | null }
  ) => who.PUT('/groups/{group}/agenda/{item}/lead', { ...led, body });
  must(await leadBy(api.grace, { by: 'organiser', accountId: null }));
  must(await leadBy(api.grace, { by: 'turn' }));
  must(await leadBy(api.grace, { by: 'lot' }));
  must(await leadBy(api.grace, { by: 'organiser', accountId: people.emmy.accountId }));
  must(
    await api.emmy.POST('/groups/{group}/agenda/{item}/swap', {
      ...led,
      body: { accountId: people.ada.accountId }
    })
  );
  const [swap] = must(await api.ada.GET('/groups/{group}/swaps', inGroup())).swaps;
  must(await api.ada.DELETE('/groups/{group}/swaps/{swap}', inGroup({ swap: swap!.id })));
  must(
    await api.emmy.POST('/groups/{group}/agenda/{item}/swap', {
      ...led,
      body: { accountId: people.ada.accountId }
    })
  );
  const [again] = must(await api.ada.GET('/groups/{group}/swaps', inGroup())).swaps;
  must(
    await api.ada.PUT('/groups/{group}/swaps/{swap}', {
      ...inGroup({ swap: again!.id }),
      body: { accept: true }
    })
  );
  must(await api.ada.DELETE('/groups/{group}/agenda/{item}/lead', led));
  must(await leadBy(api.emmy, { by: 'offer' }));
  must(await api.emmy.PATCH('/groups/{group}/agenda/{item}', { ...led, body: { minutes: 25 } }));
  must(await api.grace.DELETE('/groups/{group}/agenda/{item}', inGroup({ item: agenda[1]!.id })));
});

test('a meeting: moved, called off and back, answered, held', async () => {
  const now = new Date(Date.now() - 60_000);
  const berlin = (options: Intl.DateTimeFormatOptions, locale: string) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Berlin', ...options }).format(now);
  const date = berlin({ dateStyle: 'short' }, 'en-CA');
  const time = berlin({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, 'en-GB');
  const body = { ...occasion, date, time };
  const { id: meeting } = must(
    await api.grace.POST('/groups/{group}/meetings', { ...inGroup(), body: occasion })
  );
  const one = inGroup({ meeting });
  must(await api.grace.PUT('/groups/{group}/meetings/{meeting}/cancellation', one));
  must(await api.grace.DELETE('/groups/{group}/meetings/{meeting}/cancellation', one));
  must(await api.grace.PUT('/groups/{group}/meetings/{meeting}', { ...one, body }));
  must(await api.emmy.PUT('/groups/{group}/meetings/{meeting}/answer', { ...one, body: { answer: 'yes' } }));
  const me = inGroup({ meeting, account: people.emmy.accountId });
  must(await api.emmy.PUT('/groups/{group}/meetings/{meeting}/attendance/{account}', me));
  must(await api.emmy.DELETE('/groups/{group}/meetings/{meeting}/attendance/{account}', me));
  must(
    await api.emmy.POST('/groups/{group}/meetings/{meeting}/duties', { ...one, body: { name: 'Scribe' } })
  );
  must(
    await api.emmy.DELETE(
      '/groups/{group}/meetings/{meeting}/duties/{duty}',
      inGroup({ meeting, duty: 'Scribe' })
    )
  );
  must(
    await api.emmy.POST('/groups/{group}/meetings/{meeting}/questions', { ...one, body: { text: 'Why?' } })
  );
  const [question] = must(await api.ada.GET('/groups/{group}/meetings/{meeting}', one)).questions;
  const asked = inGroup({ meeting, question: question!.id });
  must(
    await api.ada.PATCH('/groups/{group}/meetings/{meeting}/questions/{question}', {
      ...asked,
      body: { settled: true }
    })
  );
  must(await api.emmy.DELETE('/groups/{group}/meetings/{meeting}/questions/{question}', asked));
  must(await api.emmy.PUT('/groups/{group}/meetings/{meeting}/hand', one));
  must(await api.emmy.DELETE('/groups/{group}/meetings/{meeting}/hand', one));
  const nomination = await proposed('To talk about');
  must(await api.grace.POST('/groups/{group}/meetings/{meeting}/agenda', { ...one, body: { nomination } }));
  const { agenda } = must(await api.ada.GET('/groups/{group}/meetings/{meeting}', one));
  must(await api.ada.PUT('/groups/{group}/agenda/{item}/time', inGroup({ item: agenda[0]!.id })));
  must(await api.ada.DELETE('/groups/{group}/agenda/{item}/time', inGroup({ item: agenda[0]!.id })));
  const coming = must(await api.ada.GET('/groups/{group}/meetings', inGroup())).meetings;
  expect(coming.map(({ id }) => id)).toContain(meeting);
  const { discussions } = must(await api.ada.GET('/groups/{group}/archive', inGroup()));
  expect(discussions[0]!.papers[0]!.title).toBe('To talk about');
  const { id: note } = must(await api.emmy.POST('/groups/{group}/meetings/{meeting}/note', one));
  expect(must(await api.ada.GET('/groups/{group}/notes/{note}', inGroup({ note }))).meeting?.id).toBe(
    meeting
  );
});

test('the rhythm: set, paused, with days off and absences', async () => {
  const { title, time, date: startsOn } = occasion;
  const body = { title, time, startsOn, weekday: 'TH' as const };
  must(await api.grace.PUT('/groups/{group}/rhythm', { ...inGroup(), body }));
  expect(must(await api.ada.GET('/groups/{group}/rhythm', inGroup())).rhythm?.rrule).toBe(
    'FREQ=WEEKLY;BYDAY=TH'
  );
  must(await api.grace.PUT('/groups/{group}/rhythm/pause', inGroup()));
  must(await api.grace.DELETE('/groups/{group}/rhythm/pause', inGroup()));
  const days = { from: '2098-12-24', until: '2098-12-31' };
  must(
    await api.grace.POST('/groups/{group}/holidays', { ...inGroup(), body: { ...days, label: 'Winter' } })
  );
  const [holiday] = must(await api.ada.GET('/groups/{group}/holidays', inGroup())).holidays;
  must(await api.grace.DELETE('/groups/{group}/holidays/{holiday}', inGroup({ holiday: holiday!.id })));
  must(await api.emmy.POST('/groups/{group}/absences', { ...inGroup(), body: days }));
  const [absence] = must(await api.ada.GET('/groups/{group}/absences', inGroup())).absences;
  must(await api.emmy.DELETE('/groups/{group}/absences/{absence}', inGroup({ absence: absence!.id })));
});

test('notes: begun, written on, read as Markdown, kept, restored, taken away', async () => {
  const { id: note } = must(
    await api.emmy.POST('/groups/{group}/notes', { ...inGroup(), body: { title: 'Ideas' } })
  );
  const one = inGroup({ note });
  must(
    await api.emmy.POST('/groups/{group}/notes/{note}/markdown', {
      ...one,
      body: { text: '- [ ] @Ada reads' }
    })
  );
  const text = must(await api.ada.GET('/groups/{group}/notes/{note}/markdown', { ...one, parseAs: 'text' }));
  expect(text).toBe('# Ideas\n\n- [ ] @Ada reads');
  const { id: version } = must(
    await api.emmy.POST('/groups/{group}/notes/{note}/versions', { ...one, body: { name: 'First' } })
  );
  must(await api.emmy.POST('/groups/{group}/notes/{note}/markdown', { ...one, body: { text: 'More.' } }));
  must(
    await api.emmy.POST(
      '/groups/{group}/notes/{note}/versions/{version}/restoring',
      inGroup({ note, version })
    )
  );
  expect(must(await api.ada.GET('/groups/{group}/notes/{note}', one)).text).toBe(text);
  expect(must(await api.ada.GET('/groups/{group}/notes/{note}/versions', one)).versions[0]!.reason).toBe(
    'restore'
  );
  const found = async () => must(await api.ada.GET('/groups/{group}/action-items', inGroup())).items;
  await expect.poll(found, { timeout: 20_000 }).toHaveLength(1);
  const { noteId, position, text: task } = (await found())[0]!;
  must(
    await api.ada.POST('/groups/{group}/action-items/done', {
      ...inGroup(),
      body: { noteId, position, text: task }
    })
  );
  must(await api.emmy.PATCH('/groups/{group}/notes/{note}', { ...one, body: { title: 'Renamed' } }));
  expect(must(await api.ada.GET('/groups/{group}/notes', inGroup())).notes[0]!.title).toBe('Renamed');
  must(await api.grace.DELETE('/groups/{group}/notes/{note}', one));
  expect((await api.ada.GET('/groups/{group}/notes/{note}', one)).response.status).toBe(404);
});

test('a conversation about a note is read, answered and settled', async () => {
  const { id: note } = must(
    await api.emmy.POST('/groups/{group}/notes', { ...inGroup(), body: { title: 'Talk' } })
  );
  const comments = await import('#notes/comments.server.ts');
  const anchor = Buffer.from([0, 0, 1, 0, 0]).toString('base64');
  const begun = { anchorFrom: anchor, anchorTo: anchor, quote: 'Talk', text: 'Really?' };
  const { id: thread } = await comments.begin(people.ada, note, begun);
  const one = inGroup({ note, thread });
  must(
    await api.emmy.POST('/groups/{group}/notes/{note}/comments/{thread}', { ...one, body: { text: 'Yes.' } })
  );
  must(
    await api.emmy.PATCH('/groups/{group}/notes/{note}/comments/{thread}', {
      ...one,
      body: { resolved: true }
    })
  );
  const { threads } = must(await api.ada.GET('/groups/{group}/notes/{note}/comments', inGroup({ note })));
  expect(threads[0]).toMatchObject({ resolvedBy: 'Emmy', comments: [{ by: 'Ada' }, { by: 'Emmy' }] });
});

test('lists page by page are the lists', async () => {
  const token = await tokenOf(people.ada);
  for (const name of ['notes', 'meetings', 'ballots', 'members', 'queue']) {
    const noun = name === 'queue' ? 'nominations' : name;
    const whole = await (await ask(token, `/groups/${group}/${name}`)).json();
    const items: unknown[] = [];
    let at: string | null = `/groups/${group}/${name}?limit=1`;
    while (at) {
      const answer: Response = await ask(token, at);
      items.push(...((await answer.json()) as Record<string, unknown[]>)[noun]!);
      at = /<\/api\/v1([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1] ?? null;
    }
    expect(items, name).toEqual((whole as Record<string, unknown[]>)[noun]);
    expect(items.length, name).toBeGreaterThan(name === 'ballots' ? 0 : 1);
  }
});

test('a member is removed, and then sees nothing', async () => {
  const { membershipId: membership } = people.kurt;
  must(await api.grace.DELETE('/groups/{group}/members/{membership}', inGroup({ membership })));
  expect((await api.kurt.GET('/groups/{group}/queue', inGroup())).response.status).toBe(404);
});

test('every operation was called', () => {
  expect([...called].sort()).toEqual(documented());
});

const ask = (token: string, at: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
  fetch(`${app.url}/api/v1${at}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...init.headers }
  });

test('a token does what its scopes say, and nothing once it is over', async () => {
  const reader = await tokenOf(people.ada, { scopes: ['queue:read'] });
  expect((await ask(reader, `/groups/${group}/queue`)).status).toBe(200);
  const refused = await ask(reader, `/groups/${group}/queue`, {
    method: 'POST',
    body: '{"paper":"2310.06110"}'
  });
  expect([refused.status, await refused.json()]).toMatchObject([
    403,
    { detail: 'This token lacks the scope queue:write.' }
  ]);
  expect((await ask(reader, `/groups/${group}/ballots`)).status).toBe(403);
  const over = await tokenOf(people.ada, { days: -1 });
  expect((await ask(over, '/me')).status).toBe(401);
  expect((await ask('', '/me')).headers.get('www-authenticate')).toBe('Bearer');
});

test('what has not changed is not sent again, and what has is not written over', async () => {
  const token = await tokenOf(people.emmy);
  const at = `/groups/${group}/queue/${await proposed('On tags')}`;
  const etag = (await ask(token, at)).headers.get('etag')!;
  expect((await ask(token, at, { headers: { 'if-none-match': etag } })).status).toBe(304);
  const write = (pitch: string) =>
    ask(token, at, { method: 'PATCH', headers: { 'if-match': etag }, body: JSON.stringify({ pitch }) });
  expect((await write('First.')).status).toBe(204);
  expect((await write('Second.')).status).toBe(412);
  expect(await (await ask(token, at)).json()).toMatchObject({ pitch: 'First.' });
});

test('a request with a key happens once, however often it is sent', async () => {
  const token = await tokenOf(people.ada);
  const make = (name: string, key: string) =>
    ask(token, '/groups', {
      method: 'POST',
      headers: { 'idempotency-key': key },
      body: JSON.stringify({ name })
    });
  const answers = await Promise.all(Array.from({ length: 5 }, () => make('Once', 'k1')));
  const made = answers.filter(({ status }) => status === 201);
  expect(answers.filter(({ status }) => status !== 201).every(({ status }) => status === 409)).toBe(true);
  const { slug } = (await made[0]!.json()) as { slug: string };
  const again = await make('Once', 'k1');
  expect([again.status, again.headers.get('idempotent-replayed'), await again.json()]).toEqual([
    201,
    'true',
    { slug }
  ]);
  expect((await make('Twice', 'k1')).status).toBe(422);
  const { groups } = (await (await ask(token, '/groups')).json()) as { groups: { name: string }[] };
  expect(groups.filter(({ name }) => name === 'Once')).toHaveLength(1);
});

test('refusals are problems: what is unknown, unreadable or too long', async () => {
  const token = await tokenOf(people.ada);
  const problem = async (response: Response) => {
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    return ((await response.json()) as { status: number }).status;
  };
  expect(await problem(await ask(token, '/nowhere'))).toBe(404);
  expect(await problem(await ask(token, '/groups/none/queue'))).toBe(404);
  expect(await problem(await ask(token, '/groups', { method: 'POST', body: '{' }))).toBe(422);
  const long = JSON.stringify({ name: 'x'.repeat(70_000) });
  expect(await problem(await ask(token, '/groups', { method: 'POST', body: long }))).toBe(413);
  expect(await problem(await ask(token, '/feed?date=2026-06-12&cursor=zz'))).toBe(422);
  const answer = await ask(token, '/me');
  expect(answer.headers.get('ratelimit-policy')).toBe('"api";q=1200;w=60');
  expect(answer.headers.get('ratelimit')).toMatch(/^"api";r=\d+;t=\d+$/);
});
