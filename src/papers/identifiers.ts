import { plainText } from './text.ts';

/** What a pasted thing names. The version is kept apart: it is no part of a paper's key. */
export type Identifier = { arxivId: string; version?: number } | { doi: string };

// Archives that gave out ids of their own until March 2007, and those founded later (categories only).
const oldArchives = new Set(
  (
    'acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs ' +
    'dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol ' +
    'physics plasm-ph q-alg q-bio quant-ph solv-int supr-con'
  ).split(' ')
);
const archives = new Set([...oldArchives, 'econ', 'eess', 'q-fin', 'stat']);

const longest = 2000;
/** In characters, so that an index of PostgreSQL can hold them. */
const longestDoi = 500;
const longestKey = 600;

/**
 * Reads one pasted identifier or address: arXiv ids of both styles, DOIs, and the addresses of arXiv and of the
 * sites that show its papers. Surrounding quotes, brackets and punctuation, query strings and fragments are
 * tolerated. Null when it is none of these, or an id that arXiv cannot have given out (month 13).
 */
export function readIdentifier(text: string): Identifier | null {
  if (text.length > longest) return null;
  const bare = unwrap(text.trim());
  return readAddress(bare) ?? readDoi(bare) ?? readNamed(bare) ?? readArxivId(bare);
}

/**
 * Reads a bare arXiv id: `YYMM.NNNN(N)` or `archive(.XX)/YYMMNNN`, each with an optional `vN`.
 * Source: https://info.arxiv.org/help/arxiv_identifier.html
 */
export function readArxivId(text: string): { arxivId: string; version?: number } | null {
  const parts =
    /^(?:(\d{4})\.(\d{4,5})|([a-z-]+)(?:\.[a-z-]{2,})?\/(\d{4})(\d{3}))(?:v([1-9]\d{0,3}))?$/i.exec(text);
  if (!parts) return null;
  const [, month, number, archive, oldMonth, oldNumber, version] = parts;
  const arxivId =
    month && number ? newStyle(month, number) : oldStyle(archive ?? '', oldMonth ?? '', oldNumber ?? '');
  if (!arxivId) return null;
  return version ? { arxivId, version: Number(version) } : { arxivId };
}

/** Whether this is a subject class of arXiv's own (`cs.LG`, `hep-th`), not an ACM or MSC code in its place. */
export function isArxivCategory(term: string): boolean {
  const parts = /^([a-z-]+)(?:\.(?:[A-Z]{2}|[a-z]+(?:-[a-z]+)*))?$/.exec(term);
  return parts !== null && archives.has(parts[1] ?? '');
}

const greek =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega'.split(
    ' '
  );
const spelled: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ϵ: 'epsilon',
  ϕ: 'phi'
};
const styles =
  /\\(?:math(?:bb|bf|cal|frak|it|rm|sf|scr)|text(?:bf|it|rm|sc|sf|tt)?|operatorname|boldsymbol|bm|rm|bf|it)(?![a-z])/gi;

/**
 * The key by which titles from different sources are found to be the same: letters and digits only, lower-case,
 * without accents and TeX (`$\alpha$` and `α` are both `alpha`), and no more of them than tell titles apart. Empty for a title without letters and digits.
 */
export function titleKey(title: string): string {
  return plainText(title)
    .replace(styles, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[ßøłđıæœϵϕ]/g, (letter) => spelled[letter] ?? letter)
    .replace(/[α-ω]/g, (letter) => greek[letter.charCodeAt(0) - 0x3b1] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, longestKey)
    .toWellFormed();
}

function newStyle(month: string, number: string): string | null {
  const year = Number(month.slice(0, 2));
  const digits = Number(month) < 1501 ? 4 : 5;
  if (!isMonth(month) || Number(month) < 704 || year > 90) return null;
  return number.length === digits && Number(number) > 0 ? `${month}.${number}` : null;
}

function oldStyle(archive: string, month: string, number: string): string | null {
  const name = archive.toLowerCase();
  const year = Number(month.slice(0, 2));
  if (!oldArchives.has(name) || !isMonth(month) || Number(number) === 0) return null;
  return year >= 91 || Number(month) <= 703 ? `${name}/${month}${number}` : null;
}

function isMonth(yearAndMonth: string): boolean {
  const month = Number(yearAndMonth.slice(2));
  return month >= 1 && month <= 12;
}

const opening = /^[\s<([{"'`“”‘’«]+/;
const closing = /[\s>"'`“”‘’»,;:.!?*]/;
const partners: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/** Takes off what stands around a pasted thing; a bracket that closes one inside it (as DOIs have) stays. */
function unwrap(text: string): string {
  const inner = text.replace(opening, '');
  const unclosed: Record<string, number> = { '(': 0, '[': 0, '{': 0 };
  for (const character of inner) {
    const opener = partners[character] ?? character;
    if (opener in unclosed) unclosed[opener] = (unclosed[opener] ?? 0) + (opener === character ? 1 : -1);
  }
  let end = inner.length;
  for (; end > 0; end--) {
    const last = inner[end - 1] ?? '';
    const opener = partners[last];
    if (opener && (unclosed[opener] ?? 0) < 0) unclosed[opener] = (unclosed[opener] ?? 0) + 1;
    else if (!closing.test(last)) break;
  }
  return inner.slice(0, end);
}

/** Where each site keeps an arXiv id in its paths. */
const sites: Record<string, RegExp> = {
  'arxiv.org': /^(?:abs|pdf|html|format|src|e-print|ps)\/(.+)$/i,
  'export.arxiv.org': /^(?:abs|pdf|html|format|src|e-print|ps)\/(.+)$/i,
  'huggingface.co': /^papers\/(.+)$/i,
  'hf.co': /^papers\/(.+)$/i,
  'alphaxiv.org': /^(?:abs|pdf|html|overview)\/(.+)$/i,
  'scirate.com': /^arxiv\/(.+)$/i,
  'papers.cool': /^arxiv\/(.+)$/i,
  'ar5iv.org': /^(?:html|abs|pdf)\/(.+)$/i,
  'ar5iv.labs.arxiv.org': /^(?:html|abs|pdf)\/(.+)$/i
};

function readAddress(text: string): Identifier | null {
  const parts = /^(?:https?:\/\/)?(?:www\.)?([a-z0-9.-]+)(?::\d+)?\/+([^?#]*)/i.exec(text);
  if (!parts) return null;
  const host = (parts[1] ?? '').toLowerCase();
  const path = decode(parts[2] ?? '');
  if (host === 'doi.org' || host === 'dx.doi.org') return readDoi(unwrap(path));
  const id = Object.hasOwn(sites, host) ? sites[host]?.exec(path)?.[1] : undefined;
  return id ? readArxivId(unwrap(id.replace(/\/+$/, '')).replace(/\.(?:pdf|ps|html)$/i, '')) : null;
}

function readDoi(text: string): Identifier | null {
  const doi = /^(?:doi:?\s*)?(10\.\d{4,9}(?:\.\d+)*\/[^\s?#]+)/i.exec(text)?.[1]?.toLowerCase();
  if (!doi || doi.length > longestDoi) return null;
  const arxiv = /^10\.48550\/arxiv\.(.+)$/.exec(unwrap(doi))?.[1];
  return arxiv === undefined ? { doi: unwrap(doi) } : readArxivId(arxiv);
}

/** `arXiv:2310.06110v2 [cs.LG] 9 Oct 2023`, as the margin of a PDF has it. */
function readNamed(text: string): Identifier | null {
  const id = /^arxiv(?:\.org)?[:\s]\s*([^\s[\]]+)(?:\s*\[[a-z.-]+\].{0,40})?$/i.exec(text)?.[1];
  return id ? readArxivId(id.replace(/\.pdf$/i, '')) : null;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
