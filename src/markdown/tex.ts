import { type Segment, segments } from './segments.ts';

/**
 * Renders text that carries TeX, as titles and abstracts do: `words` gets what is left of the words once their TeX
 * has become characters, `other` each formula and address.
 */
export function fromTex(
  tex: string,
  words: (plain: string) => string,
  other: (segment: Segment) => string
): string {
  const found = segments(tex.replaceAll(slot, ''));
  const others = found.filter((segment) => segment.kind !== 'text');
  const marked = found.map((segment) => (segment.kind === 'text' ? segment.text : slot)).join('');
  return texToText(marked)
    .split(slot)
    .map((plain, index) => {
      const after = others[index];
      return words(plain) + (after ? other(after) : '');
    })
    .join('');
}

/** Stands for a formula or an address while the words around it are read; for private use in Unicode. */
const slot = '\ue000';

/**
 * Turns the TeX that titles and abstracts carry outside their formulas into plain text: accents and letters
 * (`Schr\"odinger`), emphasis (`{\em …}`, `\emph{…}`), quotes, dashes, escapes. What it does not know stays as it
 * stood. For words only: see `fromTex` for text with formulas and addresses.
 */
export function texToText(tex: string): string {
  return plainMarks(withoutStyles(letters(accents(tex))));
}

const combining: Record<string, string> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331'
};
const accented =
  /\\(?:([`'^~=."])\s{0,3}|([uvHcdbkr])(?:\s{1,3}|(?=[{\\])))(?:\{\s{0,3}(\\?[A-Za-z])\s{0,3}\}|(\\[ij](?![A-Za-z])|[A-Za-z]))/g;

function accents(tex: string): string {
  return tex.replace(accented, (whole, sign, command, inBraces, bare) => {
    const letter = String(inBraces ?? bare).replace('\\', '');
    const one = (letter + (combining[sign ?? command] ?? '')).normalize('NFC');
    return one.length === 1 ? one : whole;
  });
}

const named: Record<string, string> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  dj: 'đ',
  DJ: 'Đ',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  i: 'ı',
  j: 'ȷ'
};

function letters(tex: string): string {
  return tex.replace(
    /\\(ss|ae|AE|oe|OE|aa|AA|dj|DJ|dh|DH|th|TH|[oOlLij])(?![A-Za-z])(?:\{\}|\s(?=[A-Za-z]))?/g,
    (whole, name) => named[name] ?? whole
  );
}

const styled =
  /\{\s{0,3}\\(?:em|it|bf|tt|sc|sl|sf|rm|itshape|bfseries|scshape|ttfamily)(?![A-Za-z])\s{0,3}([^{}]*)\}|\\(?:emph|textbf|textit|texttt|textsc|textsf|textsl|textrm|textup|text|underline|uline|mbox|url)\s{0,3}\{([^{}]*)\}/g;

/** Three levels of emphasis within emphasis are read; then the braces go that only protect a word's capitals. */
function withoutStyles(tex: string): string {
  let text = tex;
  for (let level = 0; level < 3; level++) {
    text = text.replace(styled, (_, group, argument) => String(group ?? argument));
  }
  return text.replace(/(?<![_^\\}\]A-Za-z])\{([\p{L}\p{M}\p{N} .'-]+)\}|(?<=[\p{L}])\{(\p{L})\}/gu, '$1$2');
}

const marks: Record<string, string> = {
  '---': '—',
  '--': '–',
  '``': '“',
  "''": '”',
  '\\ldots': '…',
  '\\dots': '…',
  '\\textemdash': '—',
  '\\textendash': '–',
  '\\textasciitilde': '~',
  '\\textunderscore': '_',
  '\\textbraceleft': '{',
  '\\textbraceright': '}',
  '\\textquoteleft': '‘',
  '\\textquoteright': '’',
  '\\textquotedblleft': '“',
  '\\textquotedblright': '”',
  '\\copyright': '©',
  '\\LaTeX': 'LaTeX',
  '\\TeX': 'TeX',
  '\\S': '§',
  '\\,': ' ',
  '\\;': ' ',
  '\\ ': ' ',
  '\\\\': ' ',
  '\\~{}': '~',
  '\\/': '',
  '\\-': ''
};
const mark =
  /(?<!-)-{2,3}(?!-)|``|''|\\(?:ldots|dots|text(?:emdash|endash|asciitilde|underscore|brace(?:left|right)|quote(?:dbl)?(?:left|right))|copyright|LaTeX|TeX|S)(?![A-Za-z])(?:\{\})?|\\~\{\}|\\[%&_#${}]|\\[,; \\/-]|(?<=[^\s~\d])~(?=[^\s~])/g;

function plainMarks(tex: string): string {
  return quotes(tex).replace(mark, (found) => {
    if (found === '~') return ' ';
    const known = marks[found] ?? marks[found.replace('{}', '')];
    return known ?? found.slice(1);
  });
}

/** `…' is a quotation in TeX; `…` is code, and an apostrophe within a word closes nothing. */
function quotes(tex: string): string {
  return tex.replace(/(?<![`\\])`(?=[^\s`'])([^`\n]{1,200}?)'(?![\p{L}\p{N}'])/gu, '‘$1’');
}
