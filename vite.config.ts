import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * SvelteKit's route announcer hides itself by an inline style, which the content policy refuses. The same is said in
 * `ui/shared.css`, so it is left out.
 */
const withoutInlineStyle: Plugin = {
  name: 'without-inline-style',
  enforce: 'pre',
  transform(code, id) {
    return id.endsWith('/generated/root.svelte')
      ? code.replace(/(id="svelte-announcer"[^>]*?) style="[^"]*"/, '$1')
      : null;
  }
};

/**
 * SvelteKit hashes all of a page for an ETag. Each of our pages holds a nonce of its own, so none ever matches, and the
 * hash was a seventh of the work of a long page.
 */
const withoutEtag: Plugin = {
  name: 'without-etag',
  transform(code, id) {
    if (!id.endsWith('/kit/src/runtime/server/page/render.js')) return null;
    const without = code.replace(/headers\.set\('etag', [^;]*;/, '');
    if (without === code) this.error('SvelteKit makes the ETag of a page elsewhere now.');
    return without;
  }
};

export default defineConfig({
  plugins: [withoutInlineStyle, withoutEtag, sveltekit()],
  // As in `vite.entry.config.ts`.
  ssr: { noExternal: ['drizzle-orm'] },
  test: {
    // Tests wait for processes and databases as long as they compute: no core is kept free for the runner.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['test/**/*.rules.test.ts'],
          testTimeout: 30_000,
          environment: 'node',
          // They have nothing to keep from one another.
          isolate: false
        }
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['test/**/*.server.test.ts'],
          environment: 'node',
          // The application is read once for all files of a process; each has a database and settings of its own.
          isolate: false,
          env: { COUNT_STATEMENTS: 'on' },
          globalSetup: ['test/support/postgres.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000
        }
      }
    ]
  }
});
