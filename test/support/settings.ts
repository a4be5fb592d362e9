import { afterAll } from 'vitest';

/**
 * Gives this test file settings of its own, as the environment has them; those of the process come back after it. Stands
 * first in the file: what opens a database or sends mail looks at the settings.
 */
export function useSettings(own: Record<string, string>): void {
  const before = { ...process.env };
  Object.assign(process.env, own);
  forget();
  afterAll(() => {
    process.env = before;
    forget();
  });
}

/** What a process reads of its settings, or makes by them, once. */
function forget(): void {
  const shelf = globalThis as unknown as Record<symbol, unknown>;
  for (const name of ['config', 'log', 'mail', 'lucia', 'oidc']) delete shelf[Symbol.for(`colloquy.${name}`)];
}
