/* How pages call what papers have, apart from the forms so that a page can have the names alone. */

export const orders = ['votes', 'newest', 'group'] as const;
export const sources = ['hf', 'arxiv', 'sample'] as const;

/** What a source is called. */
export const sourceNames: Record<(typeof sources)[number], string> = {
  hf: 'Hugging Face',
  arxiv: 'arXiv',
  sample: 'the sample'
};

export const readings = ['to-read', 'skimmed', 'read'] as const;
export type Reading = (typeof readings)[number];

/** What people call the states of their reading. */
export const readingNames: Record<Reading, string> = {
  'to-read': 'To read',
  skimmed: 'Skimmed',
  read: 'Read'
};

/** How papers can be cited. */
export const citationForms = ['bibtex', 'ris', 'csl', 'plain'] as const;
export type CitationForm = (typeof citationForms)[number];

/** What each form is called, what its files end with, and what they are. */
export const citationKinds: Record<CitationForm, { label: string; ending: string; type: string }> = {
  bibtex: { label: 'BibTeX', ending: 'bib', type: 'application/x-bibtex' },
  ris: { label: 'RIS', ending: 'ris', type: 'application/x-research-info-systems' },
  csl: { label: 'CSL-JSON', ending: 'json', type: 'application/vnd.citationstyles.csl+json' },
  plain: { label: 'Plain text', ending: 'txt', type: 'text/plain' }
};
