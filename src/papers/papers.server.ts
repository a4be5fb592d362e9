import { eq } from 'drizzle-orm';
import { readIdentifier, titleKey, type Identifier } from '#papers/identifiers.ts';
import { identifierOfColumn } from '#papers/keeping.server.ts';
import { lockPapers } from '#papers/lock.server.ts';
import { longestPaste, type Import, type Particulars, type Whole } from '#papers/papers.ts';
import { readPasted } from '#papers/pasted.ts';
import { keepPasted, matchPasted } from '#papers/pasting.server.ts';
import { paper } from '#papers/schema.ts';
import { currentIds } from '#papers/uniting.server.ts';
import { oneOf } from '#platform/columns.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { requestJob } from '#platform/jobs.server.ts';
import { spend, type Limit } from '#platform/limits.server.ts';
import { Invalid, NotFound } from '../failures.ts';

export { cite } from '#papers/citations.server.ts';
export { readersOf } from '#papers/readers.server.ts';
export { learnWords, vocabularyJobs as jobs } from '#papers/vocabulary.server.ts';
export { search, type FoundPaper } from '#papers/searching.server.ts';
export { related, type Related } from '#papers/related.server.ts';
export { absorb, currentIds, lockDouble, uniting, type Double } from '#papers/uniting.server.ts';

/** The job that looks up papers of which only an id is known. */
export const completing = 'papers.complete';

/** The job that asks for the code and the project of papers that came in by their arXiv id. */
export const linking = 'papers.link';

/** Papers taken from one pasted text. */
const mostPasted = 2_000;

const particularColumns = {
  id: paper.id,
  title: paper.title,
  abstract: paper.abstract,
  authors: paper.authors,
  authorCount: paper.authorCount,
  publishedOn: paper.publishedOn,
  arxivId: paper.arxivId,
  doi: paper.doi,
  projectUrl: paper.projectUrl,
  codeUrl: paper.codeUrl
};

const wholeColumns = {
  ...particularColumns,
  categories: paper.categories,
  keywords: paper.keywords,
  venue: paper.venue,
  arxivVersion: paper.arxivVersion,
  revisedOn: paper.revisedOn,
  completedAt: paper.completedAt
};

/** A paper as it is known here. */
interface Taken {
  id: string;
  title: string;
  /** The newest version that arXiv is known to have. */
  arxivVersion: number | null;
}

const takenColumns = { id: paper.id, title: paper.title, arxivVersion: paper.arxivVersion };

/**
 * Takes anything one can paste for one paper: an id, an address, a DOI, our own id or page. A paper unknown so far is
 * made, called by its id until a look-up completes it.
 * @throws Invalid when it names no paper
 */
export async function take(text: string, within: Transaction | undefined = undefined): Promise<Taken> {
  if (!within) return transaction((tx) => take(text, tx));
  const known = await byOwnId(within, text.trim());
  if (known) return known;
  const identifier = readIdentifier(text);
  if (!identifier) {
    throw new Invalid({
      paper: 'That names no paper. Paste an arXiv id, a DOI, or the address of a paper’s page.'
    });
  }
  return byIdentifier(within, identifier);
}

async function byOwnId(tx: Transaction, text: string) {
  const id = /^(?:https?:\/\/[^/]+\/papers\/)?([0-9A-Za-z]{16})$/.exec(text)?.[1];
  if (!id) return undefined;
  const [known] = await tx
    .select(takenColumns)
    .from(paper)
    .where(oneOf(paper.id, await currentIds([id], tx)));
  return known;
}

async function byIdentifier(tx: Transaction, identifier: Identifier): Promise<Taken> {
  const [column, value] = identifierOfColumn(identifier);
  const name = 'arxivId' in identifier ? `arXiv:${identifier.arxivId}` : `doi:${identifier.doi}`;
  const find = () => tx.select(takenColumns).from(paper).where(eq(column, value));
  const [known] = await find();
  if (known) return known;
  await lockPapers(tx);
  const [made] = await tx
    .insert(paper)
    // The version is left for arXiv to tell: anybody can paste `v99`.
    .values({
      id: newId(),
      ...('arxivId' in identifier ? { arxivId: identifier.arxivId } : { doi: identifier.doi }),
      title: name,
      titleKey: titleKey(name)
    })
    .onConflictDoNothing({ target: column })
    .returning(takenColumns);
  if (made) {
    await requestJob(completing, {}, { within: tx });
    if ('arxivId' in identifier) await requestLinking(tx, [identifier.arxivId]);
    return made;
  }
  const [meanwhile] = await find();
  return meanwhile!;
}

/** The identifier or address that a text is or holds, the first one, as it stands there; null when there is none. */
export function namedIn(text: string): string | null {
  return [text, ...text.split(/\s+/)].find((part) => readIdentifier(part) !== null) ?? null;
}

/** The id of the paper that an identifier names, if it is known here. */
export async function known(text: string): Promise<string | null> {
  const identifier = readIdentifier(text);
  if (!identifier) return null;
  const [column, value] = identifierOfColumn(identifier);
  const [found] = await database().select({ id: paper.id }).from(paper).where(eq(column, value));
  return found?.id ?? null;
}

/** What lists show of papers, by id. */
export async function particulars(ids: readonly string[]): Promise<Map<string, Particulars>> {
  if (ids.length === 0) return new Map();
  const found = await database().select(particularColumns).from(paper).where(oneOf(paper.id, ids));
  return new Map(found.map((one) => [one.id, one]));
}

/** A paper by its own id, a former one, or its arXiv id. @throws NotFound */
export async function view(idOrArxivId: string): Promise<Whole> {
  const identifier = readIdentifier(idOrArxivId);
  const isMeant =
    identifier && 'arxivId' in identifier
      ? eq(paper.arxivId, identifier.arxivId)
      : oneOf(paper.id, await currentIds([idOrArxivId]));
  const [found] = await database().select(wholeColumns).from(paper).where(isMeant);
  if (!found) throw new NotFound('This paper');
  return found;
}

/** Texts pasted by one account: each may name thousands of papers. */
const pastes: Limit = {
  name: 'pastes',
  times: 60,
  seconds: 10 * 60,
  says: 'You have pasted very often just now.'
};

/** Counts a paste of somebody’s, before it is read. @throws TooMany */
export async function countPaste(accountId: string): Promise<void> {
  await spend(pastes, accountId);
}

/** Reads a pasted text and says what is in it; keeps nothing. @throws Invalid when it is too long */
export async function preview(text: string): Promise<Import> {
  const { entries, unread } = readWhole(text);
  return { papers: await matchPasted(database(), entries), unread };
}

/** Keeps every paper that a pasted text names, all of them or none. @throws Invalid when it is too long */
export async function keep(text: string): Promise<Import> {
  const { entries, unread } = readWhole(text);
  return transaction(async (tx) => {
    const { papers, addedArxivIds } = await keepPasted(tx, entries);
    await requestJob(completing, {}, { within: tx });
    await requestLinking(tx, addedArxivIds);
    return { papers, unread };
  });
}

async function requestLinking(tx: Transaction, arxivIds: string[]): Promise<void> {
  const [key] = arxivIds;
  if (key) await requestJob(linking, { arxivIds }, { within: tx, key });
}

function readWhole(text: string) {
  if (text.length > longestPaste) {
    const [length, most] = [text.length, longestPaste].map((count) => count.toLocaleString('en'));
    throw new Invalid({ text: `The text has ${length} characters; the most is ${most}. Nothing was kept.` });
  }
  const pasted = readPasted(text, new Date());
  if (pasted.entries.length > mostPasted) {
    throw new Invalid({
      text: `The text names ${pasted.entries.length.toLocaleString('en')} papers; the most at once is ${mostPasted.toLocaleString('en')}. Nothing was kept.`
    });
  }
  return pasted;
}
