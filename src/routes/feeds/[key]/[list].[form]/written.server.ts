import { Feed } from 'feed';
import { escapeHtml, withoutBadBytes } from '#markdown/html.ts';
import { renderMarkdown, renderPaperText } from '#markdown/markdown.server.ts';
import { plainText as plainTitle } from '#papers/text.ts';
import type { Followed } from '#queue/queue.server.ts';

export const lists = { queue: 'Queue', picks: 'Picks' } as const;
export type List = keyof typeof lists;

/** The forms of a feed, and what each is. */
export const forms = {
  atom: 'application/atom+xml',
  rss: 'application/rss+xml',
  json: 'application/feed+json'
} as const;
export type Form = keyof typeof forms;

/** Whose feed it is, and at what address. */
export interface Source {
  groupId: string;
  slug: string;
  name: string;
  address: URL;
}

/** A group's queue or picks as a feed. Atom's titles and all summaries but JSON's are HTML; RSS knows authors by their mail only. */
export function written(form: Form, list: List, source: Source, items: readonly Followed[]): string {
  const { groupId, slug, address } = source;
  const { origin } = address;
  const name = withoutBadBytes(source.name);
  const html = (text: string) =>
    form === 'json' ? withoutBadBytes(text) : escapeHtml(withoutBadBytes(text));
  const feed = new Feed({
    id: `${origin}/feeds/${groupId}/${list}`,
    title: `${lists[list]} of ${name}`,
    description: list === 'queue' ? `What ${name} may discuss` : `What ${name} chose to discuss`,
    link: `${origin}/g/${slug}/${list === 'queue' ? 'queue' : 'archive'}`,
    copyright: '',
    generator: 'Colloquy',
    // A feed in which nothing is new stays the same, so that readers need not take it again.
    updated: items[0]?.at ?? new Date(0),
    feedLinks: { [form]: address.href }
  });
  for (const item of items) {
    const authors = item.authors.map(withoutBadBytes).join(', ') || 'Unknown';
    const title = withoutBadBytes(plainTitle(item.title));
    feed.addItem({
      id: `${origin}/papers/${item.paperId}#${item.nominationId}`,
      title: form === 'atom' ? escapeHtml(title) : title,
      link: addressOf(item, origin),
      date: item.at,
      ...(form === 'rss'
        ? { extensions: [{ name: 'dc:creator', objects: { _text: authors } }] }
        : { author: [{ name: authors }] }),
      description: html(`Proposed by ${item.proposer}`),
      content: [
        item.pitch && renderMarkdown(item.pitch),
        item.abstract && `<p>${renderPaperText(item.abstract)}</p>`
      ]
        .filter(Boolean)
        .join('\n')
    });
  }
  return form === 'atom' ? feed.atom1() : form === 'rss' ? feed.rss2() : feed.json1();
}

/** Where anybody can read it; our own pages want an account. */
function addressOf({ arxivId, doi, paperId }: Followed, origin: string): string {
  if (arxivId) return `https://arxiv.org/abs/${arxivId}`;
  return doi ? `https://doi.org/${encodeURI(doi)}` : `${origin}/papers/${paperId}`;
}
