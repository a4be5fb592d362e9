import fs from 'node:fs';
import { expect, test } from 'vitest';

const text = fs.readFileSync('docs/asvs.md', 'utf8');

/** The numbers of the first column; `10.4.1–10.4.11` stands for all between. */
function numbers(): string[] {
  return [...text.matchAll(/^\| (\d+\.\d+\.\d+)(?:–\d+\.\d+\.(\d+))? \|/gm)].flatMap(
    ([, from = '', last]) => {
      const [section, first] = [
        from.slice(0, from.lastIndexOf('.')),
        Number(from.slice(from.lastIndexOf('.') + 1))
      ];
      return Array.from({ length: last ? Number(last) - first + 1 : 1 }, (_, n) => `${section}.${first + n}`);
    }
  );
}

test('each of the 253 requirements of levels 1 and 2 stands in the table once', () => {
  expect(new Set(numbers()).size).toBe(numbers().length);
  expect(numbers()).toHaveLength(253);
});

test('every file the table names is there', () => {
  const named = [...text.matchAll(/`((?:test|src|docs)\/[\w./-]+\.(?:ts|md))`/g)].map(([, file]) => file!);
  expect(named.length).toBeGreaterThan(150);
  expect([...new Set(named)].filter((file) => !fs.existsSync(file))).toEqual([]);
});
