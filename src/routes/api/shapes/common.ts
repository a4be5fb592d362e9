import * as v from 'valibot';
import { readings } from '#papers/names.ts';

/*
 * What the API answers with. Each shape is what a verb gives, less what is not named here; a shape's name is its name in
 * the API's document.
 */

/** A moment, in UTC: `2026-11-26T17:00:00.000Z`. */
export const Moment = v.pipe(
  v.date(),
  v.transform((at) => at.toISOString()),
  v.string(),
  v.isoTimestamp()
);
export const Count = v.pipe(v.number(), v.integer());
export const Day = v.pipe(v.string(), v.isoDate());
export const Markdown = v.string();

export const named = { accountId: v.string(), name: v.string() };
export const Person = v.object(named);

/** How far somebody has read a paper. */
export const Reading = v.picklist(readings);

export const Made = v.object({ id: v.string() });
