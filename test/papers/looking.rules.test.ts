import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filtersOf, neighboursOf, queryOf, spanOf, stretchOf, weekNameOf } from '#papers/looking.ts';

const filtersIn = (query: string) => filtersOf(new URLSearchParams(query));

test('a day, a week and a month are named as in the address', () => {
  expect(spanOf('2026-11-23')).toEqual({
    kind: 'day',
    name: '2026-11-23',
    from: '2026-11-23',
    to: '2026-11-23'
  });
  expect(spanOf('2026-W48')).toMatchObject({ from: '2026-11-23', to: '2026-11-29' });
  expect(spanOf('2026-02')).toMatchObject({ from: '2026-02-01', to: '2026-02-28' });
  expect(spanOf('2028-02')).toMatchObject({ to: '2028-02-29' });
});

test('the first and last weeks of years follow ISO 8601', () => {
  expect(spanOf('2020-W53')).toMatchObject({ from: '2020-12-28', to: '2021-01-03' });
  expect(spanOf('2021-W53')).toBeNull();
  expect(spanOf('2024-W01')).toMatchObject({ from: '2024-01-01' });
  expect(weekNameOf('2027-01-01')).toBe('2026-W53');
});

test('what is no span is none', () => {
  for (const name of ['', 'today', '2026-13', '2026-W00', '2026-02-30', '0001-01-01', '2026-1-1', '2100-01'])
    expect(spanOf(name), name).toBeNull();
});

test('spans follow each other without a gap', () => {
  const day = fc.date({ min: new Date('1995-01-10'), max: new Date('2095-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.constantFrom('day', 'week', 'month'), (moment, kind) => {
      const date = moment.toISOString().slice(0, 10);
      const name = kind === 'day' ? date : kind === 'week' ? weekNameOf(date) : date.slice(0, 7);
      const span = stretchOf(name)!;
      expect(span.kind).toBe(kind);
      expect(span.from <= date && date <= span.to).toBe(true);
      const later = stretchOf(neighboursOf(span).later)!;
      expect(Date.parse(later.from) - Date.parse(span.to)).toBe(86_400_000);
      expect(neighboursOf(later).earlier).toBe(span.name);
    })
  );
});

test('filters are read from an address and written back the same', () => {
  const query = 'category=cs.LG&words=grokking&author=Neel+Nanda&source=hf&code=on&unseen=on&order=newest';
  expect(queryOf(filtersIn(query))).toBe(query);
  expect(queryOf(filtersIn(''))).toBe('');
});

test('an address that holds nonsense shows everything', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('category', 'order', 'source', 'page'), fc.string()),
      (given) => {
        const filters = filtersOf(new URLSearchParams(given));
        expect(filters.page).toBeGreaterThanOrEqual(1);
        expect(['votes', 'newest', 'group']).toContain(filters.order);
        expect(filters.category).toMatch(/^[A-Za-z.-]*$/);
      }
    )
  );
});
