import * as v from 'valibot';
import { actSubjects } from '#accounts/acts.ts';
import type { ActFilter } from '#accounts/accounts.server.ts';

const Query = v.object({
  about: v.fallback(v.nullable(v.picklist(actSubjects)), null),
  page: v.fallback(v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(10_000)), 1)
});

/** What of a log was asked for; what makes no sense counts as not said. */
export function actFilter({ searchParams }: URL): ActFilter {
  const { about, page } = v.parse(Query, {
    about: searchParams.get('about'),
    page: searchParams.get('page') ?? '1'
  });
  return { subject: about, page };
}
