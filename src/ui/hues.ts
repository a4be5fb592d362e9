const hues = 8;

/** The colour in which somebody writes, 0 to 7: the same for everyone who looks. */
export function hueOf(name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % hues;
}

/**
 * The colours of everyone who is in a note: each their own as long as there are enough, and the same ones on every
 * page, because names are gone through in one order.
 */
export function huesOf(names: readonly string[]): Map<string, number> {
  const given = new Map<string, number>();
  for (const name of [...new Set(names)].sort()) {
    const taken = new Set(given.values());
    let hue = hueOf(name);
    for (let tries = 0; taken.has(hue) && tries < hues; tries++) hue = (hue + 1) % hues;
    given.set(name, hue);
  }
  return given;
}
