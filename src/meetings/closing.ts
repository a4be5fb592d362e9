import * as v from 'valibot';

/** What becomes of a paper on the agenda when its meeting is closed. */
export const fates = [
  { value: 'discussed', label: 'Discussed' },
  { value: 'next', label: 'To the next meeting' },
  { value: 'queue', label: 'Back to the queue' }
] as const;
export type Fate = (typeof fates)[number]['value'];

/** What became of each item, by its id. */
export const FateForm = v.object({
  fate: v.record(
    v.string(),
    v.picklist(
      fates.map(({ value }) => value),
      'Say what became of it.'
    )
  )
});

/** The fields `fate.<item>` of a form, gathered by item. */
export function fatesIn(form: FormData): { fate: Record<string, unknown> } {
  const given = [...form].flatMap(([name, value]) =>
    name.startsWith('fate.') ? [[name.slice('fate.'.length), value] as const] : []
  );
  return { fate: Object.fromEntries(given) };
}

/**
 * What probably became of an item: what the group came to was discussed, and where nobody kept time, all was. What it
 * did not come to is taken up next time, while there is one.
 */
export function likelyFate(
  item: { startedAt: Date | null },
  agenda: readonly { startedAt: Date | null }[],
  hasNext: boolean
): Fate {
  if (item.startedAt || agenda.every(({ startedAt }) => !startedAt)) return 'discussed';
  return hasNext ? 'next' : 'queue';
}

/** A paper that was not discussed after all, and where it went. */
export interface Carried {
  paperId: string;
  title: string;
  /** The meeting that took it; null for the queue. */
  to: { id: string; startsAt: Date } | null;
}
