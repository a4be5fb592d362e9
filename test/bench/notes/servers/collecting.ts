import process from 'node:process';

/* Collects garbage when the benchmark asks, so that memory is what is held and not what was left behind. */

process.on('SIGUSR2', () => {
  globalThis.gc?.();
  globalThis.gc?.();
  console.log('collected');
});
