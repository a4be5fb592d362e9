import * as Y from 'yjs';
import { difference, type Piece } from '#notes/difference.ts';
import { textName } from '#notes/notes.ts';
import { namesOf, type Writers } from '#notes/writers.server.ts';

/** Letters of a text that came from one Yjs client. */
interface Run {
  client: number;
  length: number;
}

/** The difference of two texts, what was inserted parted by who wrote it. @param doc holds the later text */
export async function attributed(
  before: string,
  doc: Y.Doc,
  writers: Writers
): Promise<(Piece & { by: string | null })[]> {
  const living = doc.getText(textName);
  const pieces = parted(difference(before, living.toString()), runsOf(living));
  const accountOf = ({ client }: { client: number | null }) =>
    client === null ? undefined : writers.get(client);
  const names = await namesOf(pieces.flatMap((piece) => accountOf(piece) ?? []));
  const named = pieces.map((piece) => ({
    ...{ kind: piece.kind, text: piece.text },
    by: names.get(accountOf(piece) ?? '') ?? null
  }));
  return named.reduce<typeof named>((all, piece) => {
    const last = all.at(-1);
    if (last?.kind === piece.kind && last.by === piece.by) last.text += piece.text;
    else all.push(piece);
    return all;
  }, []);
}

/** The clients that wrote what stands in a text, from its first letter to its last. */
function runsOf(text: Y.Text): Run[] {
  const runs: Run[] = [];
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    runs.push({ client: item.id.client, length: item.length });
  }
  return runs;
}

function parted(pieces: readonly Piece[], runs: readonly Run[]): (Piece & { client: number | null })[] {
  let run = 0;
  let left = runs[0]?.length ?? 0;
  const take = (most: number): Run => {
    while (left === 0 && run < runs.length - 1) left = runs[++run]!.length;
    const length = Math.min(most, left || most);
    left = Math.max(0, left - length);
    return { client: runs[run]?.client ?? 0, length };
  };
  return pieces.flatMap(({ kind, text }) => {
    if (kind === 'deleted') return [{ kind, text, client: null }];
    const parts: (Piece & { client: number | null })[] = [];
    for (let at = 0; at < text.length;) {
      const { client, length } = take(text.length - at);
      parts.push({ kind, text: text.slice(at, at + length), client: kind === 'inserted' ? client : null });
      at += length;
    }
    return parts;
  });
}
