import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { isPublic } from '#webhooks/addresses.ts';
import { newSigningSecret, signed } from '#webhooks/signature.ts';
import { bodyFor, type Told } from '#webhooks/webhooks.ts';

test('only addresses of the public internet may be reached', () => {
  for (const address of [
    ...['127.0.0.1', '10.1.2.3', '172.31.255.255', '192.168.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...['224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1'],
    ...[
      '::1',
      '::',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '::ffff:7f00:1',
      'fe80::1',
      'fc00::1',
      'fd12::1',
      'ff02::1'
    ],
    ...['64:ff9b::a00:1', '2002:a00:1::', '2001:db8::1', '2001::1', 'not an address', '']
  ])
    expect(isPublic(address), address).toBe(false);
  for (const address of ['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001::1'])
    expect(isPublic(address), address).toBe(true);
});

test('a signature is over id, timestamp and body, as Standard Webhooks has it', () => {
  const secret = newSigningSecret();
  const headers = signed(secret, 'msg_1', '{}', new Date(1_700_000_000_999));
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const mac = createHmac('sha256', key).update('msg_1.1700000000.{}').digest('base64');
  expect(headers).toEqual({
    'webhook-id': 'msg_1',
    'webhook-timestamp': '1700000000',
    'webhook-signature': `v1,${mac}`
  });
});

const told: Told = {
  type: 'ballot.closed',
  timestamp: '2026-11-26T17:00:00.000Z',
  data: {
    group: { slug: 'club', name: '<!channel>' },
    title: '@all <https://evil.example|click> [here](https://evil.example) & `x`',
    url: 'https://reading.example.org/g/club/ballots/b',
    chosen: ['@here']
  }
};

test('a hostile title calls nobody in a chat and hides no link', () => {
  const slack = (JSON.parse(bodyFor('slack', told)) as { text: string }).text;
  expect(slack.match(/<[^>]*>/g)).toEqual([expect.stringMatching(/^<https:\/\/reading\.example\.org/)]);
  for (const kind of ['mattermost', 'discord'] as const) {
    const { text, content } = JSON.parse(bodyFor(kind, told)) as { text?: string; content?: string };
    const message = text ?? content ?? '';
    expect(message).not.toMatch(/@(all|here)/);
    expect(message).not.toMatch(/[^\\]\]\(https:\/\/evil/);
    expect(message).toContain('](https://reading.example.org/g/club/ballots/b)');
  }
  expect(JSON.parse(bodyFor('discord', told))).toMatchObject({ allowed_mentions: { parse: [] } });
});
