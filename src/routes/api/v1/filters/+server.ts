import * as v from 'valibot';
import * as looking from '#papers/looking.server.ts';
import { filtersOf, SaveFilterForm } from '#papers/looking.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/papers.ts';

const Kept = v.object({
  ...SaveFilterForm.entries,
  query: v.pipe(v.string('Give the filter as it stands in an address: category=cs.LG'), v.maxLength(1000))
});

export const GET = operation(
  'GET',
  '/filters',
  {
    summary: 'The filters of the feed that one keeps',
    scope: 'papers:read',
    answer: v.object({ filters: v.array(shapes.SavedFilter) })
  },
  async ({ account }) => ({ filters: await looking.savedFilters(account) })
);

export const POST = operation(
  'POST',
  '/filters',
  { summary: 'Keep a filter under a name; one of that name is replaced', scope: 'papers:write', body: Kept },
  ({ account, body }) => looking.saveFilter(account, body.name, filtersOf(new URLSearchParams(body.query)))
);
