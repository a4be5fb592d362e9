import * as Y from 'yjs';

/** A passage somebody said something about. */
export interface Passage {
  /** Of its conversation. */
  id: string;
  anchorFrom: string;
  anchorTo: string;
}

/** A passage one wants to say something about. */
export interface Selected {
  anchorFrom: string;
  anchorTo: string;
  quote: string;
}

const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** The anchors of a passage: they hold to its first and its last letter, not to what is written beside it. */
export function anchored(text: Y.Text, from: number, to: number): Selected {
  const anchor = (at: number, side: number) =>
    toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, at, side)));
  return {
    anchorFrom: anchor(from, 0),
    anchorTo: anchor(to, -1),
    quote: text.toString().slice(from, to).slice(0, 500)
  };
}

/** Where a passage is now; null when nothing of it is left. */
export function placeOfPassage(
  text: Y.Text,
  { anchorFrom, anchorTo }: Passage
): { from: number; to: number } | null {
  const place = (encoded: string) => {
    const relative = Y.decodeRelativePosition(fromBase64(encoded));
    const absolute = text.doc && Y.createAbsolutePositionFromRelativePosition(relative, text.doc);
    return absolute?.type === text ? absolute.index : null;
  };
  try {
    const [from, to] = [place(anchorFrom), place(anchorTo)];
    return from === null || to === null || from >= to ? null : { from, to };
  } catch {
    return null;
  }
}
