import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCrossrefWork } from '#papers/feed/crossref.ts';
import { Unreadable } from '#papers/feed/listed.ts';

const work = JSON.parse(readFileSync(new URL('../fixtures/crossref-work.json', import.meta.url), 'utf8'));
const changed = (changes: object) => readCrossrefWork({ ...work, message: { ...work.message, ...changes } });

describe('a work of Crossref', () => {
  test('gives title, people, abstract without markup, venue, and the first date that is a whole day', () => {
    expect(readCrossrefWork(work)).toEqual({
      title: 'Toys of Wood & Paint in n Dimensions',
      authors: ['Ada L.', 'Zoë Ünïcode', 'The Toy Collaboration'],
      abstract: 'Invented, with n < 3. Second paragraph.',
      venue: 'Journal of Toys',
      publishedOn: '2026-06-12',
      arxivId: '2606.00007'
    });
  });

  test('names the arXiv id of the same work, by id or DOI, and of no other', () => {
    const related = (how: string, id: unknown) =>
      changed({ relation: { [how]: [{ 'id-type': 'arxiv', id }] } });
    expect(related('is-preprint-of', 'arXiv:2606.00008v2').arxivId).toBe('2606.00008');
    expect(related('is-version-of', '10.48550/ARXIV.MATH/0309136').arxivId).toBe('math/0309136');
    expect(related('has-preprint', '10.1000/x')).not.toHaveProperty('arxivId');
    expect(related('references', '2606.00008')).not.toHaveProperty('arxivId');
    for (const relation of [
      null,
      'x',
      [],
      { 'has-preprint': null },
      { 'has-preprint': [null, 7, { id: 7 }] }
    ])
      expect(changed({ relation })).not.toHaveProperty('arxivId');
  });

  test('makes no day of a year or of a date there is not', () => {
    const without = { 'published-online': undefined };
    expect(changed(without)).not.toHaveProperty('publishedOn');
    expect(changed({ 'published-online': { 'date-parts': [[2026, 2, 30]] } })).not.toHaveProperty(
      'publishedOn'
    );
    expect(changed({ ...without, issued: { 'date-parts': [[null]] } })).not.toHaveProperty('publishedOn');
  });

  test('may lack everything but its DOI, and names its conference where it has no journal', () => {
    expect(readCrossrefWork({ message: { DOI: '10.1000/x' } })).toEqual({});
    expect(changed({ 'container-title': [], event: { name: 'Toy Conference' } }).venue).toBe(
      'Toy Conference'
    );
    expect(changed({ title: [] })).not.toHaveProperty('title');
  });

  test.each([[null], ['<html>'], [{}], [{ message: [] }], [{ status: 'failed', message: [{ type: 'x' }] }]])(
    'is not %j',
    (json) => {
      expect(() => readCrossrefWork(json)).toThrow(Unreadable);
    }
  );
});
