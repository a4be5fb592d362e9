import * as v from 'valibot';

/** A paper as lists show it. Titles and abstracts keep their TeX; `papers` renders nothing. */
export interface Particulars {
  id: string;
  title: string;
  abstract: string;
  authors: string[];
  /** Known from a pasted page that counts authors without naming them. */
  authorCount: number | null;
  /** ISO date. */
  publishedOn: string | null;
  arxivId: string | null;
  doi: string | null;
  projectUrl: string | null;
  codeUrl: string | null;
}

/** All that is known of a paper. */
export interface Whole extends Particulars {
  categories: string[];
  keywords: string[];
  venue: string | null;
  /** The newest version arXiv is known to have, and when it came out. */
  arxivVersion: number | null;
  revisedOn: string | null;
  /** When a source was last asked for all it knows of it; null while that is to come. */
  completedAt: Date | null;
}

/** A pasted paper: what the text said of it, and whether it is known here. */
export interface Pasted {
  title: string;
  abstract: string;
  authorCount: number | null;
  publishedOn: string | null;
  commentCount: number | null;
  /** Null while it is unknown and nothing was kept. */
  paperId: string | null;
}

/** What became of a pasted text. */
export interface Import {
  papers: Pasted[];
  /** Lines that could not be read, counted from 1. */
  unread: { line: number; text: string }[];
}

/** Characters of a text one may paste. */
export const longestPaste = 1_000_000;

export const PasteForm = v.object({
  text: v.pipe(
    v.string(),
    v.check((text) => text.trim() !== '', 'Paste something first.'),
    v.check(
      (text) => text.length <= longestPaste,
      (issue) =>
        `The text has ${issue.input.length.toLocaleString('en')} characters; the most is ` +
        `${longestPaste.toLocaleString('en')}. Nothing was kept.`
    )
  )
});

/** A title where nothing is rendered: accents and marks of TeX become letters, formulas stay. */

/** Where a paper can be read, each with what to call it. */
export function linksOf(paper: Pick<Particulars, 'arxivId' | 'doi' | 'projectUrl' | 'codeUrl'>) {
  const { arxivId, doi, projectUrl, codeUrl } = paper;
  return [
    arxivId && { label: 'arXiv', href: `https://arxiv.org/abs/${arxivId}` },
    arxivId && { label: 'PDF', href: `https://arxiv.org/pdf/${arxivId}` },
    arxivId && { label: 'HTML', href: `https://arxiv.org/html/${arxivId}` },
    arxivId && { label: 'Hugging Face', href: `https://huggingface.co/papers/${arxivId}` },
    doi && { label: 'DOI', href: `https://doi.org/${encodeURI(doi)}` },
    projectUrl && { label: 'Project', href: projectUrl },
    codeUrl && { label: 'Code', href: codeUrl }
  ].filter((link) => link !== null && link !== '');
}
