const hues = 8;

/** The colour in which somebody writes, 0 to 7: the same for everyone who looks. */
export function hueOf(name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % hues;
}
