import * as v from 'valibot';
import * as notes from '#notes/notes.server.ts';
import { type NoteKind, noteKinds, TemplateForm } from '#notes/notes.ts';
import { operation } from '#routes/api/operation.server.ts';
import { NotFound } from '../../../../../../../failures.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/templates/{kind}',
  {
    summary: 'How the group begins its notes of a kind; empty when in the usual way',
    scope: 'notes:read',
    answer: v.object({ text: v.string() })
  },
  async ({ member, params }) => ({ text: await notes.template(member, kindIn(params)) })
);

export const PUT = operation(
  'PUT',
  '/groups/{group}/templates/{kind}',
  {
    summary: 'Begin notes of a kind otherwise from now on',
    scope: 'notes:write',
    body: v.pick(TemplateForm, ['text'])
  },
  ({ member, params, body }) => notes.setTemplate(member, kindIn(params), body.text)
);

function kindIn({ kind }: { kind: string }): NoteKind {
  const found = noteKinds.find((one) => one === kind);
  if (!found) throw new NotFound('This kind of note');
  return found;
}
