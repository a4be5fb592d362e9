import { CannotStart } from '#platform/start.ts';

/** What a process can do: answer with pages, serve notes over WebSockets, do what happens by itself. */
export const duties = ['web', 'collab', 'worker'] as const;
export type Duty = (typeof duties)[number];

/** What else may stand on the command line: with a sample group, and from the sources. */
const switches = ['--demo', '--dev'];

/**
 * What this process is to do, from its command line; without a word, everything.
 * @param hasDatabase whether a database is named that several processes can share
 * @throws CannotStart with a sentence when a word is none of ours, or when it would be alone with a database of its own
 */
export function dutiesIn(line: readonly string[], hasDatabase: boolean): ReadonlySet<Duty> {
  const words = line.filter((word) => !switches.includes(word));
  const strange = words.find((word) => !isDuty(word));
  if (strange !== undefined) {
    throw new CannotStart(
      `“${strange}” is nothing Colloquy does. Name web, collab or worker, or several of them: ` +
        'npm start -- web collab. Without a word it does all three.'
    );
  }
  const named = new Set(words.filter(isDuty));
  if (named.size > 0 && named.size < duties.length && !hasDatabase) {
    throw new CannotStart(
      `A process that does only ${[...named].join(' and ')} needs others beside it, on the same database. ` +
        'Set DATABASE_URL, or start without a word: npm start'
    );
  }
  return named.size > 0 ? named : new Set(duties);
}

function isDuty(word: string): word is Duty {
  return (duties as readonly string[]).includes(word);
}
