import { permissions } from '#groups/permissions.ts';
import type { Declared, Operation } from '#routes/api/operation.server.ts';
import type { App } from '../support/app.ts';
import { operations } from './operations.ts';
import type { Place, Scene, Walker } from './scene.ts';
import { actions, pages, type Asks, type Entry } from './table.ts';

/* How the walk asks: everything there is to be asked, and one question put by somebody. */

/** Where it walks; set before the first question. */
export const ground = {} as { app: App; scene: Scene };

type Routes = Record<string, () => Promise<Record<string, unknown>>>;

// The sources themselves say what there is: a page, its actions, the methods of an endpoint.
const pageFiles = Object.keys(import.meta.glob('/src/routes/**/+page.svelte'));
const serverFiles = import.meta.glob('/src/routes/**/+page.server.ts') as Routes;
const endpointFiles = import.meta.glob('/src/routes/**/+server.ts') as Routes;
const routeOf = (file: string) => file.replace('/src/routes', '').replace(/\/\+[^/]+$/, '') || '/';

const entryOf = (row: Asks | Entry): Entry => (typeof row === 'string' ? { asks: row } : row);

/** What is asked, whoever asks it. */
export interface Question {
  name: string;
  method: string;
  route: string;
  entry: Entry;
  kind: 'page' | 'action' | 'script' | 'operation';
  /** What an operation says of itself. */
  declared?: Declared;
}

export const bodiless = ['GET', 'HEAD'];

export async function everythingThereIs(): Promise<{ questions: Question[]; missing: string[] }> {
  const questions: Question[] = [];
  const missing: string[] = [];
  const ask = (name: string, table: typeof pages, rest: Omit<Question, 'name' | 'entry'>) => {
    const row = table[name];
    if (row) questions.push({ name, entry: entryOf(row), ...rest });
    else missing.push(name);
  };
  const loads = new Set(Object.keys(serverFiles).map(routeOf));
  for (const route of new Set([...pageFiles.map(routeOf), ...loads]))
    ask(route, pages, { method: 'GET', route, kind: 'page' });
  for (const [file, load] of Object.entries(serverFiles)) {
    const route = routeOf(file);
    for (const name of Object.keys(((await load()).actions as object | undefined) ?? {})) {
      const known = name === 'default' ? route : `${route}?/${name}`;
      ask(known, actions, { method: 'POST', route, kind: 'action' });
    }
  }
  for (const [file, load] of Object.entries(endpointFiles)) {
    const route = routeOf(file);
    for (const [method, handler] of Object.entries(await load()).filter(([name]) => /^[A-Z]+$/.test(name))) {
      const { declared } = handler as Partial<Operation>;
      if (route.startsWith('/api/'))
        ask(`${method} ${route}`, operations, {
          method,
          route,
          kind: 'operation',
          ...(declared && { declared })
        });
      else if (bodiless.includes(method)) ask(route, pages, { method, route, kind: 'page' });
      else ask(route, actions, { method, route, kind: 'script' });
    }
  }
  return { questions, missing };
}

export const aboutGroups = ({ entry }: Question) => entry.asks in permissions || entry.aboutGroup;

export const placeFor = ({ kind }: Question, walker: Walker): Place =>
  (kind === 'operation' ? ground.scene.apiPlaces : ground.scene.places)[walker];

export interface Answer {
  status: number;
  location: string;
  body: string;
  statements: number;
}

/** The address of a route at a place: `[id]` is a note or a meeting, whatever it lies below. */
export function addressOf({ route, name, entry }: Question, at: Place): string {
  const filled = route.replace(/\[(\w+)\]/g, (_, param: string) => {
    if (entry.params?.[param]) return at[entry.params[param]]!;
    if (param === 'id') return (route.includes('notes') ? at.note : at.meeting)!;
    if (param === 'date') return '2026-05-04';
    if (param === 'list') return 'queue';
    if (param === 'form') return 'atom';
    return at[param] ?? `no-${param}`;
  });
  const action = name.includes('?/') && name.slice(name.indexOf('?/') + 1);
  const query = [action, entry.query === 'group' ? `group=${at.group}` : entry.query]
    .filter(Boolean)
    .join('&');
  return query ? `${filled}?${query}` : filled;
}

/** Puts a question as somebody, about the things of a place; in the API by a token of theirs. */
export async function put(
  question: Question,
  walker: Walker,
  at: Place,
  bearer = ground.scene.bearers[walker]
): Promise<Answer> {
  const { method, kind, entry } = question;
  const headers: Record<string, string> = { origin: ground.app.url, accept: 'text/html' };
  if (kind === 'operation' && bearer) headers.authorization = `Bearer ${bearer}`;
  if (kind !== 'operation' && ground.scene.cookies[walker]) headers.cookie = ground.scene.cookies[walker];
  const given = entry.body?.(at) ?? {};
  let body: BodyInit | undefined;
  if (kind === 'action') {
    headers.accept = 'application/json';
    headers['x-sveltekit-action'] = 'true';
    body = formOf(given);
  } else if (!bodiless.includes(method)) {
    headers['content-type'] = 'application/json';
    body = JSON.stringify(given);
  }
  const impatience = new AbortController();
  const response = await fetch(ground.app.url + addressOf(question, at), {
    ...{ method, headers, redirect: 'manual', signal: impatience.signal, ...(body !== undefined && { body }) }
  });
  const statements = Number(response.headers.get('x-statements'));
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    impatience.abort();
    return { status: response.status, location: '', body: '', statements };
  }
  const text = await response.text();
  const location = response.headers.get('location') ?? '';
  if (kind !== 'action' || !text.startsWith('{"type"'))
    return { status: response.status, location, body: text, statements };
  const told = JSON.parse(text) as { type: string; status?: number; location?: string };
  return {
    ...{ body: text, statements, location: told.location ?? '' },
    status: told.type === 'error' ? response.status : (told.status ?? response.status)
  };
}

function formOf(given: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(given))
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, one as string);
  return form;
}

/** Whether something came of it. */
export function hasDone({ kind }: Question, { status, location }: Answer): boolean {
  if (kind === 'operation') return status >= 200 && status < 300;
  return status < 400 && !location.startsWith('/sign-in');
}
