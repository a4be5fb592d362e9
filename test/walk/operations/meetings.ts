import { usualCycle } from '#meetings/cycle.ts';
import { days, hour, last, op, type Rows } from './entry.ts';

const led = { params: { item: 'ledItem' } };

/** Meetings of a group, its rhythm, and what happens by itself before them. */
export const meetings: Rows = {
  'GET /absences': 'group.read',
  'POST /absences': op('member.away', () => days),
  'DELETE /absences/[absence]': 'member.away',
  'PATCH /agenda/[item]': op('meeting.time', () => ({ minutes: 10 })),
  'DELETE /agenda/[item]': op('meeting.arrange', () => ({}), last),
  'PUT /agenda/[item]/lead': op('agenda.lead', () => ({ by: 'offer' })),
  'DELETE /agenda/[item]/lead': op('agenda.lead', () => ({}), { ...last, ...led }),
  'PUT /agenda/[item]/summary': op('agenda.summarise', () => ({ text: 'Short.' })),
  'POST /agenda/[item]/swap': op('agenda.lead', (at) => ({ accountId: at.otherAccount }), led),
  'PUT /agenda/[item]/time': 'meeting.time',
  'DELETE /agenda/[item]/time': 'meeting.time',
  'GET /archive': 'group.read',
  'POST /archive/asking': op('group.read', () => ({ text: '2401.00001' })),
  'GET /cycle': 'group.read',
  'PUT /cycle': op('series.set', () => ({ ...usualCycle })),
  'POST /cycle/foresight': op('series.set', () => ({ ...usualCycle })),
  'GET /holidays': 'group.read',
  'POST /holidays': op('series.set', () => days),
  'DELETE /holidays/[holiday]': 'series.set',
  'GET /meetings': 'group.read',
  'POST /meetings': op('meeting.arrange', () => hour),
  'GET /meetings/[meeting]': 'group.read',
  'PUT /meetings/[meeting]': op('meeting.arrange', () => hour),
  'POST /meetings/[meeting]/agenda': op('meeting.arrange', (at) => ({ nomination: at.nomination })),
  'PUT /meetings/[meeting]/answer': op('meeting.answer', () => ({ answer: 'yes' })),
  'PUT /meetings/[meeting]/attendance/[account]': 'meeting.attend',
  'DELETE /meetings/[meeting]/attendance/[account]': 'meeting.attend',
  'PUT /meetings/[meeting]/cancellation': op('meeting.arrange', () => ({}), last),
  'DELETE /meetings/[meeting]/cancellation': op('meeting.arrange', () => ({}), last),
  'GET /meetings/[meeting]/closing': 'group.read',
  'PUT /meetings/[meeting]/closing': op('meeting.close', () => ({ fate: {} }), last),
  'DELETE /meetings/[meeting]/closing': op('meeting.close', () => ({}), last),
  'POST /meetings/[meeting]/duties': op('meeting.duty', () => ({ name: 'Scribe' })),
  'DELETE /meetings/[meeting]/duties/[duty]': 'meeting.duty',
  'PUT /meetings/[meeting]/hand': 'meeting.speak',
  'DELETE /meetings/[meeting]/hand': 'meeting.speak',
  'DELETE /meetings/[meeting]/hands/[account]': 'meeting.speak',
  'POST /meetings/[meeting]/note': 'note.make',
  'POST /meetings/[meeting]/questions': op('meeting.ask', () => ({ text: 'Why?' })),
  'PATCH /meetings/[meeting]/questions/[question]': op('meeting.ask', () => ({ settled: true })),
  'DELETE /meetings/[meeting]/questions/[question]': op('meeting.ask', () => ({}), last),
  'GET /meetings/[meeting]/readers': 'group.read',
  'POST /meetings/[meeting]/steps': op('step.do', () => ({ kind: 'note' }), { params: { meeting: 'code' } }),
  'GET /rhythm': 'group.read',
  'PUT /rhythm': op('series.set', () => ({
    ...{ ...hour, every: 'weekly', weekday: 'TH', startsOn: '2031-01-01' }
  })),
  'POST /rhythm/foresight': op('series.set', () => ({
    ...{ ...hour, every: 'weekly', weekday: 'TH', startsOn: '2031-01-01' }
  })),
  'PUT /rhythm/pause': 'series.set',
  'DELETE /rhythm/pause': 'series.set',
  'DELETE /steps/[step]': 'step.undo',
  'GET /swaps': 'group.read',
  'PUT /swaps/[swap]': op('agenda.lead', () => ({ accept: true })),
  'DELETE /swaps/[swap]': 'agenda.lead',
  'GET /turns': 'group.read',
  'GET /week': 'group.read'
};
