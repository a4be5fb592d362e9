import { dayOf } from '../days.ts';
import { isArxivCategory, readArxivId, readIdentifier } from '../identifiers.ts';
import { pagesIn } from '../length.ts';
import { foldText, plainText } from '../text.ts';
import { type Described, type Malformed, Unreadable } from './listed.ts';
import { childrenOf, type Element, readXml } from './xml.ts';

/** A paper as arXiv describes it. Dates are ISO days in UTC; the title and the abstract keep their TeX. */
export interface ArxivPaper {
  arxivId: string;
  version: number;
  title: string;
  abstract: string;
  authors: string[];
  /** arXiv's own classes only, the primary one first. */
  categories: string[];
  /** Of the first version. */
  publishedOn: string;
  /** Of this version. */
  updatedOn: string;
  doi?: string;
  journal?: string;
  comment?: string;
}

/** What arXiv's answer holds; `total` counts what the question would find in all its slices. */
export interface ArxivAnswer {
  papers: ArxivPaper[];
  malformed: Malformed[];
  total: number;
}

const atom = 'http://www.w3.org/2005/Atom';
const arxiv = 'http://arxiv.org/schemas/atom';
const openSearch = 'http://a9.com/-/spec/opensearch/1.1/';

/**
 * Reads the answer of arXiv's query API (Atom): the good entries land, each malformed one is named; an unknown id has
 * no entry. Throws `Unreadable` when arXiv answers with an error, or not with Atom.
 */
export function readArxivAtom(xml: string): ArxivAnswer {
  const feed = readXml(xml);
  if (feed.namespace !== atom || feed.name !== 'feed')
    throw new Unreadable('arXiv did not answer with Atom.');
  const papers: ArxivPaper[] = [];
  const malformed: Malformed[] = [];
  for (const [index, entry] of childrenOf(feed, atom, 'entry').entries()) {
    const id = textIn(entry, atom, 'id');
    if (id.includes('/api/errors'))
      throw new Unreadable(`arXiv: ${textIn(entry, atom, 'summary') || 'an error'}`);
    const paper = paperOf(entry, id);
    if (typeof paper === 'string') malformed.push({ index, reason: paper });
    else papers.push(paper);
  }
  const total = Number(textIn(feed, openSearch, 'totalResults'));
  return { papers, malformed, total: Number.isSafeInteger(total) ? total : papers.length };
}

/** As it is kept. */
export function describedOf(paper: ArxivPaper): Described {
  const { arxivId, version, title, abstract, authors, categories, publishedOn, updatedOn } = paper;
  const pages = pagesIn(paper.comment ?? '');
  return {
    ...{ arxivId, version, title, abstract, authors, categories, publishedOn },
    revisedOn: updatedOn,
    ...(paper.doi && { doi: paper.doi }),
    ...(paper.journal && { venue: paper.journal }),
    ...(pages && { pages })
  };
}

function paperOf(entry: Element, id: string): ArxivPaper | string {
  const key = readArxivId(/\/abs\/(.+)$/.exec(id)?.[1] ?? '');
  const title = textIn(entry, atom, 'title');
  const publishedOn = dayOf(textIn(entry, atom, 'published'));
  if (!key?.version) return `id: ${id.slice(0, 100)} is not an arXiv id with its version`;
  if (title === '') return `title: ${key.arxivId} has none`;
  if (!publishedOn) return `published: ${key.arxivId} has no date`;
  return {
    arxivId: key.arxivId,
    version: key.version,
    title,
    abstract: textIn(entry, atom, 'summary'),
    authors: childrenOf(entry, atom, 'author')
      .map((author) => plainText(textIn(author, atom, 'name')))
      .filter((name) => name !== ''),
    categories: categoriesOf(entry),
    publishedOn,
    updatedOn: dayOf(textIn(entry, atom, 'updated')) ?? publishedOn,
    ...said('doi', doiIn(textIn(entry, arxiv, 'doi'))),
    ...said('journal', textIn(entry, arxiv, 'journal_ref')),
    ...said('comment', textIn(entry, arxiv, 'comment'))
  };
}

function categoriesOf(entry: Element): string[] {
  const named = [...childrenOf(entry, arxiv, 'primary_category'), ...childrenOf(entry, atom, 'category')];
  return [...new Set(named.map((category) => category.attributes['term'] ?? '').filter(isArxivCategory))];
}

/** Authors type their DOIs, sometimes several. */
function doiIn(text: string): string {
  const found = readIdentifier(text.split(' ', 1)[0] ?? '');
  return found && 'doi' in found ? found.doi : '';
}

function textIn(element: Element, namespace: string, name: string): string {
  return foldText(childrenOf(element, namespace, name)[0]?.text ?? '');
}

function said<K extends string>(name: K, value: string): Partial<Record<K, string>> {
  return value === '' ? {} : ({ [name]: value } as Record<K, string>);
}
