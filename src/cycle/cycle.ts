import * as v from 'valibot';

/** How often a digest comes; `never` is an unsubscription like that of any other mail. */
export const often = [
  { value: 'weekly', label: 'Every week, on Monday morning' },
  { value: 'daily', label: 'Every day that brings something' },
  { value: 'never', label: 'Never' }
] as const;
export type Often = Exclude<(typeof often)[number]['value'], 'never'>;

/** How often somebody wants a group's digest. */
export const DigestForm = v.object({
  often: v.optional(
    v.picklist(
      often.map(({ value }) => value),
      'Choose how often.'
    ),
    'weekly'
  )
});
