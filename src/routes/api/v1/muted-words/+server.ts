import * as v from 'valibot';
import * as looking from '#papers/looking.server.ts';
import { MuteForm } from '#papers/looking.ts';
import { operation } from '#routes/api/operation.server.ts';

export const GET = operation(
  'GET',
  '/muted-words',
  {
    summary: 'The words whose papers one does not want to see',
    scope: 'papers:read',
    answer: v.object({ words: v.array(v.string()) })
  },
  async ({ account }) => ({ words: await looking.muted(account) })
);

export const POST = operation(
  'POST',
  '/muted-words',
  { summary: 'Mute a word', scope: 'papers:write', body: MuteForm },
  ({ account, body }) => looking.mute(account, body.word)
);
