import type { Marks, Rules } from '#ballots/rules.ts';
import type { FormAnswer } from '#routes/answer.server.ts';

/** A vote while somebody fills it in: marks by nomination as they stand in the fields, `''` for none. */
export class Draft {
  readonly rules: Rules;
  marks = $state<Record<string, string>>({});
  none = $state(false);

  /** Begins with what was typed in a try that was refused, or with the vote that counts so far. */
  constructor({ rules, mine }: { rules: Rules; mine: Marks | null }, answer: FormAnswer | null) {
    this.rules = rules;
    this.marks = answer ? typed(answer) : inFields(mine ?? {});
    this.none = answer ? answer.chosen?.none !== undefined : mine !== null && Object.keys(mine).length === 0;
  }

  /** Dots that are not given yet; below 0 when too many are. */
  get left(): number {
    return (this.rules.method === 'dots' ? this.rules.budget : 0) - sum(Object.values(this.marks));
  }

  /** The rank after the last one given. */
  get next(): number {
    return Math.max(0, ...Object.values(this.marks).map(number)) + 1;
  }

  mark(id: string, value: string): void {
    this.marks[id] = value;
    if (number(value) > 0) this.none = false;
  }

  /** One more, or one fewer; a rank that comes to nothing is empty again. */
  step(id: string, by: 1 | -1): void {
    const stepped = number(this.marks[id] ?? '') + by;
    const most = this.rules.method === 'dots' ? this.rules.most : 999;
    this.mark(id, stepped > 0 ? String(Math.min(stepped, most)) : '');
  }

  /** Gives the next rank, or takes the rank away and closes the gap. */
  toggleRank(id: string): void {
    const rank = number(this.marks[id] ?? '');
    if (rank === 0) return this.mark(id, String(this.next));
    this.marks[id] = '';
    const isShared = Object.values(this.marks).some((mark) => number(mark) === rank);
    if (isShared) return;
    for (const other of Object.keys(this.marks)) {
      const mark = number(this.marks[other]!);
      if (mark > rank) this.marks[other] = String(mark - 1);
    }
  }

  /** "None of these" excludes marks, except in a ranking, where it is one of them. */
  chooseNone(none: boolean): void {
    this.none = none;
    if (none) this.marks = {};
  }

  /** What keeps a dot more from being given. */
  isFull(id: string): boolean {
    return (
      this.rules.method === 'dots' && (this.left <= 0 || number(this.marks[id] ?? '') >= this.rules.most)
    );
  }
}

function typed({ chosen = {}, values = {} }: FormAnswer): Record<string, string> {
  const marks = Object.entries(values).flatMap(([name, value]) =>
    name.startsWith('mark.') ? [[name.slice('mark.'.length), value] as const] : []
  );
  return {
    ...Object.fromEntries((chosen.approved ?? []).map((id) => [id, '1'])),
    ...Object.fromEntries(marks)
  };
}

function inFields(marks: Marks): Record<string, string> {
  return Object.fromEntries(Object.entries(marks).map(([id, mark]) => [id, String(mark)]));
}

function number(text: string): number {
  return /^\s*\d+\s*$/.test(text) ? Number(text) : 0;
}

function sum(texts: string[]): number {
  return texts.reduce((total, text) => total + number(text), 0);
}
