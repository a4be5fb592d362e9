import * as v from 'valibot';
import { expect, test } from 'vitest';
import { addressIn } from '#meetings/meetings.ts';
import { ArchiveSearch, HolidayForm, MeetingForm, SeriesForm, SwapForm } from '#meetings/forms.ts';

const meeting = { title: ' Extra ', date: '2026-12-03', time: '18:00', duration: '90', place: ' Room 4 ' };
const series = {
  title: 'Weekly',
  weekday: 'TH',
  startsOn: '2026-12-03',
  time: '18:00',
  duration: '60',
  place: ''
};

test('a meeting as people type it', () => {
  expect(v.parse(MeetingForm, meeting)).toEqual({
    title: 'Extra',
    date: '2026-12-03',
    time: '18:00',
    duration: 90,
    place: 'Room 4'
  });
  expect(v.safeParse(SeriesForm, series).success).toBe(true);
});

test.each([
  ['title', ''],
  ['title', 'x'.repeat(121)],
  ['date', '2026-02-30'],
  ['date', '12026-01-01'],
  ['date', '0001-01-01'],
  ['date', 'tomorrow'],
  ['time', '24:00'],
  ['time', '18:60'],
  ['time', ''],
  ['duration', '0'],
  ['duration', '1e9'],
  ['duration', 'long'],
  ['duration', '1.5'],
  ['place', 'x'.repeat(301)]
])('a meeting with %s %j gets a sentence beside that field', (field, value) => {
  const { issues } = v.safeParse(MeetingForm, { ...meeting, [field]: value }, { abortPipeEarly: true });
  expect(issues?.map((issue) => v.getDotPath(issue))).toEqual([field]);
  expect(issues?.[0].message).toMatch(/^[A-Z].*\.$/);
});

test('a rhythm needs a day of the week', () => {
  const { issues } = v.safeParse(SeriesForm, { ...series, weekday: 'XX' });
  expect(issues?.[0].message).toBe('Choose a day of the week.');
});

test('a search that makes no sense shows everything', () => {
  const empty = { words: '', title: '', person: '', from: '', until: '', page: 1 };
  const wrong = { page: 'x', title: 'y'.repeat(500), from: '2026-02-30', until: 'soon' };
  expect(v.parse(ArchiveSearch, wrong)).toEqual(empty);
  expect(v.parse(ArchiveSearch, {})).toEqual(empty);
});

test('only an address of the web becomes a link', () => {
  expect(addressIn('https://meet.example.org/a b')).toBeUndefined();
  expect(addressIn('https://meet.example.org/ab')).toBe('https://meet.example.org/ab');
  expect(addressIn('javascript:alert(1)')).toBeUndefined();
  expect(addressIn('Room 4, see https://example.org')).toBeUndefined();
});

test('days off are one day or a run of them, in order', () => {
  const given = (from: string, until?: string) =>
    v.safeParse(HolidayForm, { from, until, label: ' Easter ' });
  expect(given('2027-03-29').output).toEqual({ from: '2027-03-29', until: '2027-03-29', label: 'Easter' });
  expect(given('2027-03-26', '').output).toMatchObject({ until: '2027-03-26' });
  expect(given('2027-03-26', '2027-03-29').output).toMatchObject({ until: '2027-03-29' });
  const { issues } = given('2027-03-29', '2027-03-26');
  expect(issues?.map((issue) => v.getDotPath(issue))).toEqual(['until']);
  expect(given('2027-02-30').success).toBe(false);
});

test('a swap asks a person, or for an item in return', () => {
  const [item, other] = ['a'.repeat(16), 'b'.repeat(16)];
  const asked = (chosen: string) => v.safeParse(SwapForm, { item, with: chosen });
  expect(asked(`account:${other}`).output).toEqual({ item, with: { accountId: other } });
  expect(asked(`item:${other}`).output).toEqual({ item, with: { itemId: other } });
  for (const odd of ['', other, 'item:', `group:${other}`]) expect(asked(odd).success).toBe(false);
});
