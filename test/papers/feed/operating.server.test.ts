import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { group } from '#groups/schema.ts';
import { database, databaseAddress } from '#platform/database.server.ts';
import { useDatabase } from '../../support/database.ts';
import { emptyGroup } from '../../support/factories.ts';
import { toy, Upstream } from '../../support/upstream.ts';

const upstream = await Upstream.start();
useDatabase();
afterAll(() => upstream.stop());
beforeEach(() => upstream.recover());

/** Runs the operator's command in a process of its own. */
async function admin(...args: string[]) {
  const address = databaseAddress();
  const host = encodeURIComponent(address.host);
  const child = spawn(process.execPath, ['build/admin.js', ...args], {
    env: {
      ...process.env,
      ...upstream.env,
      ARXIV_PAUSE_SECONDS: '0.5',
      LOG_LEVEL: 'silent',
      DATABASE_URL: `postgres://${address.user}:${address.password}@${host}:${address.port}/${address.database}`
    },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, said, complained };
}

const sync = (source: string, date: string) => admin('feed', 'sync', '--source', source, '--date', date);

test('an operator asks a source for a day and gets one JSON object', async () => {
  upstream.featured = [{ paper: toy(1), day: '2026-06-12', upvotes: 3 }];
  const { code, said } = await sync('hf', '2026-06-12');
  expect(JSON.parse(said)).toEqual({
    source: 'hf',
    date: '2026-06-12',
    listed: 1,
    newestDay: '2026-06-12',
    stale: false,
    malformed: []
  });
  expect(code).toBe(0);
});

test('what cannot be asked is said in a sentence', async () => {
  upstream.fail('/hf', { kind: 'too many', header: ['Retry-After', '60'] });
  const [empty, strange, busy] = await Promise.all([
    admin('feed', 'sync'),
    sync('hf', 'soon'),
    sync('hf', '2026-06-12')
  ]);
  expect(empty).toMatchObject({ code: 1, complained: expect.stringMatching(/--source hf\|arxiv/) });
  expect(strange).toMatchObject({ code: 1, complained: expect.stringMatching(/such as 2026-06-12/) });
  expect(busy).toEqual({ code: 1, said: '', complained: 'Hugging Face asks to be asked less often.\n' });
});

test('processes that ask arXiv at the same time ask one after the other, with its pause between', async () => {
  const { id } = await emptyGroup();
  await database()
    .update(group)
    .set({ categories: ['cs.LG'] })
    .where(eq(group.id, id));
  upstream.papers = [toy(1, { submitted: '2026-06-09T12:00:00Z' })];
  const days = ['2026-06-08', '2026-06-09', '2026-06-10'];
  const answers = await Promise.all(days.map((day) => sync('arxiv', day)));
  expect(answers.map(({ said }) => JSON.parse(said).listed)).toEqual([0, 0, 1]);
  const moments = upstream.askedFor('/arxiv').map(({ at }) => at);
  expect(moments).toHaveLength(3);
  for (const [index, at] of moments.slice(1).entries()) expect(at - moments[index]!).toBeGreaterThan(450);
});
