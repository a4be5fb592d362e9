import fs from 'node:fs';
import path from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { ballots } from './contract/ballots.ts';
import {
  api,
  ask,
  called,
  close,
  document,
  group,
  inGroup,
  must,
  open,
  people,
  tokenOf
} from './contract/harness.ts';
import { manners } from './contract/manners.ts';
import { meetings } from './contract/meetings.ts';
import { notes } from './contract/notes.ts';
import { papers } from './contract/papers.ts';
import { people as peopleOfGroups } from './contract/people.ts';
import { queue } from './contract/queue.ts';

/*
 * The API as its document promises it: a client whose types are generated from the document drives the running server, and
 * each of its answers is held against the document. `vitest run test/api -u` writes the types anew.
 */

useDatabase();

beforeAll(open, 120_000);
afterAll(close);

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

peopleOfGroups();
papers();
queue();
ballots();
meetings();
notes();

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

manners();
