import { last, op, type Rows } from './entry.ts';

/** Notes of a group, and what is said and to be done in them. */
export const notes: Rows = {
  'GET /action-items': 'note.read',
  'POST /action-items/done': op('note.write', (at) => ({ noteId: at.note, position: 0, text: 'made-up' })),
  'GET /notes': 'note.read',
  'POST /notes': op('note.make', () => ({ title: 'Another' })),
  'GET /notes/[note]': 'note.read',
  'PATCH /notes/[note]': op('note.write', () => ({ title: 'Another name' })),
  'DELETE /notes/[note]': op('note.delete', () => ({}), last),
  'GET /notes/[note]/comments': 'note.read',
  'POST /notes/[note]/comments': op('note.comment', () => ({ quote: 'Note', text: 'Hm.' })),
  'POST /notes/[note]/comments/[thread]': op('note.comment', () => ({ text: 'Hm.' })),
  'PATCH /notes/[note]/comments/[thread]': op('note.resolve', () => ({ resolved: true })),
  'PATCH /notes/[note]/comments/[thread]/[comment]': op('note.comment', () => ({ text: 'Hm!' })),
  'DELETE /notes/[note]/comments/[thread]/[comment]': 'note.comment',
  'GET /notes/[note]/markdown': 'note.export',
  'POST /notes/[note]/markdown': op('note.write', () => ({ text: 'More.' })),
  'GET /notes/[note]/versions': 'note.read',
  'POST /notes/[note]/versions': op('note.version', () => ({ name: 'Second' })),
  'POST /notes/[note]/versions/[version]/restoring': 'note.restore',
  'GET /templates/[kind]': 'note.template',
  'PUT /templates/[kind]': op('note.template', () => ({ text: '' }))
};
