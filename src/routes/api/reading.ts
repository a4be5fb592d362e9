/* The API's document as its page shows it: by what it is about, fields in a line each. */

interface Schema {
  type?: unknown;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  additionalProperties?: Schema | boolean;
  description?: string;
  $ref?: string;
}

interface Parameter {
  name: string;
  in: string;
  required: boolean;
  schema: unknown;
  description?: string;
}

interface Described {
  summary: string;
  tags?: string[];
  security: { token: string[] }[];
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: unknown }> };
  responses: Record<string, { content?: Record<string, { schema: unknown }> }>;
}

interface Document {
  tags: readonly { name: string; description: string }[];
  paths: Record<string, Record<string, object>>;
  components: { schemas: Record<string, unknown> };
}

/** A field of a body, a query or an answer. */
export interface FieldLine {
  name: string;
  type: string;
  isRequired: boolean;
  meaning: string;
}

export interface Shown {
  id: string;
  method: string;
  path: string;
  summary: string;
  scope: string | null;
  query: FieldLine[];
  body: FieldLine[];
  status: string;
  answer: FieldLine[];
}

export interface Chapter {
  name: string;
  meaning: string;
  operations: Shown[];
}

/** The document in chapters: one a noun, and one for what needs no scope. */
export function chapters({ tags, paths, components }: Document): Chapter[] {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ path, method, one: one as Described }))
  );
  const about = [{ name: 'account', description: 'who you are' }, ...tags];
  return about.map(({ name, description }) => ({
    name,
    meaning: description,
    operations: all
      .filter(({ one }) => (one.tags?.[0] ?? 'account') === name)
      .map(({ path, method, one }) => shown(path, method, one, components.schemas))
  }));
}

function shown(path: string, method: string, one: Described, named: Record<string, unknown>): Shown {
  const [status = '', answer] = Object.entries(one.responses).find(([code]) => code.startsWith('2')) ?? [];
  const bodySchema = Object.values(one.requestBody?.content ?? {})[0]?.schema as Schema | undefined;
  const answerSchema = Object.values(answer?.content ?? {})[0]?.schema as Schema | undefined;
  const query = one.parameters.filter((parameter) => parameter.in === 'query');
  return {
    id: `${method}${path.replace(/\W+/g, '-')}`,
    ...{ method: method.toUpperCase(), path, summary: one.summary, status },
    scope: one.security[0]?.token[0] ?? null,
    query: query.map(({ name, schema, required, description = '' }) => ({
      ...{ name, type: typeOf(schema as Schema), isRequired: required, meaning: description }
    })),
    body: fields(bodySchema, named),
    answer: fields(answerSchema, named)
  };
}

function fields(schema: Schema | undefined, named: Record<string, unknown>): FieldLine[] {
  if (!schema) return [];
  const { $ref } = schema;
  if ($ref) return fields(named[nameIn($ref)] as Schema, named);
  const choices = schema.anyOf ?? schema.oneOf ?? [];
  if (choices.length > 0 && !schema.properties) return merged(choices.map((one) => fields(one, named)));
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    type: typeOf(field),
    isRequired: schema.required?.includes(name) ?? false,
    meaning: field.description ?? ''
  }));
}

/** The fields of bodies of which one is chosen, each once. */
function merged(choices: FieldLine[][]): FieldLine[] {
  const byName = Map.groupBy(choices.flat(), ({ name }) => name);
  return [...byName.values()].map((same) => ({
    ...same[0]!,
    type: [...new Set(same.map(({ type }) => type))].join(' or '),
    isRequired: same.length === choices.length && same.every(({ isRequired }) => isRequired)
  }));
}

const nameIn = (ref: string) => ref.split('/').at(-1) ?? ref;

function typeOf(schema: Schema): string {
  if (schema.$ref) return nameIn(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' or ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(typeOf))].join(' or ');
  if (schema.type === 'array') return `list of ${schema.items ? typeOf(schema.items) : 'anything'}`;
  if (schema.format) return schema.format;
  if (schema.properties) return `{ ${Object.keys(schema.properties).join(', ')} }`;
  return typeof schema.type === 'string' ? schema.type : 'anything';
}
