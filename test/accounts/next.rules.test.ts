import { expect, test } from 'vitest';
import { nextPage } from '#routes/visiting.server.ts';

const after = (next: string) =>
  nextPage(new URL(`https://reading.example.org/sign-in?next=${encodeURIComponent(next)}`));

test('after signing in one goes on to a page of ours', () => {
  expect(after('/g/club/queue?page=2')).toBe('/g/club/queue?page=2');
  expect(nextPage(new URL('https://reading.example.org/sign-in'))).toBe('/');
});

test('and never to another site, however its address is written', () => {
  const elsewhere = ['//evil.example', '/\\evil.example', '/\t/evil.example', '/\n\\evil.example'];
  for (const next of [...elsewhere, 'https://evil.example', 'javascript:alert(1)', '@evil.example']) {
    expect(after(next)).toBe('/');
  }
});
