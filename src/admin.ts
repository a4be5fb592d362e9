import { parseArgs } from 'node:util';
import * as v from 'valibot';
import * as accounts from '#accounts/accounts.server.ts';
import { SignUpForm } from '#accounts/accounts.ts';
import * as feed from '#papers/feed.server.ts';
import { withInstallation } from '#platform/running.server.ts';
import { CannotStart } from '#platform/start.ts';
import { bringGroup, writeGroup } from './admin/groups.ts';
import { checkNotes, restoreFrom, writeBackup } from './admin/backup.ts';
import { Failure } from './failures.ts';

/*
 * The operator's commands: `npm run admin -- <command>`. Each prints one JSON object on standard output (on standard
 * error where a backup goes out by the former), or one sentence on standard error and exits with 1.
 */

const usage = `Commands:
  user create --email E --name N --password P    makes an account
  token create --email E [--label L]             makes a bearer token for the API
  sessions end --email E                         signs somebody out everywhere
  feed sync --source hf|arxiv --date D           asks a source for the papers of a day (2026-06-12); Hugging
                                                 Face also for a week (2026-W24) or a month (2026-06)
  backup FILE                                    writes everything that is kept to a file; - is standard output
  restore FILE                                   reads a backup into an empty database and checks it; - is input
  check                                          re-reads the log of every note
  export SLUG FILE                               writes a group, as its owners can download it
  import FILE                                    brings a group in from another installation`;

/** Commands about a file, which say by themselves what they did. */
const withFiles: Record<
  string,
  { takes: number; migrated: boolean; run(...names: string[]): Promise<void> }
> = {
  backup: { takes: 1, migrated: false, run: writeBackup },
  restore: { takes: 1, migrated: false, run: restoreFrom },
  export: { takes: 2, migrated: true, run: writeGroup },
  import: { takes: 1, migrated: true, run: bringGroup }
};

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      password: { type: 'string' },
      source: { type: 'string' },
      date: { type: 'string' },
      label: { type: 'string', default: 'made by the operator' }
    }
  });
  const [name, ...files] = positionals;
  if (name && name in withFiles) {
    const { takes, run, migrated } = withFiles[name]!;
    if (files.length !== takes) throw new CannotStart(usage);
    await withInstallation(() => run(...files), { migrated });
  } else {
    const command = commands()[positionals.join(' ')];
    if (!command) throw new CannotStart(usage);
    console.log(JSON.stringify(await withInstallation(() => command(values))));
  }
} catch (failure) {
  console.error(sentenceOf(failure));
  process.exitCode = 1;
}

type Values = Partial<Record<'email' | 'name' | 'password' | 'label' | 'source' | 'date', string>>;

function commands(): Record<string, (values: Values) => Promise<object>> {
  return {
    'user create': async (values) => accounts.register(v.parse(SignUpForm, values)),
    'token create': async ({ email, label = '' }) => {
      if (!email) throw new CannotStart('Name the account: --email E');
      return accounts.createToken(email, label);
    },
    'sessions end': async ({ email }) => {
      if (!email) throw new CannotStart('Name the account: --email E');
      return accounts.endSessionsOf(email);
    },
    check: checkNotes,
    'feed sync': async ({ source, date }) => {
      if (!source || !date) throw new CannotStart('Name the source and the day: --source hf|arxiv --date D');
      return feed.sync(source, date);
    }
  };
}

function sentenceOf(failure: unknown): string {
  if (failure instanceof v.ValiError) {
    return failure.issues.map((issue) => `--${v.getDotPath(issue) ?? 'option'}: ${issue.message}`).join('\n');
  }
  if (failure instanceof Failure || failure instanceof CannotStart) return failure.message;
  return failure instanceof Error && 'code' in failure ? `${failure.message}\n${usage}` : String(failure);
}
