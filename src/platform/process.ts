/**
 * One process holds two module graphs: the entry runs `src` as it stands, the pages run from `build`. What belongs
 * to the process rather than to a graph (the connection pool, the bus, the log) is made once and kept under a
 * symbol both can name.
 */
export function perProcess<T>(name: string, make: () => T): T {
  const shelf = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`colloquy.${name}`);
  return (shelf[key] ??= make());
}
