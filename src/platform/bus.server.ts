import { sql } from 'drizzle-orm';
import { database, driver, type Transaction } from '#platform/database.server.ts';
import { log } from '#platform/log.server.ts';
import { perProcess } from '#platform/process.ts';

/**
 * Wake-ups between processes, over PostgreSQL LISTEN/NOTIFY. A message says that something changed, never what:
 * receivers read the rows they may see. A message published in a transaction goes out when it commits.
 */
export interface Message {
  /** Who is concerned, such as `group:<id>`. */
  topic: string;
  /** What changed, such as `queue`. */
  kind: string;
}

type Listener = (message: Message) => void;

const channel = 'colloquy';
const state = perProcess('bus', () => ({
  listeners: new Map<string, Set<Listener>>(),
  stop: undefined as (() => Promise<void>) | undefined
}));

/** Starts listening; after a lost connection everyone is woken once, since messages may have been missed. */
export async function openBus(): Promise<void> {
  let connectedBefore = false;
  const listening = await driver().listen(channel, deliver, () => {
    if (connectedBefore) for (const topic of state.listeners.keys()) wake({ topic, kind: 'missed' });
    connectedBefore = true;
  });
  state.stop = () => listening.unlisten();
}

/** Stops listening. */
export async function closeBus(): Promise<void> {
  await state.stop?.();
  state.stop = undefined;
}

/** Tells every process; inside a transaction, once it commits. */
export async function publish(message: Message, within: Transaction | undefined = undefined): Promise<void> {
  await (within ?? database()).execute(sql`select pg_notify(${channel}, ${JSON.stringify(message)})`);
}

/** Calls `listener` for each message on `topic` until the returned function is called. */
export function subscribe(topic: string, listener: Listener): () => void {
  const listeners = state.listeners.get(topic) ?? new Set();
  state.listeners.set(topic, listeners.add(listener));
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && state.listeners.get(topic) === listeners) state.listeners.delete(topic);
  };
}

function deliver(payload: string): void {
  try {
    wake(JSON.parse(payload) as Message);
  } catch (cause) {
    log().warn({ err: cause }, 'a bus message could not be delivered');
  }
}

function wake(message: Message): void {
  for (const listener of state.listeners.get(message.topic) ?? []) listener(message);
}
