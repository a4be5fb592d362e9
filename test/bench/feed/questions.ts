import { inArray } from 'drizzle-orm';
import { register } from '#accounts/accounts.server.ts';
import type { Account } from '#accounts/accounts.ts';
import type { Member } from '#groups/groups.ts';
import * as groups from '#groups/groups.server.ts';
import * as notes from '#notes/notes.server.ts';
import * as feed from '#papers/feed.server.ts';
import * as looking from '#papers/looking.server.ts';
import { filtersOf, neighboursOf, stretchOf, weekNameOf } from '#papers/looking.ts';
import * as papers from '#papers/papers.server.ts';
import { paper } from '#papers/schema.ts';
import { database } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { perProcess } from '#platform/process.ts';
import * as queue from '#queue/queue.server.ts';
import { placesOf } from '#routes/paperview.server.ts';
import * as suggestions from '#suggestions/suggestions.server.ts';
import { arxivIdNumbered, dayNumbered, days, daysWithPapers, idNumbered } from './filling.ts';
import { drawing, word } from './words.ts';

/** Something people ask of the feed, and within how many milliseconds 95 of 100 answers are wanted. */
export interface Question {
  what: string;
  ask: () => Promise<unknown>;
  /** Done before each, without being measured. */
  before?: () => Promise<unknown>;
  goal?: number;
  calls?: number;
}

const below = drawing(1);
/** A word that about one paper in a hundred has, or one in two thousand. */
const commonWord = () => word(300 + below(500));
const rareWord = () => word(5_000 + below(30_000));
const commonPhrase = () => {
  const first = below(20);
  return `${word(first)} ${word((first + 1 + below(19)) % 20)}`;
};
const twice = () => {
  const one = word(below(20));
  return `"${one} ${one}"`;
};
/** As many papers as a group looks through at once in its own order. */
const aDay = 500;

/** What is asked, of papers that `fill` made, by Ada, whose group has a record to learn a taste from. */
export async function questions(many: number): Promise<Question[]> {
  const { account, member } = await reader(many);
  const someDay = () => dayNumbered(days - 1 - below(daysWithPapers(many)));
  const titles = await someTitles(many);
  const page = (span: string, query = '') => dayPage(account, member, span, query);
  const search = (text: () => string) => () => searchPage(account, text());
  const title = () => titles[below(titles.length)]!;
  const inPage: [string, () => Promise<unknown>][] = [
    ['day page', () => page(someDay())],
    ['day page, by category and words', () => page(someDay(), `category=cs.LG&words=${commonWord()}`)],
    [
      'day page, by author, with code, not seen',
      () => page(someDay(), `author=family${below(20_000)}&code=on&unseen=on`)
    ],
    ['week page', () => page(weekNameOf(someDay()))],
    ['month page', () => page(someDay().slice(0, 7))],
    ['search, a very common word', search(() => word(below(5)))],
    ['search, a common word', search(commonWord)],
    ['search, a rare word', search(rareWord)],
    ['search, a common and a rare word', search(() => `${commonWord()} ${rareWord()}`)],
    ['search, two common words', search(() => `${commonWord()} ${commonWord()} `)],
    ['search, a title', search(title)],
    ['search, an author', search(() => `author:family${below(20_000)}`)],
    ['search, an author and a year', search(() => `author:family${below(20_000)} year:${2017 + below(10)}`)],
    ['search, a common word and a year', search(() => `${word(below(300))} year:${2017 + below(10)}`)],
    ['search, a phrase', search(() => `"${title().split(' ').slice(3, 5).join(' ')}"`)],
    ['search, a phrase of common words', search(() => `"${commonPhrase()}"`)],
    ['search, a word without another', search(() => `${commonWord()} -${word(below(5))}`)],
    ['search, the first two letters', search(() => word(below(5_000)).slice(0, 2))],
    ['search, the beginning of a word', search(() => commonWord().slice(0, 3 + below(3)))],
    [
      'search, a word and the beginning of another',
      search(() => `${commonWord()} ${commonWord().slice(0, 4)}`)
    ],
    ['search, a mistyped word', search(() => mistyped(word(1_000 + below(4_000))))],
    ['search, a mistyped title', search(() => mistyped(title().split(' ').slice(0, 4).join(' ')))],
    ['search, no match', search(() => `${rareWord()} ${rareWord()} ${rareWord()}`)],
    ['search, nothing like it', search(() => `q${below(1e9).toString(36)}wq`)]
  ];
  const shelf = perProcess('tastes', () => new Map());
  let day: looking.Looked[] = [];
  const read = async () => {
    day = (
      await looking.look(account, stretchOf(someDay().slice(0, 7))!, filtersOf(new URLSearchParams()), aDay)
    ).papers;
  };
  return [
    ...inPage.map(([what, ask]) => ({ what, ask, goal: 50 })),
    {
      what: `suggestions, ${aDay} papers read for the first time`,
      before: async () => {
        shelf.clear();
        await read();
      },
      ask: () => suggestions.order(member, day),
      goal: 80
    },
    {
      what: `suggestions, ${aDay} papers read before`,
      before: async () => {
        if (day.length === 0) await read();
      },
      ask: () => suggestions.order(member, day),
      goal: 80
    },
    // So few papers have it that all with the word are looked through.
    { what: 'search, a very common word twice in a row', ask: search(twice), goal: 50, calls: 20 },
    { what: 'papers related to one', ask: () => papers.related(idNumbered(below(many))), goal: 50 },
    { what: 'pasting 1,000 lines', ask: () => paste(many), goal: 2000, calls: 5 }
  ];
}

/** Ada, with muted words, in a group that proposed papers of three subjects and let others pass. */
async function reader(many: number): Promise<{ account: Account; member: Member }> {
  const account = await register({
    name: 'Ada',
    email: `ada-${newId()}@example.org`,
    password: 'a long enough sentence'
  });
  const slug = await groups.found(account, { name: `Readers ${newId()}`, timezone: 'Europe/Berlin' });
  const member = await groups.enter(account, slug);
  for (const number of [7, 700, 7_000]) await looking.mute(account, word(number));
  for (let proposed = 0; proposed < 60; proposed++) {
    await queue
      .nominate(member, idNumbered(below(many)), `Because of ${commonWord()}.`)
      .catch(() => undefined);
  }
  const learning = suggestions.jobs[0]!;
  await learning.run({ groupId: member.groupId });
  return { account, member };
}

async function someTitles(many: number): Promise<string[]> {
  const ids = Array.from({ length: 500 }, () => idNumbered(below(many)));
  const found = await database().select({ title: paper.title }).from(paper).where(inArray(paper.id, ids));
  return found.map(({ title }) => title);
}

/** Everything that the page of a day, a week or a month asks the database for. */
async function dayPage(account: Account, member: Member, name: string, query: string): Promise<void> {
  const span = stretchOf(name)!;
  const filters = filtersOf(new URLSearchParams(query));
  await groups.membersOf(account);
  const [{ papers: shown }] = await Promise.all([
    suggestions.order(member, []).then(() => looking.look(account, span, filters)),
    span.kind === 'day' ? feed.daysAround(span.name) : neighboursOf(span),
    feed.health(),
    looking.muted(account),
    looking.savedFilters(account),
    queue.openQueues(account)
  ]);
  const ids = shown.map(({ id }) => id);
  await Promise.all([placesOf(account, ids), queue.liking(member, ids)]);
}

/** Everything that the page of a search asks the database for. */
async function searchPage(account: Account, text: string): Promise<void> {
  const [found] = await Promise.all([
    papers.search(text),
    queue.search(account, text),
    notes.search(account, text)
  ]);
  await placesOf(
    account,
    found.papers.map(({ id }) => id)
  );
}

/** One letter is missing. */
function mistyped(text: string): string {
  const at = 1 + below(4);
  return text.slice(0, at) + text.slice(at + 1);
}

let pasted = 0;

/** Half of the lines name papers that are known, half new ones. */
function paste(many: number): Promise<unknown> {
  const fresh = (Date.now() % 900) * 100 + pasted++;
  const lines = Array.from({ length: 1000 }, (_, index) =>
    index % 2
      ? `https://arxiv.org/abs/${arxivIdNumbered(below(many))}`
      : `10.1000/bench.${newId()}.${fresh}.${index}`
  );
  return papers.keep(lines.join('\n'));
}
