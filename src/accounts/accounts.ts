import * as v from 'valibot';

/** Someone signed in, as pages may know them. */
export interface Account {
  id: string;
  email: string;
  name: string;
  /** Runs this installation. */
  isOperator: boolean;
  /** The IANA zone they want to see times in; without one it is their browser's. */
  timezone?: string | null;
}

/** The browser that asks, as far as limits and sessions know it. */
export interface Visitor {
  /** As it names itself. */
  userAgent: string;
  /** Where it asks from. */
  address: string;
  /** The id in its device cookie. */
  device: string | null;
}

/** What a mailed link does: show that an address is theirs, choose a new password, or move to another address. */
export type LinkPurpose = 'verify' | 'reset' | 'change';

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
// at most no less than 64). What is easy to guess in spite of it is refused by the server (`strength.server.ts`).
const shortestPassword = 10;

export const Password = v.pipe(
  v.string(),
  v.minLength(shortestPassword, `Use at least ${shortestPassword} characters; a short sentence is good.`),
  v.maxLength(1000, 'A password has at most 1,000 characters.'),
  v.check((text) => new Set(text).size >= 5, 'This password is too easy to guess: it repeats itself.')
);

export const SignUpForm = v.object({ name: Name, email: Email, password: Password });

export const SignInForm = v.object({ email: v.pipe(v.string(), v.trim()), password: v.string() });

export const NameForm = v.object({ name: Name });

/** The IANA zone one sees times in; empty leaves it to the browser. */
export const ZoneForm = v.object({
  timezone: v.pipe(
    v.optional(v.string(), ''),
    v.check(
      (zone) => zone === '' || Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC',
      'Choose a time zone such as Europe/Berlin.'
    )
  )
});

export const PasswordForm = v.object({ oldPassword: v.string(), newPassword: Password });

/** Asks for a link by which to choose a new password. */
export const ResetForm = v.object({ email: Email });

export const NewPasswordForm = v.object({ password: Password });

/** The address mail should go to from now on. */
export const AddressForm = v.object({ email: Email });

/** A code of six digits from an authenticator app, or a recovery code. */
export const CodeForm = v.object({
  code: v.pipe(v.string(), v.trim(), v.nonEmpty('Give the code.'), v.maxLength(40, 'That is not a code.'))
});

/** What a browser answers to a passkey's challenge; the library checks the rest. */
export const PasskeyAnswer = v.object({ response: v.looseObject({ id: v.string() }) });

/** The same for a new one, with what its owner calls it. */
export const PasskeyForm = v.object({
  ...PasskeyAnswer.entries,
  name: v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty('Give the passkey a name.'),
    v.maxLength(60, 'A name has at most 60 characters.')
  )
});

/** Whether an address belongs to one of these mail domains. */
export function isAt(email: string, domains: readonly string[]): boolean {
  return domains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase());
}

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
