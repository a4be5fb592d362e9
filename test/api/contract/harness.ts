import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import createClient, { type Client } from 'openapi-fetch';
import { expect } from 'vitest';
import { createToken } from '#accounts/accounts.server.ts';
import type { Member } from '#groups/groups.ts';
import { databaseAddress } from '#platform/database.server.ts';
import { startApp, type App } from '../../support/app.ts';
import { emailOf, fullGroup, somePaper } from '../../support/factories.ts';
import { urlOf } from '../../support/operator.ts';
import type { paths } from '../schema.d.ts';

/* The running application, its document, and a client for each of the cast that holds every answer against it. */

export interface Document {
  paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, unknown> }> }>>;
}

export type Name = 'ada' | 'grace' | 'emmy' | 'kurt';

let app: App;
export let document: Document;
export let api: Record<Name, Client<paths>>;
export let people: Record<Name, Member>;
/** The address of the cast's group. */
export let group: string;
/** What was asked and answered so far: `GET /me`. */
export const called = new Set<string>();
let validate: (schemaPath: string, method: string, status: number, type: string, body: unknown) => void;

export async function open(): Promise<void> {
  const { group: made, ...cast } = await fullGroup();
  [people, group] = [cast, made.slug];
  app = await startApp({ env: { DATABASE_URL: urlOf(databaseAddress()) } });
  document = (await (await fetch(`${app.url}/api/v1/openapi.json`)).json()) as Document;
  validate = validator(document);
  const clients = Object.entries(cast).map(async ([name, member]) => [name, await clientOf(member)]);
  api = Object.fromEntries(await Promise.all(clients)) as typeof api;
}

export async function close(): Promise<void> {
  await app?.stop();
}

export async function tokenOf(
  member: Member,
  terms: Parameters<typeof createToken>[2] = {}
): Promise<string> {
  return (await createToken(await emailOf(member), 'test', terms)).token;
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
export function must<Data>({
  data,
  error,
  response
}: {
  data?: Data;
  error?: unknown;
  response: Response;
}): Data {
  expect(response.ok, `${response.url}: ${JSON.stringify(error)}`).toBe(true);
  return data as Data;
}

export const inGroup = <More extends Record<string, string>>(more: More = {} as More) => ({
  params: { path: { group, ...more } }
});

type Asked = { [Path in keyof paths]: `${Uppercase<Methods<Path>>} ${Path}` }[keyof paths];
type Methods<Path extends keyof paths> = {
  [Method in 'get' | 'post' | 'put' | 'patch' | 'delete']: paths[Path] extends Record<Method, object>
    ? Method
    : never;
}['get' | 'post' | 'put' | 'patch' | 'delete'];

/** Asks for an operation by its name, as one of the cast, and says what it answered. @param given for the parameters of its path */
export async function does<Answer = Record<string, unknown>>(
  who: Name,
  what: Asked,
  given: Record<string, string> = {},
  body: object | undefined = undefined
): Promise<Answer> {
  const [method, path] = what.split(' ') as ['GET', keyof paths];
  const init = { params: { path: { group, ...given } }, ...(body && { body }) };
  const ask = api[who][method] as (
    at: string,
    init: object
  ) => Promise<{ data?: Answer; response: Response }>;
  return must(await ask(path, init));
}

/** Proposes a paper of this title, as Emmy. @returns the nomination's id */
export async function proposed(title: string): Promise<string> {
  const paper = await somePaper(title);
  const answer = await api.emmy.POST('/groups/{group}/queue', {
    ...inGroup(),
    body: { paper, pitch: 'Because.' }
  });
  return must(answer).nominationId;
}

export const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
export const occasion = { title: 'Weekly', date: tomorrow.slice(0, 10), time: '18:00', duration: 60 };

/** Asks as a client that knows nothing of the document does. */
export const ask = (
  token: string,
  at: string,
  init: RequestInit & { headers?: Record<string, string> } = {}
) =>
  fetch(`${app.url}/api/v1${at}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...init.headers }
  });
