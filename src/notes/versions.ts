import * as v from 'valibot';
import type { Piece } from '#notes/difference.ts';

/** Why a version was kept: somebody named it, writing paused, it was about to be replaced, or the meeting was over. */
export type Reason = 'named' | 'pause' | 'restore' | 'meeting';

/** A kept state of a note, as the list of them shows it. */
export interface VersionCard {
  id: string;
  reason: Reason;
  name: string | null;
  createdAt: Date;
  /** Who asked for it; null when nobody did. */
  by: string | null;
}

/** A version in the list, with those who wrote since the one before. */
export interface VersionRow extends VersionCard {
  writers: string[];
}

/** A stretch of a comparison; for what was inserted, who wrote it, where that is known. */
export type Passage = (Piece & { by: string | null }) | { kind: 'left out'; lines: number };

export const KeepForm = v.object({
  name: v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty('Give the version a name.'),
    v.maxLength(120, 'A name has at most 120 characters.')
  )
});

export const RestoreForm = v.object({ version: v.string() });

const reasons: Record<Reason, string> = {
  named: 'Kept',
  pause: 'After a pause in writing',
  restore: 'Before an older version was restored',
  meeting: 'At the end of the meeting'
};

/** What a version is called: its name, or why it was kept. */
export function titleOf({ name, reason }: Pick<VersionCard, 'name' | 'reason'>): string {
  return name ?? reasons[reason];
}

/** Unchanged lines shown before and after a change, and the fewest that are worth leaving out. */
const context = 3;
const fewestLeftOut = 3;

/** Leaves out what stayed the same, save for a few lines around each change. */
export function folded(passages: readonly (Piece & { by: string | null })[]): Passage[] {
  return passages.flatMap((passage, at): Passage[] => {
    if (passage.kind !== 'same') return [passage];
    const lines = passage.text.split('\n');
    const head = at === 0 ? 0 : context;
    const tail = at === passages.length - 1 ? 0 : context;
    const leftOut = lines.length - head - tail - 1;
    if (leftOut < fewestLeftOut) return [passage];
    const first = lines.slice(0, head).join('\n');
    const last = lines.slice(lines.length - tail - 1).join('\n');
    const shown = (text: string): Passage[] => (text ? [{ ...passage, text }] : []);
    return [...shown(head ? `${first}\n` : ''), { kind: 'left out', lines: leftOut }, ...shown(last)];
  });
}
