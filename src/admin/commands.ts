import * as v from 'valibot';
import * as accounts from '#accounts/accounts.server.ts';
import { SignUpForm } from '#accounts/accounts.ts';
import { ScopeWords } from '#accounts/scopes.ts';
import * as feed from '#papers/feed.server.ts';
import { CannotStart } from '#platform/start.ts';
import { checkNotes, restoreFrom, writeBackup } from './backup.ts';
import { bringGroup, writeGroup } from './groups.ts';

/** What may be said beside a command's name, each as `--email E`. */
export const options = ['email', 'name', 'password', 'label', 'scope', 'days', 'source', 'date'] as const;

export type Values = Partial<Record<(typeof options)[number], string>>;

export interface Command {
  /** How many names (of files, of a group) it takes; none unless said. */
  takes?: number;
  /** Whether it works on tables as they are, whatever release made them. */
  asTheyAre?: true;
  /** @returns what it did, as is printed; nothing when it has said so itself */
  run(values: Values, ...names: string[]): Promise<object | void>;
}

/** What a token is good for, and for how long. */
const Terms = v.object({
  scope: v.optional(ScopeWords),
  days: v.optional(
    v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/, 'Give whole days, such as 90.'), v.transform(Number))
  )
});

/** What the operator can ask for, by name. Whatever changes something is written into the log of acts. */
export const commands: Record<string, Command> = {
  'user create': {
    run: (values) => accounts.makeAccount(v.parse(SignUpForm, values))
  },
  'token create': {
    run: async ({ email, label = 'made by the operator', ...terms }) => {
      if (!email) throw new CannotStart('Name the account: --email E');
      const { scope: scopes, days } = v.parse(Terms, terms);
      return accounts.createToken(email, label, { ...(scopes && { scopes }), ...(days && { days }) });
    }
  },
  'sessions end': {
    run: async ({ email }) => {
      if (!email) throw new CannotStart('Name the account: --email E');
      return accounts.endSessionsOf(email);
    }
  },
  'feed sync': {
    run: async ({ source, date }) => {
      if (!source || !date) throw new CannotStart('Name the source and the day: --source hf|arxiv --date D');
      return feed.sync(source, date);
    }
  },
  check: { run: checkNotes },
  backup: { takes: 1, asTheyAre: true, run: (_, file) => writeBackup(file!) },
  restore: { takes: 1, asTheyAre: true, run: (_, file) => restoreFrom(file!) },
  export: { takes: 2, run: (_, slug, file) => writeGroup(slug!, file!) },
  import: { takes: 1, run: (_, file) => bringGroup(file!) }
};
