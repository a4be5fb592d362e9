import * as v from 'valibot';

/** Someone signed in, as pages may know them. */
export interface Account {
  id: string;
  email: string;
  name: string;
  /** Runs this installation. */
  isOperator: boolean;
}

const Email = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('Give an e-mail address.'),
  v.email('That is not an e-mail address.'),
  v.maxLength(254, 'An e-mail address has at most 254 characters.')
);

export const Name = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('Give a name others will know you by.'),
  v.maxLength(80, 'A name has at most 80 characters.')
);

// Length is what counts: OWASP Authentication Cheat Sheet (at least 8 with a second factor, 15 or a check without;
// at most no less than 64). The rule that refuses common ones is `weaknessOf`.
const shortestPassword = 10;

export const Password = v.pipe(
  v.string(),
  v.minLength(shortestPassword, `Use at least ${shortestPassword} characters; a short sentence is good.`),
  v.maxLength(1000, 'A password has at most 1,000 characters.'),
  v.check((text) => new Set(text).size >= 5, 'This password is too easy to guess: it repeats itself.')
);

export const SignUpForm = v.pipe(
  v.object({ name: Name, email: Email, password: Password }),
  v.forward(
    v.check(
      ({ email, password }) => !password.toLowerCase().includes(email.toLowerCase().split('@')[0] ?? email),
      'This password is too easy to guess: it contains your e-mail name.'
    ),
    ['password']
  )
);

export const SignInForm = v.object({ email: v.pipe(v.string(), v.trim()), password: v.string() });

export const NameForm = v.object({ name: Name });

export const PasswordForm = v.object({ oldPassword: v.string(), newPassword: Password });

/** A browser as a person would name it, from its User-Agent: `Firefox on Linux`. */
export function browserOf(userAgent: string): string {
  const browser = browsers.find(([, mark]) => mark.test(userAgent))?.[0];
  const system = systems.find(([, mark]) => mark.test(userAgent))?.[0];
  if (!browser && !system) return 'An unknown browser';
  return [browser ?? 'A browser', system].filter(Boolean).join(' on ');
}

// In this order: Edge and Opera call themselves Chrome too, Chrome calls itself Safari, Android says Linux.
const browsers: readonly [string, RegExp][] = [
  ['Edge', /\bEdg/],
  ['Opera', /\bOPR\//],
  ['Firefox', /\bFirefox\//],
  ['Chrome', /\b(Headless)?Chrome\//],
  ['Safari', /\bSafari\//]
];
const systems: readonly [string, RegExp][] = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/]
];
