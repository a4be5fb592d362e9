import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { withInstallation } from '#platform/running.server.ts';
import { CannotStart } from '#platform/start.ts';
import { commands, options } from './admin/commands.ts';
import { Failure } from './failures.ts';

/*
 * The operator's commands: `npm run admin -- <command>`. Each prints one JSON object on standard output (on standard
 * error where a backup goes out by the former), or one sentence on standard error and exits with 1.
 */

const usage = `Commands:
  user create --email E --name N --password P    makes an account
  token create --email E [--label L] [--scope S] [--days D]
                                                 makes a bearer token for the API; of all scopes unless some are
                                                 named ("queue:read notes:write"), without an end unless one is
  sessions end --email E                         signs somebody out everywhere
  feed sync --source hf|arxiv --date D           asks a source for the papers of a day (2026-06-12); Hugging
                                                 Face also for a week (2026-W24) or a month (2026-06)
  backup FILE                                    writes everything that is kept to a file; - is standard output
  restore FILE                                   reads a backup into an empty database and checks it; - is input
  check                                          re-reads the log of every note
  export SLUG FILE                               writes a group, as its owners can download it
  import FILE                                    brings a group in from another installation`;

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: Object.fromEntries(options.map((name) => [name, { type: 'string' as const }]))
  });
  const { command, names } = named(positionals);
  const answer = await withInstallation(() => command.run(values, ...names), {
    migrated: !command.asTheyAre
  });
  if (answer) console.log(JSON.stringify(answer));
} catch (failure) {
  console.error(sentenceOf(failure));
  process.exitCode = 1;
}

/** A command has one word or two; what follows are the names it takes. */
function named(words: readonly string[]) {
  for (const length of [1, 2]) {
    const command = commands[words.slice(0, length).join(' ')];
    const names = words.slice(length);
    if (command && names.length === (command.takes ?? 0)) return { command, names };
  }
  throw new CannotStart(usage);
}

function sentenceOf(failure: unknown): string {
  if (failure instanceof v.ValiError) {
    return failure.issues.map((issue) => `--${v.getDotPath(issue) ?? 'option'}: ${issue.message}`).join('\n');
  }
  if (failure instanceof Failure || failure instanceof CannotStart) return failure.message;
  return failure instanceof Error && 'code' in failure ? `${failure.message}\n${usage}` : String(failure);
}
