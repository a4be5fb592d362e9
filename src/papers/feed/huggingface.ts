import * as v from 'valibot';
import { dayOf } from '../days.ts';
import { readArxivId } from '../identifiers.ts';
import { cleanText, foldText, plainText } from '../text.ts';
import { type ListedPaper, type Malformed, Unreadable } from './listed.ts';

/**
 * Reads the answer of `/api/daily_papers`: the good items land, each malformed one is named.
 * Throws `Unreadable` when the answer is no list.
 */
export function readDailyPapers(json: unknown): { papers: ListedPaper[]; malformed: Malformed[] } {
  if (!Array.isArray(json)) throw new Unreadable(`Hugging Face did not answer with a list${errorIn(json)}.`);
  const papers: ListedPaper[] = [];
  const malformed: Malformed[] = [];
  for (const [index, value] of json.entries()) {
    const item = v.safeParse(Item, value);
    if (item.success) papers.push(listed(item.output.paper, item.output));
    else malformed.push({ index, reason: reasonOf(item.issues) });
  }
  return { papers, malformed };
}

/** Reads the answer of `/api/papers/{arxivId}`. Throws `Unreadable` when it is not a paper. */
export function readPaperDetail(json: unknown): ListedPaper {
  const paper = v.safeParse(Paper, json);
  if (paper.success) return listed(paper.output);
  throw new Unreadable(`Hugging Face did not answer with a paper${errorIn(json)}: ${reasonOf(paper.issues)}`);
}

/** What only decorates an entry is left out when it is malformed, rather than the paper with it. */
const optional = <T>(schema: v.GenericSchema<unknown, T>) =>
  v.fallback(v.optional(schema as v.GenericSchema<unknown, T | undefined>), undefined);

const Line = v.pipe(v.string(), v.transform(foldText));
const Name = v.pipe(v.string(), v.transform(plainText), v.transform(foldText));
const Filled = v.pipe(Line, v.nonEmpty('is empty'));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 1));
const Day = v.pipe(v.string(), v.transform(dayOf), v.string('is not a date'));
const WebAddress = v.pipe(v.string(), v.trim(), v.check(isWebAddress, 'is not an http(s) address'));
const Repository = v.pipe(
  v.string(),
  v.trim(),
  v.transform((repo) => (/^[\w.-]+\/[\w.-]+$/.test(repo) ? `https://github.com/${repo}` : repo)),
  v.check(isWebAddress, 'is not an http(s) address')
);
const Person = v.object({ fullname: optional(Filled), name: optional(Filled) });

const Paper = v.object({
  id: v.pipe(
    v.string(),
    v.transform((id) => readArxivId(id.trim())?.arxivId),
    v.string('is not an arXiv id')
  ),
  title: Filled,
  summary: v.optional(v.nullable(v.pipe(v.string(), v.transform(cleanText), v.trim())), ''),
  authors: v.array(v.object({ name: Name, hidden: optional(v.boolean()) })),
  publishedAt: Day,
  submittedOnDailyAt: optional(Day),
  submittedOnDailyBy: optional(Person),
  upvotes: Count,
  projectPage: optional(WebAddress),
  githubRepo: optional(Repository),
  ai_summary: optional(Filled),
  ai_summary_model: optional(Filled),
  ai_keywords: optional(v.array(v.unknown())),
  withdrawnAt: optional(v.string())
});

const Item = v.object({ paper: Paper, numComments: optional(Count), submittedBy: optional(Person) });

type Rest = Omit<v.InferOutput<typeof Item>, 'paper'>;

function listed(paper: v.InferOutput<typeof Paper>, item: Partial<Rest> = {}): ListedPaper {
  const person = item.submittedBy ?? paper.submittedOnDailyBy;
  const shown = paper.authors.filter((author) => author.hidden !== true && author.name !== '');
  return {
    arxivId: paper.id,
    title: paper.title,
    abstract: paper.summary ?? '',
    authors: shown.map((author) => author.name),
    publishedOn: paper.publishedAt,
    upvotes: paper.upvotes,
    ...present({
      listedOn: paper.submittedOnDailyAt,
      submittedBy: person?.fullname ?? person?.name,
      commentCount: item.numComments,
      projectUrl: paper.projectPage,
      codeUrl: paper.githubRepo,
      aiSummary: paper.ai_summary,
      aiSummaryModel: paper.ai_summary_model,
      keywords: keywordsOf(paper.ai_keywords),
      withdrawn: paper.withdrawnAt === undefined ? undefined : (true as const)
    })
  };
}

/** More than anybody looks at. */
const mostKeywords = 30;

function keywordsOf(named: unknown[] | undefined): string[] | undefined {
  const words = (named ?? [])
    .filter((word) => typeof word === 'string')
    .map((word) => foldText(word.slice(0, 1000)))
    .filter((word) => word !== '' && word.length <= 100);
  const each = new Set(words);
  return each.size > 0 ? [...each].slice(0, mostKeywords) : undefined;
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function present<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || text.length > 2000 || cleanText(text) !== text) return false;
  return URL.canParse(text) && new URL(text).username === '';
}

function reasonOf([issue]: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  return foldText(`${v.getDotPath(issue) ?? 'The item'}: ${issue.message}`)
    .slice(0, 200)
    .toWellFormed();
}

function errorIn(json: unknown): string {
  const error = v.safeParse(v.object({ error: v.string() }), json);
  return error.success ? ` (${foldText(error.output.error).slice(0, 200).toWellFormed()})` : '';
}
