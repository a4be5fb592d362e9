import { Feed } from 'feed';
import * as groups from '#groups/groups.server.ts';
import { renderMarkdown, renderPaperText } from '#markdown/markdown.server.ts';
import { plainTitle } from '#papers/papers.ts';
import * as queue from '#queue/queue.server.ts';
import { page } from '#routes/answer.server.ts';
import { NotFound } from '../../../../failures.ts';
import type { RequestHandler } from './$types';

const lists = { queue: 'Queue', picks: 'Picks' } as const;
const forms = {
  atom: { type: 'application/atom+xml', write: (feed: Feed) => feed.atom1() },
  rss: { type: 'application/rss+xml', write: (feed: Feed) => feed.rss2() },
  json: { type: 'application/feed+json', write: (feed: Feed) => feed.json1() }
};

/** A group's queue or picks as Atom, RSS or JSON Feed, for whoever has the address. */
export const GET: RequestHandler = page(async ({ params, url, request }) => {
  const list = Object.keys(lists).find((one) => one === params.list) as keyof typeof lists | undefined;
  const form = Object.keys(forms).find((one) => one === params.form) as keyof typeof forms | undefined;
  if (!list || !form) throw new NotFound('This feed');
  const group = await groups.followedBy(params.key);
  const items = await queue.followed(group.groupId, list);
  const { type, write } = forms[form];
  const feed = new Feed({
    id: `${url.origin}/feeds/${group.groupId}/${list}`,
    title: `${lists[list]} of ${group.name}`,
    link: `${url.origin}/g/${group.slug}/${list === 'queue' ? 'queue' : 'archive'}`,
    copyright: '',
    generator: 'Colloquy',
    // A feed in which nothing is new stays the same, so that readers need not take it again.
    updated: items[0]?.at ?? new Date(0),
    feedLinks: { [form]: url.href }
  });
  for (const item of items) {
    feed.addItem({
      id: `${url.origin}/papers/${item.paperId}#${item.nominationId}`,
      title: plainTitle(item.title),
      link: addressOf(item, url.origin),
      date: item.at,
      author: [{ name: item.authors.join(', ') || 'Unknown' }],
      description: `Proposed by ${item.proposer}`,
      content: [
        item.pitch && renderMarkdown(item.pitch),
        item.abstract && `<p>${renderPaperText(item.abstract)}</p>`
      ]
        .filter(Boolean)
        .join('\n')
    });
  }
  const body = write(feed);
  const etag = `"${await digest(body)}"`;
  const headers = { etag, 'cache-control': 'private, max-age=900' };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'content-type': `${type}; charset=utf-8` } });
});

/** Where anybody can read it; our own pages want an account. */
function addressOf({ arxivId, doi, paperId }: queue.Followed, origin: string): string {
  if (arxivId) return `https://arxiv.org/abs/${arxivId}`;
  return doi ? `https://doi.org/${encodeURI(doi)}` : `${origin}/papers/${paperId}`;
}

async function digest(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(hash).toString('base64url').slice(0, 22);
}
