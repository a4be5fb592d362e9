import { perProcess } from '#platform/process.ts';

/*
 * On its way out an instance first says so, while it still does everything, and then lets go. Streams that never end
 * by themselves end by its signal, and their readers come back to another instance.
 */

const state = perProcess('leaving', () => ({ announced: false, letGo: new AbortController() }));

/** From now on balancers are told to send nobody here. */
export function announceLeaving(): void {
  state.announced = true;
}

/** Whether this instance is on its way out. */
export function isLeaving(): boolean {
  return state.announced;
}

/** Ends what would stay open. */
export function letGo(): void {
  state.letGo.abort();
}

/** Aborts when what stays open must end. */
export function goodbye(): AbortSignal {
  return state.letGo.signal;
}
