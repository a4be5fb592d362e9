import { expect, test } from 'vitest';
import { sign, unsign } from '#platform/signing.server.ts';
import { useDatabase } from '../support/database.ts';

useDatabase();

const later = new Date(Date.now() + 60_000);

test('a signed word says what it was signed for, to its purpose alone, until it expires', async () => {
  const word = await sign('rsvp', ['meeting', 'ada'], later);
  expect(word).toMatch(/^[\w-]+\.[\w-]+$/);
  expect(await unsign('rsvp', word)).toEqual(['meeting', 'ada']);
  expect(await unsign('unsubscribe', word)).toBeNull();
  expect(await unsign('rsvp', await sign('rsvp', ['meeting', 'ada'], new Date(Date.now() - 1)))).toBeNull();
});

test('instances that sign for the first time at once use one key', async () => {
  const words = await Promise.all(Array.from({ length: 8 }, () => sign('rsvp', ['x'], later)));
  for (const word of words) expect(await unsign('rsvp', word)).toEqual(['x']);
});

test('a word that was changed anywhere says nothing', async () => {
  const word = await sign('rsvp', ['meeting', 'ada'], later);
  const [body, signature] = word.split('.') as [string, string];
  const forged = Buffer.from(JSON.stringify([later.getTime() + 1, 'meeting', 'emmy'])).toString('base64url');
  for (const other of [
    `${forged}.${signature}`,
    body,
    `${body}.`,
    `.${signature}`,
    `${word}.`,
    '',
    'x.y',
    `${body}.${signature}AA`
  ])
    expect(await unsign('rsvp', other)).toBeNull();
});
