import { eq, inArray } from 'drizzle-orm';
import { readIdentifier, titleKey, type Identifier } from '#papers/identifiers.ts';
import { identifierOfColumn, keepPasted, matchPasted } from '#papers/keeping.server.ts';
import { longestPaste, type Import, type Particulars } from '#papers/papers.ts';
import { readPasted } from '#papers/pasted.ts';
import { paper } from '#papers/schema.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { requestJob } from '#platform/jobs.server.ts';
import { Invalid, NotFound } from '../failures.ts';

export { related, type Related } from '#papers/related.server.ts';

/** The job that looks up papers of which only an id is known. */
export const completing = 'papers.complete';

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

/**
 * Takes anything one can paste for one paper: an id, an address, a DOI, our own id or page. A paper unknown so far is
 * made, called by its id until a look-up completes it.
 * @throws Invalid when it names no paper
 */
export async function take(
  text: string,
  within: Transaction | undefined = undefined
): Promise<{ id: string; title: string }> {
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
  const [known] = await tx.select({ id: paper.id, title: paper.title }).from(paper).where(eq(paper.id, id));
  return known;
}

async function byIdentifier(tx: Transaction, identifier: Identifier): Promise<{ id: string; title: string }> {
  const [column, value] = identifierOfColumn(identifier);
  const name = 'arxivId' in identifier ? `arXiv:${identifier.arxivId}` : `doi:${identifier.doi}`;
  const arxivVersion = 'version' in identifier ? identifier.version : undefined;
  const [made] = await tx
    .insert(paper)
    .values({ id: newId(), ...identifier, arxivVersion, title: name, titleKey: titleKey(name) })
    .onConflictDoNothing({ target: column })
    .returning({ id: paper.id, title: paper.title });
  if (made) {
    await requestJob(completing, {}, { within: tx });
    return made;
  }
  const [known] = await tx.select({ id: paper.id, title: paper.title }).from(paper).where(eq(column, value));
  return known!;
}

/** What lists show of papers, by id. */
export async function particulars(ids: readonly string[]): Promise<Map<string, Particulars>> {
  if (ids.length === 0) return new Map();
  const found = await database()
    .select(particularColumns)
    .from(paper)
    .where(inArray(paper.id, [...ids]));
  return new Map(found.map((one) => [one.id, one]));
}

/** A paper by its own id or its arXiv id. @throws NotFound */
export async function view(idOrArxivId: string): Promise<Particulars> {
  const identifier = readIdentifier(idOrArxivId);
  const column = identifier && 'arxivId' in identifier ? paper.arxivId : paper.id;
  const value = identifier && 'arxivId' in identifier ? identifier.arxivId : idOrArxivId;
  const [found] = await database().select(particularColumns).from(paper).where(eq(column, value));
  if (!found) throw new NotFound('This paper');
  return found;
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
    const papers = await keepPasted(tx, entries);
    await requestJob(completing, {}, { within: tx });
    return { papers, unread };
  });
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
