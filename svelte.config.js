import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter(),
    // `hooks.server.ts` checks where forms come from: mail programs that unsubscribe name no origin.
    csrf: { trustedOrigins: ['*'] },
    csp: {
      mode: 'nonce',
      directives: {
        'default-src': ['self'],
        'base-uri': ['none'],
        'connect-src': ['self'],
        'font-src': ['self'],
        'form-action': ['self'],
        'frame-ancestors': ['none'],
        'img-src': ['self', 'data:'],
        'object-src': ['none'],
        'script-src': ['self'],
        'style-src': ['self']
      }
    },
    typescript: {
      config(tsconfig) {
        tsconfig.include.push('../test/**/*.ts', '../*.ts', '../*.js');
        return tsconfig;
      }
    }
  }
};
