import fc from 'fast-check';

/* Real shapes, spoilt at random, for parsers that must bear anything. */

/** What upsets parsers, tables and pages. */
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, 0, -1, 1e300, 2 ** 31, '', ' ', '\0', '\ud800', '\u202etxt', '0', 'NaN'],
    ...['0000-00-00T00:00:00Z', '0000-01-01', '+275760-09-13', '2026-02-30', '9999-12-31T23:59:59.999-14:00'],
    ...[
      '<b>',
      '</item>',
      ']]>',
      '&#0;',
      '&#x110000;',
      '&amp;amp;',
      '{',
      '$',
      '\\',
      '\\"',
      '`',
      '(',
      '('.repeat(3000)
    ],
    ...[
      'javascript:alert(1)',
      '10.1000/' + 'ü'.repeat(1900),
      'a'.repeat(5000),
      '嗨'.repeat(5000),
      '${}',
      '__proto__'
    ],
    ...[[], {}, [[]], [null], { name: null }]
  ),
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ unit: 'binary', maxLength: 30 })
);

/** A JSON value like the given one, with some of its parts replaced, removed, doubled or exchanged. */
export function mutatedJson(shape: unknown): fc.Arbitrary<unknown> {
  const change = fc.record({
    at: fc.nat(),
    how: fc.constantFrom('replace', 'remove', 'double', 'exchange', 'key'),
    value: hostile,
    other: fc.nat()
  });
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => {
    const root = { root: structuredClone(shape) };
    for (const { at, how, value, other } of changes) {
      const places = placesIn(root);
      const [holder, key] = places[at % places.length]!;
      const [otherHolder, otherKey] = places[other % places.length]!;
      if (how === 'replace') holder[key] = value;
      else if (how === 'remove' && holder !== root) delete holder[key];
      else if (how === 'key' && !Array.isArray(holder))
        holder[JSON.stringify(value).slice(0, 20)] = holder[key];
      else if (how === 'double' && Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
      else holder[key] = structuredClone(otherHolder[otherKey]);
    }
    return root.root;
  });
}

type Holder = Record<string, unknown>;

function placesIn(value: unknown, found: [Holder, string][] = []): [Holder, string][] {
  if (found.length > 5000 || value === null || typeof value !== 'object') return found;
  for (const key of Object.keys(value)) {
    found.push([value as Holder, key]);
    placesIn((value as Holder)[key], found);
  }
  return found;
}

/** A text like the given one, cut, joined, repeated, and with hostile bits put in. */
export function mutatedText(shape: string): fc.Arbitrary<string> {
  const change = fc.record({
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.nat(3), fc.nat(40), fc.nat(2000)),
    how: fc.constantFrom('cut', 'double', 'put', 'put', 'flip', 'end'),
    value: hostile.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
    times: fc.constantFrom(1, 2, 50)
  });
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => {
    let text = shape;
    for (const { from, length, how, value, times } of changes) {
      const at = Math.floor(from * text.length);
      const [before, piece, after] = [
        text.slice(0, at),
        text.slice(at, at + length),
        text.slice(at + length)
      ];
      if (how === 'cut') text = before + after;
      else if (how === 'double') text = before + piece.repeat(times + 1) + after;
      else if (how === 'put') text = before + value + piece + after;
      else if (how === 'flip') text = before + [...piece].reverse().join('') + after;
      else if (after.length > 0 && at > 0) text = before;
    }
    return text;
  });
}
