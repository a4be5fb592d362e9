import * as v from 'valibot';

/*
 * What the API takes where a form takes the same: JSON has numbers and moments where a form has words. Each body only says
 * how a thing is written in JSON and hands it to the form's schema, which holds the rules.
 */

export const Whole = v.pipe(v.number('Give a whole number.'), v.integer('Give a whole number.'));
export const Instant = v.pipe(
  v.string('Give a moment such as 2026-11-26T17:00:00Z.'),
  v.isoTimestamp('Give a moment such as 2026-11-26T17:00:00Z.')
);
export const Day = v.pipe(v.string('Give a day.'), v.isoDate('A day is written YYYY-MM-DD.'));

/** A body that is written like this, and then read by the schema of a form. */
export function forForm<Shape extends v.GenericSchema<unknown, object>, Form extends v.GenericSchema>(
  shape: Shape,
  form: Form,
  asTyped: (body: v.InferOutput<Shape>) => unknown = inWords
) {
  return v.pipe(shape, v.transform(asTyped), form as v.GenericSchema<unknown, v.InferOutput<Form>>);
}

/** Numbers, and yes or no, as a form writes them. */
export function inWords<Body extends object>(body: Body): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, inWord(value)]));
}

function inWord(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 'yes' : '';
  return typeof value === 'number' ? String(value) : value;
}
