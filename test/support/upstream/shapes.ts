/* What each source sends, in its own shape. All content is invented. */

/** A paper as the world of the fake sources knows it. */
export interface ToyPaper {
  id: string;
  version: number;
  title: string;
  abstract: string;
  authors: string[];
  categories: string[];
  /** ISO moment of the first version. */
  submitted: string;
  /** ISO moment of this version. */
  revised: string;
  doi?: string;
  journal?: string;
  /** The id or DOI of its preprint, as Crossref has it. */
  preprint?: string;
  keywords: string[];
  /** ISO moment at which its authors withdrew it. */
  withdrawn?: string;
  /** As its authors tell Hugging Face. */
  repository?: string;
  projectPage?: string;
}

/** A paper as Hugging Face features it. */
export interface Featured {
  paper: ToyPaper;
  /** ISO date. */
  day: string;
  upvotes: number;
}

/** A paper as arXiv announces it. */
export interface Announced {
  paper: ToyPaper;
  kind: 'new' | 'cross' | 'replace' | 'replace-cross' | 'replace-absonly';
}

/** The paper of that number, `2606.NNNNN`, with what a test wants different. */
export function toy(number: number, changes: Partial<ToyPaper> = {}): ToyPaper {
  const submitted = '2026-06-10T16:00:00Z';
  return {
    id: `2606.${String(number).padStart(5, '0')}`,
    version: 1,
    title: `Toy ${number}: Of Wood and $O(n)$ Paint`,
    abstract: `Invented abstract number ${number} with $x < ${number}$ & more.`,
    authors: ['Ada L.', 'Zoë Ünïcode'],
    categories: ['cs.LG'],
    submitted,
    revised: submitted,
    keywords: ['toys', 'wood'],
    ...changes
  };
}

/** An item of `/api/daily_papers`. */
export function dailyItem({ paper, day, upvotes }: Featured) {
  const person = {
    _id: '65',
    avatarUrl: '/avatars/00.svg',
    fullname: 'Bo Example',
    name: 'bo',
    type: 'user'
  };
  return {
    paper: {
      ...hfPaper(paper, upvotes),
      submittedOnDailyAt: `${day}T00:00:00.000Z`,
      submittedOnDailyBy: { ...person, user: 'bo' }
    },
    publishedAt: new Date(Date.parse(paper.submitted) - 4 * 3_600_000).toISOString(),
    title: paper.title,
    summary: paper.abstract,
    thumbnail: `https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/${paper.id}.png`,
    numComments: 2,
    submittedBy: { ...person, isHf: false, isMod: false },
    isAuthorParticipating: false
  };
}

/** The answer of `/api/papers/{id}`. */
export function hfPaper(paper: ToyPaper, upvotes: number) {
  return {
    id: paper.id,
    authors: paper.authors.map((name, index) => ({ _id: `6a${index}`, name, hidden: false })),
    publishedAt: `${paper.submitted.slice(0, 10)}T00:00:00.000Z`,
    title: paper.title,
    summary: paper.abstract,
    upvotes,
    discussionId: '6b00000000000000b602d3a4',
    ai_summary: 'An invented one-sentence summary.',
    ai_keywords: paper.keywords,
    ai_summary_model: 'example/model',
    ...(paper.withdrawn && { withdrawnAt: paper.withdrawn }),
    ...(paper.repository && { githubRepo: paper.repository }),
    ...(paper.projectPage && { projectPage: paper.projectPage })
  };
}

/** The answer of arXiv's query API. */
export function atom(
  papers: readonly ToyPaper[],
  { total, start }: { total: number; start: number }
): string {
  return `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/AAAA</id><title>arXiv Query</title><updated>2026-06-14T02:30:47Z</updated>
  <opensearch:itemsPerPage>${papers.length}</opensearch:itemsPerPage>
  <opensearch:totalResults>${total}</opensearch:totalResults>
  <opensearch:startIndex>${start}</opensearch:startIndex>
${papers.map(atomEntry).join('\n')}
</feed>`;
}

function atomEntry(paper: ToyPaper): string {
  const scheme = 'scheme="http://arxiv.org/schemas/atom"';
  return `  <entry>
    <id>http://arxiv.org/abs/${paper.id}v${paper.version}</id>
    <title>${escaped(paper.title.replace(' ', '\n  '))}</title>
    <updated>${paper.revised}</updated>
    <summary>  ${escaped(paper.abstract)}</summary>
    ${paper.categories.map((term) => `<category term="${term}" ${scheme}/>`).join('')}<category term="I.2.6" ${scheme}/>
    <published>${paper.submitted}</published>
    <arxiv:primary_category term="${paper.categories[0]}"/>
    ${paper.doi ? `<arxiv:doi>${escaped(paper.doi)}</arxiv:doi>` : ''}${paper.journal ? `<arxiv:journal_ref>${escaped(paper.journal)}</arxiv:journal_ref>` : ''}
    ${paper.authors.map((name) => `<author><name>${escaped(name)}</name></author>`).join('')}
  </entry>`;
}

/** What arXiv's query API answers to an id it cannot read, with status 400. */
export function atomError(id: string): string {
  return `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>https://arxiv.org/api/errors</id><entry>
<id>https://arxiv.org/api/errors#incorrect_id_format_for_${escaped(id)}</id><title>Error</title>
<summary>incorrect id format for ${escaped(id)}</summary></entry></feed>`;
}

/** arXiv's announcements. @param day ISO date the feed says it is of */
export function rss(day: string, items: readonly Announced[]): string {
  const date = `${new Date(`${day}T00:00:00Z`).toUTCString().slice(0, 16)} 00:00:00 -0400`;
  return `<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" version="2.0">
<channel><title>updates on arXiv.org</title><link>http://rss.arxiv.org/rss/cs.LG</link><language>en-us</language>
<lastBuildDate>${date}</lastBuildDate><pubDate>${date}</pubDate><skipDays><day>Saturday</day><day>Sunday</day></skipDays>
${items.map((item) => rssItem(date, item)).join('\n')}
</channel></rss>`;
}

function rssItem(date: string, { paper, kind }: Announced): string {
  return `<item><title>${escaped(paper.title)}</title><link>https://arxiv.org/abs/${paper.id}</link>
<description>arXiv:${paper.id}v${paper.version} Announce Type: ${kind} 
Abstract: ${escaped(paper.abstract)}</description><guid isPermaLink="false">oai:arXiv.org:${paper.id}v${paper.version}</guid>
${paper.categories.map((term) => `<category>${term}</category>`).join('')}<pubDate>${date}</pubDate>
<arxiv:announce_type>${kind}</arxiv:announce_type><dc:creator>Ada L. (Example Lab, Turin), Zo\\"e \\"Un\\"icode</dc:creator></item>`;
}

/** The answer of Crossref's `/works/{doi}`. */
export function work(doi: string, paper: ToyPaper) {
  const day = paper.submitted.slice(0, 10).split('-').map(Number);
  return {
    status: 'ok',
    'message-type': 'work',
    'message-version': '1.0.0',
    message: {
      DOI: doi,
      type: 'journal-article',
      title: [paper.title],
      author: paper.authors.map((name) => {
        const [given, family] = name.split(' ');
        return { given, family, sequence: 'additional', affiliation: [] };
      }),
      'container-title': [paper.journal ?? 'Journal of Toys'],
      abstract: `<jats:p>${escaped(paper.abstract)}</jats:p>`,
      published: { 'date-parts': [day] },
      ...(paper.preprint && {
        relation: { 'has-preprint': [{ 'id-type': 'doi', id: paper.preprint, 'asserted-by': 'subject' }] }
      }),
      URL: `https://doi.org/${doi}`
    }
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
