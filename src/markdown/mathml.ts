/*
 * KaTeX writes MathML 3. Browsers read MathML Core, which knows `mathvariant` no more (save `normal`), so a letter of
 * another face is written as the character Unicode has for it, and a bar around something as a fence.
 */

/** Where a face has its A, a, 0, Α and α in Unicode. */
const faces: Record<string, readonly (number | undefined)[]> = {
  bold: [0x1d400, 0x1d41a, 0x1d7ce, 0x1d6a8, 0x1d6c2],
  'bold-italic': [0x1d468, 0x1d482, 0x1d7ce, 0x1d71c, 0x1d736],
  script: [0x1d49c, 0x1d4b6],
  fraktur: [0x1d504, 0x1d51e],
  'double-struck': [0x1d538, 0x1d552, 0x1d7d8],
  'sans-serif': [0x1d5a0, 0x1d5ba, 0x1d7e2],
  monospace: [0x1d670, 0x1d68a, 0x1d7f6]
};

/** Letters that Unicode had before it had their faces: they stand elsewhere. */
const earlier: Record<string, string> = {
  script: 'BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ',
  fraktur: 'CℭHℌIℑRℜZℨ',
  'double-struck': 'CℂHℍNℕPℙQℚRℝZℤ'
};

const beginnings = [...'Aa0Αα'].map((letter) => letter.codePointAt(0)!);

/** The output of KaTeX as browsers read it. */
export function forBrowsers(mathml: string): string {
  return mathml
    .replace(
      /<(m[ino]|mtext) mathvariant="([\w-]+)">([^<&]+)(?=<)/g,
      (whole, tag: string, face: string, text: string) =>
        faces[face] ? `<${tag}>${Array.from(text, (letter) => inFace(letter, face)).join('')}` : whole
    )
    .replace(/<mo stretchy="false">([∣∥])/g, '<mo stretchy="false" lspace="0" rspace="0">$1')
    .replace(/<mo>\u2061(?=<\/mo>(?!<\/mrow>|(?:<mrow>)?<mo [^>]*>[([{]))/g, '<mo rspace="0.1667em">\u2061');
}

function inFace(letter: string, face: string): string {
  const place = earlier[face]?.indexOf(letter) ?? -1;
  if (place >= 0) return earlier[face]![place + 1]!;
  const kind = [/[A-Z]/, /[a-z]/, /\d/, /[Α-Ω]/, /[α-ω]/].findIndex((letters) => letters.test(letter));
  const base = faces[face]?.[kind];
  return base ? String.fromCodePoint(base + letter.codePointAt(0)! - beginnings[kind]!) : letter;
}
