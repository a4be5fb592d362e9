/** What somebody looks for, as PostgreSQL's full text search takes it. Knows no table. */
export interface WordsQuery {
  /** For `to_tsquery`; empty when the text holds no word. */
  tsquery: string;
  /**
   * What at least is true of whatever the query finds, and an index can tell alone: without the order of words and
   * where they stand. Empty when nothing is.
   */
  loose: string;
  /** The words alone, for searching by likeness. */
  plain: string;
  /** ISO year, when one was asked for. */
  year: string | null;
}

/** More words than this nobody remembers of a paper; each costs. */
const mostWords = 16;

/**
 * Reads a search: words that all must occur, the last one also as a beginning; `"a phrase"`; `-without`; `author:name`;
 * `year:2023`. Anything else is a word like others. Never throws, whatever was typed.
 */
export function wordsQuery(text: string): WordsQuery {
  const parts: string[] = [];
  const loose: string[] = [];
  const plain: string[] = [];
  let year: string | null = null;
  const tokens = [...text.slice(0, 400).matchAll(/(-?)(?:(author|year):)?(?:"([^"]*)"?|([^\s"]+))/giu)];
  const isLastOpen = /[\p{L}\p{N}]$/u.test(text);
  for (const [index, [, minus, field, phrase, word]] of tokens.slice(0, mostWords).entries()) {
    const words = lettersOf(phrase ?? word ?? '');
    if (words.length === 0) continue;
    if (field?.toLowerCase() === 'year' && /^\d{4}$/.test(words[0] ?? '')) {
      year = words[0]!;
      continue;
    }
    const weight = field?.toLowerCase() === 'author' ? 'B' : '';
    const isOpen = isLastOpen && index === tokens.length - 1 && phrase === undefined && !minus;
    const joined = words
      .map((one, at) => lexeme(one, weight, isOpen && at === words.length - 1))
      .join(' <-> ');
    parts.push(minus ? `!(${joined})` : words.length > 1 ? `(${joined})` : joined);
    if (!minus) loose.push(...words.map((one, at) => lexeme(one, '', isOpen && at === words.length - 1)));
    if (!minus && !weight) plain.push(...words);
  }
  return { tsquery: parts.join(' & '), loose: loose.join(' & '), plain: plain.join(' '), year };
}

function lettersOf(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Letters and digits only, so that nothing of it is an operator. */
function lexeme(word: string, weight: string, isOpen: boolean): string {
  const marks = `${isOpen ? '*' : ''}${weight}`;
  return `'${word}'${marks ? `:${marks}` : ''}`;
}
