import { getContext, setContext } from 'svelte';

const key = Symbol('own zone');

/** Says below here which IANA zone the reader chose as theirs; undefined leaves it to their browser. */
export function setOwnZone(zone: () => string | undefined): void {
  setContext(key, zone);
}

/** The zone that the reader chose as theirs, if they did. */
export function ownZone(): () => string | undefined {
  return getContext<(() => string | undefined) | undefined>(key) ?? (() => undefined);
}
