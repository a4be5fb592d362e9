import { subscribe } from 'node:diagnostics_channel';
import process from 'node:process';

/*
 * Loaded before the application (`node --import`): cuts it off as a power failure would, at the moment that
 * CUT_OFF_AT names, such as `committed:3` for the third commit.
 */

const [moment, times] = (process.env.CUT_OFF_AT ?? '').split(':');
let left = Number(times ?? 0);

subscribe('colloquy:notes', (reached) => {
  if (reached === moment && --left === 0) process.kill(process.pid, 'SIGKILL');
});
