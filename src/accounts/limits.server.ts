import type { Limit } from '#platform/limits.server.ts';

/* How often the ways into accounts may be tried. */

const minute = 60;
const hour = 60 * minute;
const fromHere = 'Too many attempts from your network.';

/** Wrong passwords from one network, from browsers their accounts do not know. */
export const signInByAddress: Limit = {
  name: 'sign-in-from',
  times: 100,
  seconds: 15 * minute,
  says: fromHere
};

/** Wrong passwords for one address, from browsers that nobody has signed in to it with. */
export const signInByUnknown: Limit = {
  name: 'sign-in-to',
  times: 10,
  seconds: 15 * minute,
  says: 'Too many wrong passwords for this address. A browser you have signed in with before still lets you in, and so does a new password by mail.'
};

/** Wrong passwords for one account, from one browser its owner has signed in with. */
export const signInByKnown: Limit = {
  name: 'sign-in-known',
  times: 10,
  seconds: 15 * minute,
  says: 'Too many wrong passwords.'
};

/** Wrong second factors for one account, from browsers that nobody has signed in to it with. */
export const codesByUnknown: Limit = {
  name: 'code-to',
  times: 10,
  seconds: hour,
  says: 'Too many wrong codes.'
};

/** The same from one browser its owner has signed in with. */
export const codesByKnown: Limit = {
  name: 'code-known',
  times: 10,
  seconds: 15 * minute,
  says: 'Too many wrong codes.'
};

/** Accounts made from one network; a seminar may come at once. */
export const signUps: Limit = {
  name: 'sign-up-from',
  times: 200,
  seconds: hour,
  says: 'Too many new accounts from your network.'
};

/** Resets asked for from one network. */
export const resetsByAddress: Limit = { name: 'reset-from', times: 20, seconds: hour, says: fromHere };

/** Letters with a reset link to one account; the window is as long as a link holds. */
export const resetLetters: Limit = { name: 'reset-to', times: 5, seconds: hour, says: 'Too many letters.' };

/** Letters to addresses that somebody signed in says are theirs. */
export const lettersAsked: Limit = {
  name: 'letters',
  times: 5,
  seconds: hour,
  says: 'We have sent you several letters already.'
};

/** Mailed links and invitations tried from one network. */
export const linksTried: Limit = { name: 'link-from', times: 600, seconds: 15 * minute, says: fromHere };

/** Challenges for passkeys, and visits to the identity provider, begun from one network. */
export const challenges: Limit = {
  name: 'challenge-from',
  times: 1000,
  seconds: 15 * minute,
  says: fromHere
};
