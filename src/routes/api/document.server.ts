import { toJsonSchema, type ConversionConfig, type JsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { nounMeanings, nouns } from '#accounts/scopes.ts';
import type { Declared, Operation } from './operation.server.ts';
import * as ballots from './shapes/ballots.ts';
import { Made } from './shapes/common.ts';
import * as meetings from './shapes/meetings.ts';
import * as notes from './shapes/notes.ts';
import * as papers from './shapes/papers.ts';
import * as people from './shapes/people.ts';
import * as queue from './shapes/queue.ts';
import * as week from './shapes/week.ts';

/*
 * The API's document (OpenAPI 3.1), made from the declarations of the operations: from the schemas that read requests and
 * shape answers, so that it cannot say anything else than what happens.
 */

const files = import.meta.glob<Record<string, Partial<Operation>>>([
  './v1/**/+server.ts',
  '!./v1/openapi.json/**'
]);

/** Every operation, by path and method. */
export async function operations(): Promise<Declared[]> {
  const modules = await Promise.all(Object.values(files).map((load) => load()));
  return modules
    .flatMap((module) => Object.values(module))
    .flatMap(({ declared }) => declared ?? [])
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : order(a) - order(b)));
}

const order = ({ method }: Declared) => ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].indexOf(method);

const shapes = { Made, ...people, ...papers, ...queue, ...ballots, ...meetings, ...week, ...notes };

const refs = '#/components/schemas/';
const conversion: ConversionConfig = { target: 'draft-2020-12', errorMode: 'ignore' };
const asInput: ConversionConfig = { ...conversion, typeMode: 'input' };
const asOutput: ConversionConfig = {
  ...conversion,
  typeMode: 'output',
  definitions: shapes,
  overrideRef: ({ referenceId }) => refs + referenceId
};

function schemaOf(schema: v.GenericSchema, config: ConversionConfig): JsonSchema {
  const { $schema: _schema, $defs: _definitions, ...rest } = toJsonSchema(schema, config);
  return rest;
}

/** Problem JSON (RFC 9457), as every refusal comes. */
const Problem = v.object({
  type: v.string(),
  title: v.string(),
  status: v.pipe(v.number(), v.integer()),
  detail: v.string(),
  errors: v.optional(v.array(v.object({ field: v.string(), detail: v.string() })))
});

/** The document. @param origin where this installation is */
export async function document(origin: string) {
  const all = await operations();
  const paths: Record<string, Record<string, object>> = {};
  for (const one of all) {
    const isTagged = all.some(({ path, method }) => path === one.path && method === 'GET');
    (paths[one.path] ??= {})[one.method.toLowerCase()] = described(one, isTagged);
  }
  const named = Object.entries(shapes).map(([name, shape]) => [name, schemaOf(shape, shapeOf(name))]);
  return {
    openapi: '3.1.0',
    info: { title: 'Colloquy', version: '1', description },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ token: [] }],
    tags: nouns.map((name) => ({ name, description: nounMeanings[name] })),
    paths,
    components: {
      schemas: { ...Object.fromEntries(named), Problem: schemaOf(Problem, asInput) },
      responses: {
        Problem: {
          description: 'Refused; `detail` says why, `errors` which fields are at fault',
          content: { 'application/problem+json': { schema: { $ref: `${refs}Problem` } } }
        }
      },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } }
    }
  };
}

/** A shape itself, which is not to be a reference to itself. */
function shapeOf(name: string): ConversionConfig {
  const others = Object.entries(shapes).filter(([other]) => other !== name);
  return { ...asOutput, definitions: Object.fromEntries(others) };
}

const description = [
  'Everything a group does, for programs. Ask with `Authorization: Bearer …`; tokens are made in your settings.',
  'Lists come in pages: `next` (and the `Link` header) leads to the next one.',
  'An answer to GET has an `ETag`; with `If-None-Match` it comes only if it is new, and a change with `If-Match` happens only if nothing changed meanwhile.',
  'A POST with an `Idempotency-Key` happens once in 24 hours, however often it is sent.',
  'Refusals are problem JSON (RFC 9457). `RateLimit` says how many requests are left.'
].join('\n\n');

function described(declared: Declared, isTagged: boolean) {
  const { method, path, summary, scope, query, body } = declared;
  const tag = scope?.split(':')[0];
  return {
    operationId: idOf(method, path),
    summary,
    ...(tag && { tags: [tag] }),
    security: [{ token: scope ? [scope] : [] }],
    parameters: [...pathParameters(path), ...queryParameters(query), ...headerParameters(method, isTagged)],
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, asInput) } } }
    }),
    responses: responsesOf(declared)
  };
}

/** `GET /groups/{group}/queue` → `getGroupsGroupQueue`. */
function idOf(method: string, path: string): string {
  const words = path.match(/[a-z0-9]+/gi) ?? [];
  return method.toLowerCase() + words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
}

const meanings: Record<string, string> = {
  group: 'The group as its address names it: /g/…',
  account: 'The id of an account',
  duty: 'The name of the duty',
  paper: 'The id of a paper'
};

function pathParameters(path: string) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
    description: meanings[name] ?? `The id of the ${name}`
  }));
}

function queryParameters(query: v.GenericSchema | undefined) {
  if (!query) return [];
  const { properties = {}, required = [] } = schemaOf(query, asInput);
  return Object.entries(properties).map(([name, schema]) => ({
    ...{ name, in: 'query', required: required.includes(name), schema }
  }));
}

function headerParameters(method: string, isTagged: boolean) {
  const header = (name: string, meaning: string) => ({
    ...{ name, in: 'header', required: false, description: meaning, schema: { type: 'string' } }
  });
  if (method === 'GET') return [header('If-None-Match', 'The ETag of what you have')];
  if (method === 'POST') return [header('Idempotency-Key', 'Yours to choose; makes it safe to send again')];
  return isTagged ? [header('If-Match', 'The ETag of what you mean to change')] : [];
}

function responsesOf({ method, answer, status = 200, type, body }: Declared) {
  const problem = { $ref: '#/components/responses/Problem' };
  const refusals = [401, 403, 404, 409, 429, ...(method === 'GET' ? [] : [412]), ...(body ? [413] : []), 422];
  return {
    ...(answer
      ? {
          [status]: {
            description: status === 201 ? 'Made' : 'Done',
            content: { [type ?? 'application/json']: { schema: schemaOf(answer, asOutput) } }
          }
        }
      : { 204: { description: 'Done' } }),
    ...(method === 'GET' && { 304: { description: 'You have it already' } }),
    ...Object.fromEntries(refusals.map((code) => [code, problem]))
  };
}
