import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { CycleForm } from '#meetings/cycleforms.ts';
import { fieldsOf, stepKinds, usualCycle, type Cycle } from '#meetings/cycle.ts';
import { foresee, momentBefore, planned, stillMakesSense } from '#meetings/planned.server.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Chatham',
  'Pacific/Kiritimati'
];
const hour = 3_600_000;
const day = 24 * hour;
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const moments = fc.date({
  min: new Date('2024-01-01'),
  max: new Date('2030-01-01'),
  noInvalidDate: true
});

/** What `Intl` says the clocks of a zone show, to check one library by another. */
const shown = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
const dayIn = (at: Date, zone: string) => Date.parse(`${shown(at, zone).slice(0, 10)}T00:00Z`) / day;

describe('a lead time, in any zone', () => {
  test('is so many calendar days before the meeting’s day, at its time unless a clock change skips that', () => {
    fc.assert(
      fc.property(
        moments,
        fc.record({ days: fc.integer({ min: 0, max: 28 }), time: times }),
        fc.constantFrom(...zones),
        (startsAt, lead, zone) => {
          const at = momentBefore(startsAt, lead, zone);
          expect(dayIn(startsAt, zone) - dayIn(at, zone)).toBe(lead.days);
          const clock = shown(at, zone).slice(11);
          if (clock === lead.time) return;
          // Skipped: an hour before, the clocks had not yet shown the time; now they are past it.
          expect(clock > lead.time).toBe(true);
          expect(shown(new Date(at.getTime() - hour - 1), zone).slice(11) < lead.time).toBe(true);
        }
      ),
      { numRuns: 300 }
    );
  });

  test('“three days before, Monday 18:00” stays so across both clock changes, in UTC it does not', () => {
    const before = (startsAt: string, zone: string) =>
      momentBefore(new Date(startsAt), { days: 3, time: '18:00' }, zone).toISOString();
    // Berlin: the clocks change between Friday and the meeting on Monday.
    expect(before('2026-03-30T16:00Z', 'Europe/Berlin')).toBe('2026-03-27T17:00:00.000Z');
    expect(before('2026-10-26T17:00Z', 'Europe/Berlin')).toBe('2026-10-23T16:00:00.000Z');
    // Sydney, the other way round; Lord Howe by half an hour; Kolkata never.
    expect(before('2026-10-05T07:00Z', 'Australia/Sydney')).toBe('2026-10-02T08:00:00.000Z');
    expect(before('2027-04-05T08:00Z', 'Australia/Sydney')).toBe('2027-04-02T07:00:00.000Z');
    expect(before('2026-10-05T07:00Z', 'Australia/Lord_Howe')).toBe('2026-10-02T07:30:00.000Z');
    expect(before('2026-10-05T12:30Z', 'Asia/Kolkata')).toBe('2026-10-02T12:30:00.000Z');
  });
});

const cycle = (steps: Partial<Cycle['steps']> = {}): Cycle => ({
  ...usualCycle,
  steps: { ...usualCycle.steps, ...steps }
});

test('the steps of the usual week come in the order in which they make sense, in any zone', () => {
  fc.assert(
    fc.property(moments, fc.constantFrom(...zones), (startsAt, zone) => {
      const steps = planned(usualCycle, startsAt, zone);
      expect(steps.map(({ kind }) => kind)).toEqual([...stepKinds]);
      for (const [index, { at }] of steps.entries()) {
        if (index > 0) expect(at >= steps[index - 1]!.at).toBe(true);
      }
    })
  );
});

test('without a ballot nothing that serves one is planned', () => {
  const steps = planned(cycle({ open: null }), new Date('2026-11-26T17:00Z'), 'Europe/Berlin');
  expect(steps.map(({ kind }) => kind)).toEqual(['note', 'remind']);
});

describe('a step whose time has passed', () => {
  const startsAt = new Date('2026-11-26T17:00Z');
  const meeting = { startsAt, durationMinutes: 60 };
  const closesAt = new Date('2026-11-23T17:00Z');
  const sense = (kind: (typeof stepKinds)[number], now: string) =>
    stillMakesSense(kind, new Date(now), meeting, closesAt);

  test('opens a ballot while there is time to vote, and reminds nobody of what is over', () => {
    expect(sense('open', '2026-11-23T16:00Z')).toBe(true);
    expect(sense('open', '2026-11-23T16:45Z')).toBe(false);
    expect(sense('nudge', '2026-11-23T16:59Z')).toBe(true);
    expect(sense('nudge', '2026-11-23T17:00Z')).toBe(false);
    expect(sense('remind', '2026-11-26T16:59Z')).toBe(true);
    expect(sense('remind', '2026-11-26T17:00Z')).toBe(false);
    expect(sense('note', '2026-11-26T17:30Z')).toBe(true);
    expect(sense('note', '2026-11-26T18:00Z')).toBe(false);
    expect(sense('close', '2027-01-01T00:00Z')).toBe(true);
  });

  test('is foreseen as happening at once, or never', () => {
    const when = (now: string, isVoting = false) =>
      Object.fromEntries(
        foresee(usualCycle, meeting, { timezone: 'Europe/Berlin', isVoting }, new Date(now)).map(
          ({ kind, when }) => [kind, when]
        )
      );
    expect(when('2026-11-19T00:00Z')).toMatchObject({ lock: 'then', open: 'then', remind: 'then' });
    expect(when('2026-11-21T00:00Z')).toMatchObject({ lock: 'now', open: 'now', close: 'then' });
    expect(when('2026-11-25T00:00Z')).toMatchObject({
      ...{ lock: 'never', open: 'never', nudge: 'never', close: 'never' },
      ...{ note: 'then', remind: 'then' }
    });
    expect(when('2026-11-25T00:00Z', true)).toMatchObject({ open: 'never', close: 'now' });
  });
});

describe('the form of a week', () => {
  const asked = (changes: Record<string, string | undefined> = {}) =>
    v.safeParse(CycleForm, { ...on(fieldsOf(usualCycle)), ...changes });
  /** As a browser sends it: a box that is not ticked is not sent. */
  const on = (fields: Record<string, string>) =>
    Object.fromEntries(Object.entries(fields).filter(([name, value]) => !(name.endsWith('.on') && !value)));
  const faults = (changes: Record<string, string | undefined>) =>
    (asked(changes).issues ?? []).map(({ path }) => path?.[0]?.key);

  test('gives back what its fields say', () => {
    expect(asked().output).toEqual(usualCycle);
    const off = cycle({ lock: null, nudge: null });
    expect(v.parse(CycleForm, on(fieldsOf(off)))).toEqual(off);
    const dots: Cycle = { ...usualCycle, ...{ method: 'dots', budget: 7, most: 3, top: 9 } };
    expect(v.parse(CycleForm, on(fieldsOf(dots)))).toEqual(dots);
  });

  test('refuses steps in an order that makes no sense, each beside its field', () => {
    expect(faults({ 'close.days': '6', 'close.time': '17:00' })).toContain('close.days');
    expect(faults({ 'lock.days': '5' })).toContain('open.days');
    expect(faults({ 'nudge.days': '7' })).toContain('nudge.days');
    expect(faults({ 'nudge.days': '2' })).toContain('close.days');
    expect(faults({ 'open.on': undefined })).toContain('lock.on');
    expect(faults({ seats: '5' })).toContain('seats');
    expect(faults({ method: 'dots', most: '11' })).toContain('most');
    expect(faults({ most: '11' })).toEqual([]);
    expect(faults({ top: '0' })).toContain('top');
    expect(faults({ 'note.days': '-1' })).toContain('note.days');
    expect(faults({ 'note.time': '25:00' })).toContain('note.time');
    expect(faults({ 'lock.days': '6', 'lock.time': '18:00' })).toEqual([]);
  });
});
