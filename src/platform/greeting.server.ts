import { setTimeout as wait } from 'node:timers/promises';
import type { DatabaseAddress } from '#platform/address.ts';
import { databaseAddress, driver, outageIn, ownConnection } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { CannotStart } from '#platform/start.ts';

/* Whether a database can be used, before anything is done with it. */

/** Milliseconds in which a database answers at all, and in which a message comes round. */
const patience = 12_000;

/** What must be known of it. */
export interface Facts {
  /** As `server_version_num` has it: 180004. */
  version: number;
  encoding: string;
  /** Whether it follows another one, or still reads its own log after a crash or a restore. */
  isFollowing: boolean;
}

/** Asks the database who it is. @throws CannotStart with a sentence when it cannot be reached or used */
export async function greetDatabase(): Promise<void> {
  const address = databaseAddress();
  const late = wait(patience, undefined, { ref: false }).then(() => {
    throw Object.assign(new Error('no answer'), { code: 'CONNECT_TIMEOUT' });
  });
  const facts = await Promise.race([ask(), late]).catch((cause: unknown) => {
    throw new CannotStart(whyAway(cause as Refusal, address), { cause });
  });
  const why = whyUnfit(facts);
  if (why) throw new CannotStart(`The PostgreSQL at ${placeOf(address)} ${why}`);
  if (!(await passesMessages()))
    throw new CannotStart(
      `What is sent through ${placeOf(address)} is not heard there (LISTEN, NOTIFY). A pooler such as PgBouncer must ` +
        'pool by session, or DATABASE_URL lead past it: see docs/growing.md.'
    );
}

async function ask(): Promise<Facts> {
  const [facts] = await driver()<Facts[]>`
    select current_setting('server_version_num')::int as version, pg_is_in_recovery() as "isFollowing",
           current_setting('server_encoding') as encoding`;
  return facts!;
}

/** Why a database cannot be used, to be read after its name; undefined when it can. */
export function whyUnfit({ version, encoding, isFollowing }: Facts): string | undefined {
  const major = Math.floor(version / 10_000);
  if (major < 16) return `is of version ${major}; Colloquy needs 16 or newer.`;
  if (encoding !== 'UTF8')
    return `keeps text as ${encoding}. Make a database that keeps it as UTF8: createdb --encoding=UTF8 --template=template0 …`;
  if (isFollowing)
    return 'only answers questions: it follows another one, or still reads its log. Name the one that is written to, or try again in a moment.';
  return undefined;
}

/** By transaction a pooler hands our listening connection to somebody else, and nothing is ever heard. */
async function passesMessages(): Promise<boolean> {
  const ears = ownConnection();
  const heard = Promise.withResolvers<boolean>();
  const channel = `greeting_${newId().toLowerCase()}`;
  try {
    await ears.listen(channel, () => heard.resolve(true));
    await driver().notify(channel, '');
    return await Promise.race([heard.promise, wait(patience / 3, false, { ref: false })]);
  } finally {
    await ears.end({ timeout: 0 });
  }
}

type Refusal = Error & { code?: string };

function whyAway(failure: Refusal, address: DatabaseAddress): string {
  const { message, code = '' } = failure;
  const place = placeOf(address);
  const { user, database, ssl } = address;
  if (/^28/.test(code))
    return `The PostgreSQL at ${place} does not let ${user} in: ${message}. Look at user and password in DATABASE_URL.`;
  if (code === '3D000')
    return `There is no database “${database}” at ${place}. Make it there: createdb --owner=${user} ${database}`;
  if (/unsupported startup parameter/.test(message))
    return `The pooler at ${place} does not take what Colloquy says of its connections (${message}): see docs/growing.md.`;
  if (ssl && /^(ECONNRESET|EPROTO|ERR_SSL)/.test(code))
    return `The PostgreSQL at ${place} does not encrypt its lines (${code}). If that is as it should be: sslmode=disable in DATABASE_URL.`;
  if (/CERT|ISSUER|LEAF|ALTNAME/.test(code))
    return (
      `The certificate of the PostgreSQL at ${place} is not trusted: ${message}. Name the file of whoever issued it ` +
      'in DATABASE_URL: ?sslmode=verify-full&sslrootcert=/path/to/ca.pem'
    );
  if (outageIn(failure) || code === 'ENOTFOUND')
    return `No PostgreSQL answers at ${place} (${code}). Does it run there, and is DATABASE_URL right?`;
  return `The PostgreSQL at ${place} cannot be used: ${message}`;
}

function placeOf({ host, port }: DatabaseAddress): string {
  return `${host}:${port}`;
}
