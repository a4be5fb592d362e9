import * as meetings from '#meetings/meetings.server.ts';
import { ArchiveSearch } from '#meetings/meetings.ts';
import { page, read } from '#routes/answer.server.ts';
import { byline } from '../byline.ts';
import { titleHtml } from '../rendered.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, url, depends }) => {
  depends('group:meetings');
  const member = await locals.enter(params.group);
  const { title, page: number } = read(ArchiveSearch, Object.fromEntries(url.searchParams));
  const { discussions, hasMore } = await meetings.archive(member, { titled: title, page: number });
  return {
    title,
    number,
    hasMore,
    discussions: discussions.map(({ papers, ...meeting }) => ({
      ...meeting,
      papers: papers.map(({ id, title, lead, authors, authorCount }) => ({
        id,
        lead,
        titleHtml: titleHtml(title),
        byline: byline(authors, authorCount)
      }))
    }))
  };
});
