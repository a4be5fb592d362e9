import { isArxivCategory, readIdentifier } from './identifiers.ts';
import { type Pasted, type PastedLine } from './pasted.ts';

/** Reads a line that names papers by identifiers or addresses; words it cannot read are named. */
export function readIdentifierLine(line: PastedLine, pasted: Pasted): void {
  if (line.text === '') return;
  const { keys, words } = keysIn(line.text);
  for (const key of keys) pasted.entries.push({ line: line.line, endLine: line.line, ...key });
  if (keys.length === 0 || words.length > 0) {
    pasted.unread.push({ line: line.line, text: keys.length === 0 ? line.text : words.join(' ') });
  }
}

/** Whether the line consists of identifiers and addresses alone. */
export function isIdentifierLine(line: PastedLine): boolean {
  if (!/\d{4}/.test(line.text)) return false;
  const { keys, words } = keysIn(line.text);
  return keys.length > 0 && words.length === 0;
}

/** What says which paper it is: the part of an entry that comes from identifiers. */
export interface Key {
  arxivId?: string;
  doi?: string;
}

/** The key in one pasted thing, without the version. */
export function keyOf(text: string): Key | null {
  const found = /\d{4}/.test(text) ? readIdentifier(text) : null;
  if (!found) return null;
  return 'doi' in found ? { doi: found.doi } : { arxivId: found.arxivId };
}

const decoration = /^(?:[-*•·+–—|:,;]+|\(?\d{1,3}[.)]|\[\d{1,3}\]|\[[ x]?\]?|\]|(?:arxiv|doi)[:.]?)$/i;

function keysIn(text: string): { keys: Key[]; words: string[] } {
  const whole = keyOf(text.replace(/^(?:[-*•·+–—]|\d{1,3}[.)])\s/, ''));
  if (whole) return { keys: [whole], words: [] };
  const keys: Key[] = [];
  const words: string[] = [];
  for (const token of text.replaceAll('](', '] (').split(/\s+/)) {
    const key = keyOf(token);
    if (key && !/[,;]\S/.test(token)) keys.push(key);
    else readPieces(token, key, keys, words);
  }
  return { keys, words };
}

/** A token that is several identifiers with commas between, or one with a comma in it, or words. */
function readPieces(token: string, whole: Key | null, keys: Key[], words: string[]): void {
  const pieces = /\d{4}/.test(token) ? token.split(/[,;]+/).filter((piece) => piece !== '') : [];
  const found = pieces.map(keyOf);
  if (pieces.length > 0 && !found.includes(null)) for (const key of found) keys.push(key as Key);
  else if (whole) keys.push(whole);
  else if (token !== '' && !decoration.test(token) && !isArxivCategory(token.replace(/^[[(]|[\])]$/g, ''))) {
    words.push(token);
  }
}
