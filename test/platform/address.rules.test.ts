import { expect, test } from 'vitest';
import { addressIn } from '#platform/address.ts';
import { whyUnfit } from '#platform/greeting.server.ts';

const plain = 'postgres://colloquy:secret@db.example.org/colloquy';
const at = (asked: string) => addressIn(`${plain}?${asked}`);

test('an address says host, port, database, user and password, and what it leaves out is as PostgreSQL has it', () => {
  const whole = { host: 'db.example.org', port: 5433, database: 'reading', user: 'ada', password: 'p/w#d' };
  expect(addressIn('postgresql://ada:p%2Fw%23d@db.example.org:5433/reading')).toEqual(whole);
  expect(addressIn('postgres://ada@[::1]')).toEqual({
    ...{ host: '::1', port: 5432, database: 'ada', user: 'ada', password: '' }
  });
  expect(addressIn('postgres://ada:x@%2Fvar%2Frun/reading').host).toBe('/var/run');
});

test.each([
  ['postgres://ada:p/w#d@db.example.org/x', /%2F/],
  ['postgres://ada:100%@db.example.org/x', /%25/],
  ['postgres://ada:x@db.example.org:99999999/x', /cannot be read/],
  [`${plain}?sslmode=please`, /“please”.*disable, require, verify-ca or verify-full/],
  [`${plain}?sslmode=verify-full&sslrootcert=/nowhere/ca.pem`, /certificates that cannot be read/],
  [`${plain}?channel_binding=require`, /“channel_binding”.*sslmode and sslrootcert/]
])('%s is refused by a sentence that helps, and keeps the password to itself', (text, sentence) => {
  expect(() => addressIn(text)).toThrow(sentence);
  expect(() => addressIn(text)).not.toThrow(/p\/w|100%@|secret/);
});

test('how a line is encrypted goes by the words of PostgreSQL: only on request, and checked as far as asked', () => {
  expect(addressIn(plain).ssl).toBeUndefined();
  expect(at('sslmode=disable').ssl).toBeUndefined();
  expect(at('sslmode=require').ssl).toEqual({ host: 'db.example.org', rejectUnauthorized: false });
  expect(at('sslmode=verify-full').ssl).toEqual({ host: 'db.example.org' });
  const certificate = at('sslmode=require&sslrootcert=package.json').ssl!;
  expect(certificate.rejectUnauthorized).toBeUndefined();
  expect(certificate.ca).toContain('colloquy');
  const anyName = at('sslmode=verify-ca').ssl!.checkServerIdentity!;
  expect(anyName('elsewhere.example', {} as never)).toBeUndefined();
  expect(at('sslmode=verify-full&sslrootcert=system').ssl!.checkServerIdentity).toBeUndefined();
});

test('a database is fit that is new enough, keeps every letter, and can be written to', () => {
  const fit = { version: 160_004, encoding: 'UTF8', isFollowing: false };
  expect(whyUnfit(fit)).toBeUndefined();
  expect(whyUnfit({ ...fit, version: 150_013 })).toMatch(/version 15; Colloquy needs 16/);
  expect(whyUnfit({ ...fit, encoding: 'LATIN1' })).toMatch(/LATIN1.*UTF8/);
  expect(whyUnfit({ ...fit, isFollowing: true })).toMatch(/follows another one/);
});
