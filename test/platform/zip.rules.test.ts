import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { zip, type ZipEntry } from '#platform/zip.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'zip-'));
afterAll(() => rmSync(folder, { recursive: true }));

const others = ['python3', 'unzip'].every((name) => !spawnSync(name, ['-h']).error);

const modifiedAt = new Date('2026-11-26T16:00:02Z');

async function written(name: string, entries: Iterable<ZipEntry>): Promise<string> {
  const file = path.join(folder, name);
  writeFileSync(file, Buffer.concat(await Array.fromAsync(zip(entries))));
  return file;
}

/** The archive as Python's library reads it, which checks every sum. */
function readBack(file: string): Record<string, string> {
  const script =
    'import json,sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; ' +
    'print(json.dumps({n: z.read(n).decode() for n in z.namelist()}))';
  return JSON.parse(execFileSync('python3', ['-c', script, file], { encoding: 'utf8', maxBuffer: 1e8 }));
}

test.skipIf(!others)(
  'other programs read back what was put in, with names and texts of every script',
  async () => {
    const entries = [
      { name: 'Notes/2026-11-26 Größe “x” 討論.md', content: '# Größe\n\n$\\alpha$ 討論 😀\n', modifiedAt },
      { name: 'empty.md', content: '', modifiedAt },
      { name: 'long.md', content: 'All work and no play. '.repeat(50_000), modifiedAt }
    ];
    const file = await written('some.zip', entries);
    expect(readBack(file)).toEqual(Object.fromEntries(entries.map(({ name, content }) => [name, content])));
    expect(statSync(file).size).toBeLessThan(10_000);
    execFileSync('unzip', ['-tqq', file]);
  }
);

test.skipIf(!others)('an archive without files is one still', async () => {
  const file = await written('none.zip', []);
  expect(readBack(file)).toEqual({});
  expect(readFileSync(file).byteLength).toBe(22);
});

test('one file is held at a time', async () => {
  let asked = 0;
  function* many() {
    for (; asked < 100; asked++) yield { name: `${asked}.md`, content: 'x', modifiedAt };
  }
  const pieces = zip(many());
  await pieces.next();
  expect(asked).toBe(0);
  await pieces.next();
  expect(asked).toBe(1);
  await pieces.return(undefined);
});

test.skipIf(!others)('years before MS-DOS become its first', async () => {
  const file = await written('old.zip', [{ name: 'a', content: 'a', modifiedAt: new Date(0) }]);
  expect(readBack(file)).toEqual({ a: 'a' });
});
