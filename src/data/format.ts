/* The archive of a group: `docs/exports.md` describes it. */

export const format = 'colloquy-group';
export const version = 1;

export const manifestFile = 'colloquy.json';
export const peopleFile = 'people.jsonl';
export const papersFile = 'papers.jsonl';

/** The name of a file with rows of a table; a long table has several. */
export function rowsFile(table: string, number: number): string {
  return `rows/${table}-${String(number).padStart(5, '0')}.jsonl`;
}

/** The table whose rows a file has; null for a name that `rowsFile` does not make. */
export function tableOf(name: string): string | null {
  return /^rows\/([a-z_]+)-\d{5}\.jsonl$/.exec(name)?.[1] ?? null;
}
