import { fromTex } from '#markdown/tex.ts';

/**
 * A title or abstract as plain text: accents, emphasis, quotes and dashes of TeX become characters, formulas stay as
 * they stood, addresses too.
 */
export function plainText(tex: string): string {
  return fromTex(
    tex,
    (plain) => plain,
    (segment) => (segment.kind === 'link' ? segment.text : segment.source)
  );
}

/**
 * Takes out what no text holds and PostgreSQL or a page would trip over: NUL and other control characters, half
 * surrogate pairs, byte order marks, and the marks that turn the direction of what follows. Tabs and line ends stay.
 */
export function cleanText(text: string): string {
  return text.replace(unwanted, '');
}

/** Clean text on one line: every run of white space is one space, none at the ends. */
export function foldText(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

const unwanted = /[\p{Cs}\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]|(?![\t\n\r])\p{Cc}/gu;
