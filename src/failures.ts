/**
 * What a domain may throw. Each carries the sentence a person reads; `routes/answer.server.ts` is the one place
 * that turns them into a status, a page, a form answer or problem JSON.
 */
export class Failure extends Error {
  readonly status: number;
  /** Field name → sentence to show beside it. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(status: number, message: string, fields: Record<string, string> = {}) {
    super(message);
    this.name = new.target.name;
    this.status = status;
    this.fields = fields;
  }
}

/** Nobody is signed in, or the token does not hold. */
export class SignInNeeded extends Failure {
  constructor(message = 'Please sign in first.') {
    super(401, message);
  }
}

/** The actor sees the thing, and may not do this to it. */
export class Forbidden extends Failure {
  constructor(message: string) {
    super(403, message);
  }
}

/** It does not exist, or the actor may not know that it does: outsiders cannot tell the two apart. */
export class NotFound extends Failure {
  constructor(what = 'This page') {
    super(404, `${what} does not exist, or you cannot see it.`);
  }
}

/** The request was well formed, and the state of things refuses it (a closed ballot, a paper proposed twice). */
export class Conflict extends Failure {
  /** Where what stands in the way can be seen, as a path in the application. */
  readonly see: string | undefined;

  constructor(message: string, fields: Record<string, string> = {}, see?: string) {
    super(409, message, fields);
    this.see = see;
  }
}

/** Input that cannot be taken; `fields` says which and why. */
export class Invalid extends Failure {
  constructor(fields: Record<string, string>, message?: string) {
    super(422, message ?? Object.values(fields)[0] ?? 'That cannot be taken as it is.', fields);
  }
}

/** Too many attempts; `retryAfter` in seconds. */
export class TooMany extends Failure {
  readonly retryAfter: number;

  constructor(retryAfter: number, message = 'Too many attempts. Please wait a little and try again.') {
    super(429, message);
    this.retryAfter = retryAfter;
  }
}

/** The database cannot be asked, or cannot write: nobody's fault, and over in a moment or with a larger disk. */
export class Unavailable extends Failure {
  constructor(outage: 'away' | 'full') {
    super(503, outage === 'away' ? awaySentence : fullSentence);
  }
}

const awaySentence = 'Colloquy cannot reach its database just now. Please try again in a moment.';
const fullSentence =
  'This could not be saved: the disk of the server is full. Please tell whoever runs it, and try again later.';
