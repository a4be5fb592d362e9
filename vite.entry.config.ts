import { defineConfig } from 'vite';

/*
 * The process around the pages and the operator's commands, bundled beside them as `build/colloquy.js` and `build/admin.js`.
 * Node runs their sources as well, as it does in development; but for each file of drizzle-orm, and each import of it, Node
 * reads the 180 kB of that package's exports anew, which was half the work of a start and three quarters of a command's.
 */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: ['drizzle-orm'] },
  build: {
    ssr: true,
    target: 'node22',
    outDir: 'build',
    emptyOutDir: false,
    rolldownOptions: {
      input: { colloquy: 'src/server.ts', admin: 'src/admin.ts' },
      // All beside one another: `src/web.ts` looks for the pages from where it is.
      output: { entryFileNames: '[name].js', chunkFileNames: 'colloquy-[name]-[hash].js' }
    }
  }
});
