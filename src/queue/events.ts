/** What can befall a nomination. */
export type EventKind =
  | 'asked'
  | 'kept'
  | 'left'
  | 'withdrawn'
  | 'back'
  | 'moved'
  | 'pinned'
  | 'unpinned'
  | 'snoozed'
  | 'woken'
  | 'merged'
  | 'split';

/** What belongs to an event, by its kind. */
export interface EventDetail {
  /** Of `asked` and `left`: for how many weeks nobody had wanted it, or nobody answered. */
  weeks?: number;
  /** Of `moved`: the names of the queues. */
  from?: string;
  to?: string;
  /** Of `snoozed`: ISO date in the group's zone. */
  until?: string;
  /** Of `merged` and `split`: the title of the other one. */
  title?: string;
}

/** An event as the group's record tells it. */
export interface QueueEvent {
  id: string;
  kind: EventKind;
  /** Null for what happened by itself. */
  by: string | null;
  at: Date;
  detail: EventDetail;
  nominationId: string;
  paperId: string;
  title: string;
  proposer: string;
  /** It is out of the queue, and can be brought back. */
  isOut: boolean;
}

const weeks = (count = 0) => (count === 1 ? 'a week' : `${count} weeks`);

/** What happened, as a sentence; dates are ISO. */
export function eventSentence({ kind, by, detail }: Pick<QueueEvent, 'kind' | 'by' | 'detail'>): string {
  const who = by ?? 'Somebody';
  switch (kind) {
    case 'asked':
      return `Nobody had wanted it for ${weeks(detail.weeks)}: the group was asked whether to keep it.`;
    case 'kept':
      return `${who} kept it.`;
    case 'left':
      return `It left the queue: asked for ${weeks(detail.weeks)}, nobody kept it.`;
    case 'withdrawn':
      return `${who} withdrew it.`;
    case 'back':
      return `${who} brought it back.`;
    case 'moved':
      return `${who} moved it from ${detail.from} to ${detail.to}.`;
    case 'pinned':
      return `${who} pinned it to the top.`;
    case 'unpinned':
      return `${who} unpinned it.`;
    case 'snoozed':
      return `${who} snoozed it until ${detail.until}.`;
    case 'woken':
      return `${who} woke it.`;
    case 'merged':
      return by
        ? `${by} merged it into “${detail.title}”.`
        : `It turned out to be the same work as “${detail.title}”, and was merged into that proposal.`;
    case 'split':
      return `${who} parted it from “${detail.title}” again.`;
  }
}
