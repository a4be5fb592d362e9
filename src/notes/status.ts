/**
 * What the page may say about one's edits, as a pure account of events. "Saved" is the promise of the whole engine:
 * every edit made here is committed in the database. So it is said only when the connection is open, both sides
 * have exchanged what the other lacked, and each frame sent on it has been acknowledged.
 */
export interface Ledger {
  readonly connection: 'new' | 'open' | 'lost' | 'ended';
  /** Why it ended for good: a close code 4400–4499. */
  readonly ending: number | null;
  /** What the server lacked when the connection opened has been sent on it. */
  readonly gave: boolean;
  /** What this page lacked when the connection opened has come in on it. */
  readonly got: boolean;
  /** Update frames sent on this connection, and how many of them are committed. */
  readonly sent: number;
  readonly acknowledged: number;
  /** Edits made here that no frame of this connection carries. */
  readonly unsent: number;
  /** Edits carried by frames that are not acknowledged, oldest first. */
  readonly underWay: readonly { frame: number; edits: number }[];
  /** How many of those not known to be committed are written down in this browser. */
  readonly stored: number;
  /** Null until the server said so. */
  readonly mayWrite: boolean | null;
  /** What the server says about the note as a whole, such as that it has grown too large. */
  readonly remark: string | null;
}

export type Happening =
  /** The offline copy was read, with this many edits the server is not known to have. */
  | { type: 'restored'; edits: number }
  | { type: 'opened' }
  | { type: 'greeted'; mayWrite: boolean }
  | { type: 'edited' }
  /** This many of the edits are written down in this browser. */
  | { type: 'stored'; edits: number }
  /** An update frame was handed to the socket; `whole` if it carries everything the server lacks. */
  | { type: 'sent'; whole: boolean }
  | { type: 'received' }
  /** The first `count` frames of this connection are committed. */
  | { type: 'acknowledged'; count: number }
  | { type: 'remarked'; remark: string | null }
  /** `why` is the server's sentence for it, if it gave one. */
  | { type: 'closed'; code: number | null; why?: string };

export const beginning: Ledger = {
  connection: 'new',
  ending: null,
  gave: false,
  got: false,
  sent: 0,
  acknowledged: 0,
  unsent: 0,
  underWay: [],
  stored: 0,
  mayWrite: null,
  remark: null
};

/** The ledger after one more event. */
export function after(ledger: Ledger, event: Happening): Ledger {
  const next = step(ledger, event);
  return { ...next, stored: Math.min(next.stored, kept(next)) };
}

function step(ledger: Ledger, event: Happening): Ledger {
  switch (event.type) {
    case 'restored':
      return { ...ledger, unsent: ledger.unsent + event.edits, stored: event.edits };
    case 'stored':
      return { ...ledger, stored: event.edits };
    case 'opened':
      return {
        ...ledger,
        ...untouched,
        connection: 'open',
        ending: null,
        unsent: kept(ledger),
        remark: null
      };
    case 'greeted':
      return { ...ledger, mayWrite: event.mayWrite };
    case 'edited':
      return { ...ledger, unsent: ledger.unsent + 1 };
    case 'sent':
      return carried(ledger, event.whole);
    case 'received':
      return { ...ledger, got: true };
    case 'acknowledged':
      return settled(ledger, event.count);
    case 'remarked':
      return { ...ledger, remark: event.remark };
    case 'closed':
      return closed(ledger, event.code, event.why);
  }
}

const untouched = { gave: false, got: false, sent: 0, acknowledged: 0, underWay: [] } as const;

/** A frame that is not whole carries the latest edit only. */
function carried(ledger: Ledger, whole: boolean): Ledger {
  const frame = ledger.sent + 1;
  const edits = whole ? ledger.unsent : Math.min(1, ledger.unsent);
  return {
    ...ledger,
    sent: frame,
    unsent: ledger.unsent - edits,
    underWay: [...ledger.underWay, { frame, edits }],
    gave: ledger.gave || whole
  };
}

function settled(ledger: Ledger, count: number): Ledger {
  const acknowledged = Math.min(Math.max(ledger.acknowledged, count), ledger.sent);
  return {
    ...ledger,
    acknowledged,
    underWay: ledger.underWay.filter(({ frame }) => frame > acknowledged)
  };
}

/** The socket itself refuses a frame that is too large (RFC 6455, 7.4.1), without a sentence of ours. */
const tooLarge = 1009;
const tooLargeSays =
  'What you wrote is too much to be sent at once. Copy the largest part elsewhere and delete it here.';

function closed(ledger: Ledger, code: number | null, why?: string): Ledger {
  const isFinal = code !== null && code >= 4400 && code < 4500;
  return {
    ...ledger,
    ...untouched,
    connection: isFinal ? 'ended' : 'lost',
    ending: isFinal ? code : null,
    remark: why || (code === tooLarge ? tooLargeSays : ledger.remark),
    unsent: kept(ledger)
  };
}

/** How many edits made here are not known to be committed. */
export function kept({ unsent, underWay }: Ledger): number {
  return underWay.reduce((sum, { edits }) => sum + edits, unsent);
}

export type Status =
  | 'connecting'
  | 'saving'
  | 'saved'
  | 'offline'
  | 'reading'
  | 'signed-out'
  | 'no-access'
  | 'deleted'
  | 'refused';

/** What the page shows. */
export function statusOf(ledger: Ledger): Status {
  const { connection, ending, mayWrite, gave, got, sent, acknowledged, unsent } = ledger;
  if (connection === 'ended') return endings[ending ?? 0] ?? 'refused';
  if (connection === 'lost') return 'offline';
  if (connection === 'new' || mayWrite === null) return 'connecting';
  if (!mayWrite) return 'reading';
  if (gave && got && sent === acknowledged && unsent === 0) return 'saved';
  return kept(ledger) > 0 ? 'saving' : 'connecting';
}

const endings: Record<number, Status> = { 4401: 'signed-out', 4403: 'no-access', 4404: 'deleted' };

/** Whether what this browser kept of the note must go. */
export function mustForget(status: Status): boolean {
  return status === 'signed-out' || status === 'no-access' || status === 'deleted';
}

/** The words for it. */
export function say(ledger: Ledger): string {
  const edits = kept(ledger);
  const where = ledger.stored < edits ? 'in this tab only' : 'kept here';
  const count = `${edits} ${edits === 1 ? 'edit' : 'edits'}`;
  switch (statusOf(ledger)) {
    case 'connecting':
      return 'Connecting…';
    case 'saving':
      return 'Saving…';
    case 'saved':
      return 'Saved';
    case 'offline':
      return edits > 0 ? `Offline (${count} ${where})` : 'Offline';
    case 'reading':
      return edits > 0 ? `Read-only: ${count} of yours could not be saved` : 'Read-only';
    case 'signed-out':
      return 'Signed out';
    case 'no-access':
      return 'No access any more';
    case 'deleted':
      return 'This note was deleted';
    case 'refused':
      return 'The connection was refused';
  }
}
