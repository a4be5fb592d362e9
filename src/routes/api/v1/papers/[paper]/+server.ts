import * as papers from '#papers/papers.server.ts';
import * as looking from '#papers/looking.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/papers.ts';

export const GET = operation(
  'GET',
  '/papers/{paper}',
  {
    summary: 'A paper by its own id or its arXiv id, and how far one has read it',
    scope: 'papers:read',
    answer: shapes.Paper
  },
  async ({ account, params }) => {
    const paper = await papers.view(params.paper);
    return { ...paper, reading: await looking.readingOf(account, paper.id) };
  }
);
