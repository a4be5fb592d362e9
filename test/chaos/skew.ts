import process from 'node:process';

/*
 * Loaded before the application (`node --import`): its clock jumps by SKEW_SECONDS when it gets SIGUSR2, as a wall
 * clock does that somebody sets. Time that is measured (performance.now) does not jump, nor does it on a real machine.
 */

const Real = Date;
let shift = 0;

process.on('SIGUSR2', () => {
  shift = Number(process.env.SKEW_SECONDS) * 1000;
  console.log('The clock has jumped.');
});

class Jumping extends Real {
  constructor(...given: []) {
    if (given.length === 0) super(Real.now() + shift);
    else super(...given);
  }

  static override now(): number {
    return Real.now() + shift;
  }
}

globalThis.Date = Jumping as DateConstructor;
