import { redirect } from '@sveltejs/kit';
import type { Account } from '#accounts/accounts.ts';
import { may } from '#groups/permissions.ts';
import type { Member } from '#groups/groups.ts';
import { renderPaperTitle } from '#markdown/markdown.server.ts';
import * as feed from '#papers/feed.server.ts';
import * as looking from '#papers/looking.server.ts';
import {
  filtersOf,
  ForgetForm,
  MuteForm,
  neighboursOf,
  queryOf,
  SaveFilterForm,
  SeenForm,
  spanOf,
  weekNameOf,
  type Filters,
  type Span
} from '#papers/looking.ts';
import * as queue from '#queue/queue.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { placesOf, shownPaper } from '#routes/paperview.server.ts';
import * as suggestions from '#suggestions/suggestions.server.ts';
import { toldAs, type Reason } from '#suggestions/suggestions.ts';
import { signedIn } from '#routes/visiting.server.ts';
import { NotFound } from '../../../failures.ts';
import type { Actions, PageServerLoad } from './$types';

/** Papers of a span that are put into a group's order. */
const mostOrdered = 500;

export const load: PageServerLoad = page(async (event) => {
  const { account } = signedIn(event);
  const span = spanOf(event.params.date);
  if (!span) throw new NotFound('This day');
  event.depends('group:queue');
  const asks = filtersOf(event.url.searchParams);
  const own = await event.locals.members();
  // Interest and suggestions are one group's: the one asked for, or the first in which the reader takes part.
  const asked = event.url.searchParams.get('group');
  const active = own.filter(({ role }) => may(role, 'interest.show'));
  const member = active.find(({ groupSlug }) => groupSlug === asked) ?? active[0];
  const [{ papers, hasMore, reasons, hasSuggestions }, neighbours, health, muted, saved, spans, queues] =
    await Promise.all([
      inOrder(account, member, span, asks),
      around(span),
      feed.health(),
      looking.muted(account),
      looking.savedFilters(account),
      spansBeside(span),
      queue.openQueues(account)
    ]);
  // An address may come from a group that has an order of its own.
  const order = asks.order === 'group' && !hasSuggestions ? 'votes' : asks.order;
  const filters = { ...asks, order };
  const ids = papers.map(({ id }) => id);
  const [places, liking] = await Promise.all([placesOf(account, ids), member && queue.liking(member, ids)]);
  return {
    span,
    spans,
    ...neighbours,
    ...{ health, muted, saved, hasMore, filters, hasSuggestions },
    trendingSince: span.kind === 'trending' ? await looking.trendingSince() : null,
    query: queryOf(filters),
    isNarrowed: papers.length === 0 && (await looking.hasPapers(span)),
    chosen: member?.groupSlug ?? null,
    isOperator: account.isOperator,
    queues: Object.fromEntries(queues),
    papers: papers.map(({ upvotes, aiSummary, aiSummaryModel, isSeen, day, categories, ...paper }) => ({
      ...shownPaper(paper),
      ...{ upvotes, aiSummary, aiSummaryModel, isSeen },
      categories: categories.map((name) => ({ name, query: queryOf({ ...filters, category: name }) })),
      day: span.kind === 'day' || span.kind === 'trending' ? null : day,
      places: places.get(paper.id) ?? [],
      reason: reasons.get(paper.id) ?? null,
      interest: liking ? (liking.get(paper.id) ?? { people: 0, mine: false }) : null
    }))
  };
});

async function around(span: Span) {
  if (span.kind === 'trending') return { earlier: null, later: null };
  return span.kind === 'day' ? feed.daysAround(span.name) : neighboursOf(span);
}

/** The day, the week and the month that one may want to see instead. */
async function spansBeside(span: Span) {
  const today = new Date().toISOString().slice(0, 10);
  const day = span.kind === 'trending' ? ((await feed.newestDay()) ?? today) : span.to;
  return { day, week: weekNameOf(day), month: day.slice(0, 7) };
}

/** Papers as the filters order them; for a group, those it may like, each with the reason. */
async function inOrder(account: Account, member: Member | undefined, span: Span, filters: Filters) {
  const taste = member ? await suggestions.order(member, []) : null;
  const hasSuggestions = taste !== null;
  if (!member || !hasSuggestions || filters.order !== 'group') {
    const looked = await looking.look(account, span, filters);
    return { ...looked, hasSuggestions, reasons: new Map<string, ReturnType<typeof told>>() };
  }
  const { papers } = await looking.look(account, span, { ...filters, page: 1 }, mostOrdered);
  const suggested = (await suggestions.order(member, papers)) ?? [];
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  return {
    papers: suggested.flatMap(({ paperId }) => byId.get(paperId) ?? []),
    hasMore: false,
    hasSuggestions,
    reasons: new Map(suggested.map(({ paperId, reason }) => [paperId, told(reason)]))
  };
}

function told({ like, terms }: Reason) {
  const { paperId, title, kind, on } = like;
  return { paperId, titleHtml: renderPaperTitle(title), kind: toldAs[kind], on, terms };
}

export const actions: Actions = {
  sample: action(async (event) => {
    await feed.loadSample(signedIn(event).account);
    redirect(303, '/feed');
  }),

  seen: action(async (event, form) => {
    await looking.see(signedIn(event).account, readForm(SeenForm, form).paper);
  }),

  unseen: action(async (event, form) => {
    await looking.see(signedIn(event).account, readForm(SeenForm, form).paper, false);
  }),

  like: action(async ({ locals, url }, form) => {
    await queue.like(await locals.enter(groupIn(url)), readForm(SeenForm, form).paper);
  }),

  unlike: action(async ({ locals, url }, form) => {
    await queue.unlike(await locals.enter(groupIn(url)), readForm(SeenForm, form).paper);
  }),

  mute: action(async (event, form) => {
    await looking.mute(signedIn(event).account, readForm(MuteForm, form).word);
  }),

  unmute: action(async (event, form) => {
    await looking.unmute(signedIn(event).account, readForm(MuteForm, form).word);
  }),

  save: action(async (event, form) => {
    const { name } = readForm(SaveFilterForm, form);
    await looking.saveFilter(signedIn(event).account, name, filtersOf(event.url.searchParams));
  }),

  forget: action(async (event, form) => {
    await looking.forgetFilter(signedIn(event).account, readForm(ForgetForm, form).filter);
  })
};

function groupIn(url: URL): string {
  return url.searchParams.get('group') ?? '';
}
