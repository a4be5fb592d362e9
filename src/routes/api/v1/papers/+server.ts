import * as v from 'valibot';
import * as papers from '#papers/papers.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/papers.ts';

const Query = v.object({ q: v.pipe(v.string('Say what to look for: ?q=…'), v.trim(), v.maxLength(400)) });

export const GET = operation(
  'GET',
  '/papers',
  {
    summary: 'Papers with these words, best first, also mistyped ones',
    scope: 'papers:read',
    query: Query,
    answer: v.object({ papers: v.array(shapes.FoundPaper), isGuess: v.boolean() })
  },
  ({ query }) => papers.search(query.q)
);
