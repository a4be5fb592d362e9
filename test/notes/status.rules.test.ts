import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { after, beginning, kept, say, statusOf, type Ledger, type Happening } from '#notes/status.ts';

const opened: Happening[] = [{ type: 'opened' }, { type: 'greeted', mayWrite: true }];
const exchanged: Happening[] = [
  ...opened,
  { type: 'received' },
  { type: 'sent', whole: true },
  { type: 'acknowledged', count: 1 }
];
const edit: Happening[] = [{ type: 'edited' }, { type: 'sent', whole: false }];

const told = (...events: Happening[]): Ledger => events.reduce(after, beginning);

describe('the words', () => {
  test('nothing is called saved before both sides have what the other lacked', () => {
    expect(statusOf(told())).toBe('connecting');
    expect(statusOf(told(...opened))).toBe('connecting');
    expect(statusOf(told(...opened, { type: 'received' }))).toBe('connecting');
    expect(statusOf(told(...opened, { type: 'received' }, { type: 'sent', whole: true }))).toBe('connecting');
    const unread: Happening[] = [
      ...opened,
      { type: 'sent', whole: true },
      { type: 'acknowledged', count: 1 }
    ];
    expect(statusOf(told(...unread))).toBe('connecting');
    expect(statusOf(told(...exchanged))).toBe('saved');
  });

  test('an edit is saving until its frame is committed', () => {
    expect(statusOf(told(...exchanged, ...edit))).toBe('saving');
    expect(statusOf(told(...exchanged, ...edit, { type: 'acknowledged', count: 2 }))).toBe('saved');
  });

  test('an edit the socket no longer took is not saved, and is kept through the loss', () => {
    const ledger = told(...exchanged, { type: 'edited' });
    expect(statusOf(ledger)).toBe('saving');
    expect(say(after(ledger, { type: 'closed', code: 1006 }))).toBe('Offline (1 edit in this tab only)');
  });

  test('the server’s sentence for a refusal is shown until the line is back', () => {
    const away = told(...exchanged, { type: 'closed', code: 4503, why: 'Trying again.' });
    expect(away.remark).toBe('Trying again.');
    expect(after(away, { type: 'opened' }).remark).toBeNull();
  });

  test('too large a frame is explained, though the socket gives no sentence for it', () => {
    expect(told(...exchanged, { type: 'closed', code: 1009, why: '' }).remark).toContain('too much');
  });

  test('edits under way when the line is lost count as kept here', () => {
    const ledger = told(...exchanged, ...edit, ...edit, { type: 'closed', code: 1001 });
    expect(kept(ledger)).toBe(2);
  });

  test('edits are called kept only once they are written down here', () => {
    const away = told(...exchanged, { type: 'closed', code: 1006 }, { type: 'edited' });
    expect(say(away)).toBe('Offline (1 edit in this tab only)');
    const written = after(away, { type: 'stored', edits: 1 });
    expect(say(written)).toBe('Offline (1 edit kept here)');
    expect(say(after(written, { type: 'edited' }))).toBe('Offline (2 edits in this tab only)');
  });

  test('what was written down for edits that are saved by now does not count for new ones', () => {
    const back: Happening[] = [...opened, { type: 'received' }, { type: 'sent', whole: true }];
    const saved = told({ type: 'restored', edits: 1 }, ...back, { type: 'acknowledged', count: 1 });
    const lost = [{ type: 'closed', code: 1006 }, { type: 'edited' }] as const;
    expect(say(lost.reduce(after, saved))).toBe('Offline (1 edit in this tab only)');
  });

  test('offline edits are saved only when the frame that carries them is', () => {
    const away: Happening[] = [...exchanged, { type: 'closed', code: 1006 }, { type: 'edited' }];
    const back: Happening[] = [...away, ...opened, { type: 'received' }];
    expect(statusOf(told(...back))).toBe('saving');
    expect(statusOf(told(...back, { type: 'sent', whole: true }))).toBe('saving');
    const there = told(...back, { type: 'sent', whole: true }, { type: 'acknowledged', count: 1 });
    expect(statusOf(there)).toBe('saved');
    expect(kept(there)).toBe(0);
  });

  test('edits of a closed tab are still unsaved when it comes back', () => {
    const ledger = told({ type: 'restored', edits: 3 }, { type: 'closed', code: 1006 });
    expect(say(ledger)).toBe('Offline (3 edits kept here)');
  });

  test.each([
    [4401, 'signed-out'],
    [4403, 'no-access'],
    [4404, 'deleted'],
    [4413, 'refused'],
    [4503, 'offline'],
    [1006, 'offline']
  ])('close code %i reads as %s', (code, status) => {
    expect(statusOf(told(...exchanged, { type: 'closed', code }))).toBe(status);
  });

  test('a reader is told so, and which edits of a former writer were not taken', () => {
    const reading: Happening = { type: 'greeted', mayWrite: false };
    expect(say(told({ type: 'opened' }, reading))).toBe('Read-only');
    expect(say(told(...exchanged, { type: 'edited' }, reading))).toContain('1 edit of yours');
  });
});

/** A world in which every edit is told apart: what this page made, what each frame carries, what is committed. */
class World {
  ledger = beginning;
  /** The ledger has seen every edit made. */
  countsAll = true;
  private made = new Set<number>();
  private committed = new Set<number>();
  private line: { open: boolean; frames: Set<number>[]; taken: number; asked: boolean; told: number } | null =
    null;

  get unsaved(): number {
    return [...this.made].filter((edit) => !this.committed.has(edit)).length;
  }

  /** Deletions and insertions are alike here: each is one edit. */
  edit(): void {
    const edit = this.made.size;
    this.made.add(edit);
    this.tell({ type: 'edited' });
    if (this.line?.open) this.send(new Set([edit]), false);
  }

  connect(): void {
    if (this.line) return;
    this.line = { open: true, frames: [], taken: 0, asked: false, told: 0 };
    this.tell({ type: 'opened' });
    this.tell({ type: 'greeted', mayWrite: true });
  }

  /** The server asks what it lacks; the page answers with all of it. */
  ask(): void {
    if (!this.line?.open || this.line.asked) return;
    this.line.asked = true;
    this.send(new Set([...this.made].filter((edit) => !this.committed.has(edit))), true);
  }

  give(): void {
    if (this.line?.open) this.tell({ type: 'received' });
  }

  commit(): void {
    const frame = this.line?.frames[this.line.taken];
    if (!this.line || !frame) return;
    this.line.taken++;
    for (const edit of frame) this.committed.add(edit);
  }

  acknowledge(): void {
    if (!this.line || this.line.told >= this.line.taken) return;
    this.line.told = this.line.taken;
    this.tell({ type: 'acknowledged', count: this.line.taken });
  }

  /** The socket stops taking frames before anybody is told. */
  fade(): void {
    if (this.line) this.line.open = false;
  }

  lose(): void {
    if (!this.line) return;
    this.line = null;
    this.tell({ type: 'closed', code: 1006 });
  }

  /** Another tab reads the offline copy; how many edits in it are unsaved was not written down in time. */
  reopen(): void {
    this.line = null;
    this.ledger = beginning;
    this.countsAll = false;
  }

  private send(edits: Set<number>, whole: boolean): void {
    this.line?.frames.push(edits);
    this.tell({ type: 'sent', whole });
  }

  private tell(event: Happening): void {
    this.ledger = after(this.ledger, event);
  }
}

const deeds = ['edit', 'connect', 'ask', 'give', 'commit', 'acknowledge', 'fade', 'lose', 'reopen'] as const;

const joining = ['connect', 'ask', 'give', 'commit', 'acknowledge'] as const;

test('whatever happens in whatever order, “Saved” means that every edit is committed', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.array(fc.constantFrom(...deeds), { maxLength: 80 }), (joined, sequence) => {
      const world = new World();
      for (const deed of joined ? [...joining, ...sequence] : sequence) {
        world[deed]();
        if (statusOf(world.ledger) === 'saved') expect(world.unsaved).toBe(0);
        if (world.countsAll) expect(kept(world.ledger)).toBeGreaterThanOrEqual(world.unsaved);
      }
    }),
    { numRuns: 3000 }
  );
});

test('in an undisturbed world everything comes to be saved', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...deeds), { maxLength: 40 }), (sequence) => {
      const world = new World();
      for (const deed of [...sequence, 'lose', 'connect', 'ask', 'give'] as const) world[deed]();
      for (let frames = 0; frames <= sequence.length; frames++) world.commit();
      world.acknowledge();
      expect(statusOf(world.ledger)).toBe('saved');
    })
  );
});
