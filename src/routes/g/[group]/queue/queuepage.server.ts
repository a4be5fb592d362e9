import { redirect, type RequestEvent, type ServerLoadEvent } from '@sveltejs/kit';
import type { Member } from '#groups/groups.ts';
import * as meetings from '#meetings/meetings.server.ts';
import * as queue from '#queue/queue.server.ts';
import { localPath, type Queue, type Waiting } from '#queue/queue.ts';
import { NominationForm, PointForm, QueueSearch, SortForm } from '#queue/forms.ts';
import { scoreOf } from '#queue/order.ts';
import { readingNames } from '#papers/names.ts';
import { action, read, readForm } from '#routes/answer.server.ts';
import { discussionsOf, type Place } from '#routes/paperview.server.ts';
import { dayOf, pitchHtml, shown } from '../rendered.server.ts';

/* The page of one queue, which stands at two addresses: the group's first queue at `queue`, each at `queues/<id>`. */

type Params = { group: string; queue?: string };
type Loading = ServerLoadEvent<Params>;
type Acting = RequestEvent<Params>;

/** A page of a queue as its filter lets it through. */
export async function loadQueue({ params, locals, url, depends }: Loading) {
  depends('group:queue', 'group:meetings');
  const member = await locals.enter(params.group);
  const { page, show } = read(QueueSearch, Object.fromEntries(url.searchParams));
  const [view, happened] = await Promise.all([
    queue.queueView(member, { queueId: params.queue, page, show }),
    meetings.happenedLately(member)
  ]);
  const before = view.nominations.filter(({ chosenBefore }) => chosenBefore).map(({ paperId }) => paperId);
  const discussed =
    before.length > 0 ? await discussionsOf({ id: member.accountId }, before, member.groupSlug) : null;
  const { queue: here, queues, total, counts, lock } = view;
  const titles = new Map(view.nominations.map(({ id, title }) => [id, title]));
  return {
    ...{ queue: here, queues, total, counts, lock, page, show },
    twins: view.twins.map(([one, other]) => ({ id: other!, title: titles.get(one!) ?? null })),
    perPage: queue.queuePage,
    happened,
    nominations: view.nominations.map((one) => row(one, member, here, discussed?.get(one.paperId) ?? []))
  };
}

export const queueActions = {
  nominate: action(async ({ params, locals, url }: Acting, form) => {
    const member = await locals.enter(params.group);
    const { paper, pitch, back, ...into } = readForm(NominationForm, form);
    const wanted = into.queue ?? url.searchParams.get('queue') ?? params.queue;
    const { nominationId, queueId } = await queue.nominate(member, paper, pitch, wanted);
    const here = params.queue || !wanted ? url.pathname : `/g/${params.group}/queues/${queueId}`;
    redirect(303, localPath(back) ?? `${here}#n-${nominationId}`);
  }),

  showInterest: action(onRow(queue.showInterest)),
  withdrawInterest: action(onRow(queue.withdrawInterest)),
  keep: action(onRow(queue.keep)),
  offerLead: action(onRow(queue.offerLead)),
  takeBackLead: action(onRow((member, id) => queue.offerLead(member, id, false))),

  sort: action(async ({ params, locals, url }: Acting, form) => {
    const member = await locals.enter(params.group);
    const { nomination, to, before, after } = readForm(SortForm, form);
    const target = before ? { before } : after ? { after } : to!;
    const sorted = await queue.sort(member, nomination, target);
    return {
      sorted: { nomination, ...sorted, page: Math.ceil(sorted.place / queue.queuePage) },
      url: url.pathname
    };
  })
};

/** Does one thing to the row that the form names, and goes back to it. */
function onRow(act: (member: Member, nominationId: string) => Promise<void>) {
  return async ({ params, locals, url }: Acting, form: FormData) => {
    const { nomination } = readForm(PointForm, form);
    await act(await locals.enter(params.group), nomination);
    redirect(303, `${placeIn(url)}#n-${nomination}`);
  };
}

/** The page one was on: its address without the action. */
function placeIn(url: URL): string {
  const kept = new URLSearchParams(
    [...url.searchParams].filter(([name]) => name === 'page' || name === 'show')
  ).toString();
  return url.pathname + (kept && `?${kept}`);
}

const names = new Intl.ListFormat('en');

/** Fifty of these are one page: what a row does not show does not travel. */
function row(nomination: Waiting, { timezone }: Member, { isByHand }: Queue, discussed: Place[]) {
  const { id, paperId, title, titleHtml, byline, pitchHtml: pitch, hasAbstract } = shown(nomination);
  const { own, interested, pinnedBy, leadWanted, leaders, leading, comments, leavesAt } = nomination;
  const isLed = leadWanted || leaders.length > 0;
  return {
    ...{ id, paperId, titleHtml, byline, pitchHtml: pitch, comments },
    score: scoreOf(nomination, new Date()),
    said: linesOf(nomination, timezone, isByHand),
    ...present({
      ...{ own, hasAbstract, interested, discussed },
      isPinned: pinnedBy !== null,
      /** For the handles that sort. */
      title: isByHand ? title : '',
      merged: nomination.merged.map((one) => ({ by: one.by, pitchHtml: one.pitch && pitchHtml(one.pitch) })),
      lead: isLed ? { wanted: leadWanted, names: names.format(leaders), mine: leading } : null,
      leaves: nomination.askedAt && leavesAt ? dayOf(leavesAt, timezone) : null
    })
  };
}

/** Without what is false or empty, as most of it is. */
function present<Fields extends object>(
  fields: Fields
): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  const isThere = (value: unknown) => (Array.isArray(value) ? value.length > 0 : Boolean(value));
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isThere(value))) as never;
}

/** What a row says of its nomination, line by line. */
function linesOf(nomination: Waiting, timezone: string, isByHand: boolean): string[] {
  const { own, proposer, proposedAt, newVersion, pinnedBy, snoozedUntil, snoozedBy, readers } = nomination;
  const since = newVersion ? `; version ${newVersion} came since` : '';
  const isAsleep = snoozedUntil && snoozedUntil > new Date();
  return [
    `Proposed by ${own ? 'you' : proposer}, ${dayOf(proposedAt, timezone)}${since}`,
    pinnedBy && !isByHand && `Pinned by ${pinnedBy}`,
    isAsleep && `Snoozed${snoozedBy ? ` by ${snoozedBy}` : ''}; comes back ${dayOf(snoozedUntil, timezone)}`,
    readersLine(readers)
  ].filter((line): line is string => Boolean(line));
}

/** Who is how far, in one line: "Read: Ada and Emmy. To read: Kurt." */
function readersLine(readers: Waiting['readers']): string {
  return (['read', 'skimmed', 'to-read'] as const)
    .map((reading) => [readingNames[reading], readers.filter((one) => one.reading === reading)] as const)
    .filter(([, who]) => who.length > 0)
    .map(([said, who]) => `${said}: ${names.format(who.map(({ name }) => name))}.`)
    .join(' ');
}
