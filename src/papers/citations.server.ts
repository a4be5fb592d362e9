import { inArray } from 'drizzle-orm';
import { fromTex } from '#markdown/tex.ts';
import { plainText } from '#papers/text.ts';
import { paper } from '#papers/schema.ts';
import { database } from '#platform/database.server.ts';
import type { CitationForm } from '#papers/names.ts';

/** What a citation is made of. */
export interface Cited {
  title: string;
  authors: readonly string[];
  /** ISO date. */
  publishedOn: string | null;
  arxivId: string | null;
  doi: string | null;
  venue: string | null;
}

const mostCited = 2000;

/** Papers as a file of citations, in the order of the ids. */
export async function cite(paperIds: readonly string[], form: CitationForm): Promise<string> {
  const ids = paperIds.slice(0, mostCited);
  const found =
    ids.length === 0
      ? []
      : await database()
          .select({
            id: paper.id,
            title: paper.title,
            authors: paper.authors,
            publishedOn: paper.publishedOn,
            arxivId: paper.arxivId,
            doi: paper.doi,
            venue: paper.venue
          })
          .from(paper)
          .where(inArray(paper.id, ids));
  const byId = new Map(found.map((one) => [one.id, one]));
  return formatCitations(
    ids.flatMap((id) => byId.get(id) ?? []),
    form
  );
}

/** Citations by citation-js; formulas of titles stay TeX in BibTeX and stand as they are everywhere else. */
export async function formatCitations(papers: readonly Cited[], form: CitationForm): Promise<string> {
  if (papers.length === 0) return form === 'csl' ? '[]\n' : '';
  // It loads its styles when it is first needed: most of a second.
  const [{ Cite }] = await Promise.all([
    import('@citation-js/core'),
    import('@citation-js/plugin-bibtex'),
    import('@citation-js/plugin-ris'),
    import('@citation-js/plugin-csl')
  ]);
  const keys = keysOf(papers);
  const formulas: string[] = [];
  const keep = (title: string) =>
    fromTex(
      title,
      (plain) => plain,
      ({ kind, text, source }) => {
        if (kind === 'link') return text;
        return form === 'bibtex' && isClosed(text) ? `zqformula${formulas.push(`$${text}$`) - 1}qz` : source;
      }
    );
  const cited = new Cite(papers.map((one, index) => itemOf(one, keys[index]!, keep)));
  if (form === 'plain')
    return cited.format('bibliography', { format: 'text', template: 'apa', lang: 'en-US' }).trimStart();
  if (form === 'ris') return risOf(cited.format('ris', { format: 'object' }));
  if (form === 'csl') return `${cited.format('data')}\n`;
  const entries = cited.format('bibtex').split(/^(?=@)/m);
  return entries
    .map((entry, index) => withEprint(entry, papers[index]!))
    .join('')
    .replace(/zqformula(\d+)qz/g, (_, index: string) => formulas[Number(index)] ?? '');
}

/** Whether braces close what they open, so that nothing after the formula is taken for a part of it, nor before its end. */
function isClosed(formula: string): boolean {
  let depth = 0;
  for (const [brace] of formula.matchAll(/\\.|[{}]/gs)) {
    if (brace === '{') depth++;
    else if (brace === '}' && --depth < 0) return false;
  }
  return depth === 0;
}

/** Each value on one line, as RIS has it: the library would break it after so many letters, in the middle of a word. */
function risOf(records: Record<string, unknown>[]): string {
  return records
    .map(({ TY, ...tags }) => {
      const lines = Object.entries(tags).flatMap(([tag, values]) =>
        [values].flat().map((value) => `${tag}  - ${String(value)}`)
      );
      return [`TY  - ${String(TY)}`, ...lines, 'ER  - ', ''].join('\n');
    })
    .join('\n');
}

/**
 * The arXiv id in the fields that BibTeX's styles know it by, and the month as they know it. What appeared nowhere else
 * is no article of a journal. Source: https://info.arxiv.org/help/hypertex/bibstyles/index.html
 */
function withEprint(entry: string, { arxivId, venue }: Cited): string {
  const named = arxivId ? `\teprint = {${arxivId}},\n\tarchiveprefix = {arXiv},\n}` : '}';
  return entry
    .replace(/^@article\{/, venue ? '@article{' : '@misc{')
    .replace(/^\tmonth = \{([a-z]{3}) \d+\},$/m, '\tmonth = $1,')
    .replace(/^\}/m, named);
}

/** CSL-JSON, https://docs.citationstyles.org/en/stable/specification.html */
function itemOf(paper: Cited, key: string, keep: (title: string) => string): object {
  const { arxivId, doi, venue, publishedOn } = paper;
  const address = arxivId ? `https://arxiv.org/abs/${arxivId}` : doi && `https://doi.org/${doi}`;
  return {
    id: key,
    'citation-key': key,
    type: venue ? 'article-journal' : 'article',
    title: keep(paper.title),
    author: paper.authors.map(nameOf),
    ...(publishedOn && { issued: { 'date-parts': [publishedOn.split('-').map(Number)] } }),
    ...(venue && { 'container-title': venue }),
    ...(arxivId && !venue && { publisher: 'arXiv', number: `arXiv:${arxivId}` }),
    ...(doi ? { DOI: doi } : arxivId && { DOI: `10.48550/arXiv.${arxivId}` }),
    ...(address && { URL: address })
  };
}

/** The last word is taken for the family name, with particles such as "van der" before it; one word is a name whole. */
function nameOf(name: string): object {
  const [, given, family] =
    /^(.*?)\s+((?:(?:van|von|der|den|de|la|le|du|di|da|ten|ter)\s+)*\S+)$/u.exec(name) ?? [];
  return given && family ? { given, family } : { literal: name };
}

/** `frankle2018lottery`, told apart by a letter when two are the same. */
function keysOf(papers: readonly Cited[]): string[] {
  const taken = new Map<string, number>();
  return papers.map(({ title, authors, publishedOn }) => {
    const family = authors[0]?.split(/\s+/).at(-1) ?? 'anonymous';
    const word = plainText(title)
      .split(/[^\p{L}\p{N}]+/u)
      .find((one) => one.length > 3 && !/^(?:with|from|that|this|into|when|what|your|over)$/i.test(one));
    const key = [family, publishedOn?.slice(0, 4) ?? '', word ?? '']
      .join('')
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9]/g, '')
      .toLowerCase();
    const before = taken.get(key) ?? 0;
    taken.set(key, before + 1);
    return before === 0 ? key || 'paper' : `${key}${letters(before)}`;
  });
}

/** 1 → b, 25 → z, 26 → ba. */
function letters(number: number): string {
  const last = String.fromCharCode(97 + (number % 26));
  return number < 26 ? last : letters(Math.floor(number / 26)) + last;
}
