import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';

const token = 'a-token-of-an-operator';
let app: App;

beforeAll(async () => {
  app = await startApp({ env: { METRICS_TOKEN: token } });
}, 120_000);

afterAll(() => app.stop());

const ask = (authorization?: string) =>
  fetch(`${app.url}/metrics`, authorization ? { headers: { authorization } } : {});

test('whoever has the operator’s token reads what the process counts', async () => {
  const answer = await ask(`Bearer ${token}`);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  for (const name of [
    'colloquy_notes_open',
    'colloquy_notes_refusals_total',
    'process_resident_memory_bytes'
  ])
    expect(text).toContain(name);
});

test('to everyone else there is no such page', async () => {
  for (const authorization of [undefined, 'Bearer wrong', `Bearer ${token}x`, token]) {
    expect((await ask(authorization)).status).toBe(404);
  }
});
