import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isNull } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as accounts from '#accounts/accounts.server.ts';
import type { Account } from '#accounts/accounts.ts';
import { act } from '#accounts/schema.ts';
import * as groups from '#groups/groups.server.ts';
import { group } from '#groups/schema.ts';
import type { Member } from '#groups/groups.ts';
import { connect, database, databaseAddress, disconnect } from '#platform/database.server.ts';
import { commands, type Values } from '../../src/admin/commands.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, password, person } from '../support/factories.ts';
import { bareDatabase } from '../support/operator.ts';
import { upstream, useUpstream } from '../support/feed.ts';
import { toy } from '../support/upstream.ts';

useUpstream();
useDatabase();

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'colloquy-commands-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const file = (name: string) => path.join(folder, name);
let root: Account, emmy: Account, ada: Member;

beforeAll(async () => {
  root = await person('Root');
  emmy = await person('Emmy');
  ({ ada } = await fullGroup());
  upstream.featured = [{ paper: toy(1), day: '2026-06-12', upvotes: 3 }];
});

/** A command with what it takes, and what the log says of it: after whoever did it, in the order in which they are run. */
interface Row {
  values?: () => Values;
  names?: () => string[];
  /** Null for what only looks. */
  says: RegExp | null;
  /** Whether the owners of the group it was done to read it, too. */
  aboutGroup?: true;
}

const table: Record<string, Row> = {
  'user create': {
    values: () => ({ email: 'new@example.org', name: 'Noether', password }),
    says: /^made the account of Noether$/
  },
  'token create': {
    values: () => ({ email: emmy.email, label: 'script' }),
    says: /^made an API token for Emmy: script$/
  },
  'sessions end': { values: () => ({ email: emmy.email }), says: /^signed Emmy out everywhere$/ },
  'feed sync': {
    values: () => ({ source: 'hf', date: '2026-06-12' }),
    says: /^asked a source for papers: hf, 2026-06-12$/
  },
  check: { says: null },
  export: {
    names: () => [ada.groupSlug, file('group.zip')],
    says: /^exported the group: Grokking club$/,
    aboutGroup: true
  },
  import: {
    names: () => [file('group.zip')],
    says: /^imported a group: Grokking club$/,
    aboutGroup: true
  },
  backup: { names: () => [file('all.backup')], says: /^took a backup$/ },
  restore: { names: () => [file('all.backup')], says: /^restored a backup: \d{4}-/ }
};

test('every command of the operator is tried here, and no other', () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(commands).sort());
});

test('whatever a command changes stands in the log of the installation, and of the group it was done to', async () => {
  for (const [name, { values, names, says, aboutGroup }] of Object.entries(table)) {
    const home = databaseAddress();
    const empty = name === 'restore' ? await bareDatabase() : null;
    if (empty) {
      await disconnect();
      connect(empty.url);
    }
    // It comes from elsewhere: here it is gone.
    if (name === 'import') await database().delete(group);
    const before = empty ? 0 : await database().$count(act, isNull(act.groupId));
    await commands[name]!.run(values?.() ?? {}, ...(names?.() ?? []));
    const { acts } = await accounts.actsHere({ ...root, isOperator: true }, { subject: null, page: 1 });
    if (says) {
      expect(acts[0], name).toMatchObject({ by: null, says: expect.stringMatching(says) });
    } else expect(await database().$count(act, isNull(act.groupId)), name).toBe(before);
    if (aboutGroup) {
      const { acts: told } = await groups.acts(ada, { subject: null, page: 1 });
      expect(told[0], name).toMatchObject({ by: null, says: expect.stringMatching(says!) });
    }
    if (!empty) continue;
    await disconnect();
    connect(home);
    await empty.drop();
  }
}, 60_000);
