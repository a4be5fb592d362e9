import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { perProcess } from '#platform/process.ts';

/** What this process is busy with: a request, or a job that a request caused. */
export interface Errand {
  /** Goes from a request to the jobs it asks for, and into each log line on the way. */
  id: string;
  /** The pattern of the page's address, without what stands in its place: `/g/[group]/queue`. */
  route?: string;
}

const storage = perProcess('errand', () => new AsyncLocalStorage<Errand>());

/** Does `work` as part of an errand. */
export function onErrand<T>(errand: Errand, work: () => T): T {
  return storage.run(errand, work);
}

/** The errand this is part of, if it is part of one. */
export function currentErrand(): Errand | undefined {
  return storage.getStore();
}

/** An id that a proxy gave to a request is kept if it looks like one, so that its log and ours can be laid side by side. */
export function errandId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.:-]{8,64}$/.test(given) ? given : randomUUID();
}
