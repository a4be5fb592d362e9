import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { load } from '#notes/log.server.ts';
import * as notes from '#notes/notes.server.ts';
import { textName } from '#notes/notes.ts';
import { noteHead, noteUpdate } from '#notes/schema.ts';
import { transaction } from '#platform/database.server.ts';
import { requestJob } from '#platform/jobs.server.ts';

/** Makes a meeting's note from the template and writes what was said below its agenda, as one more update. */
export async function writeNote(meetingId: string): Promise<void> {
  await transaction(async (tx) => {
    const noteId = await notes.makeForMeeting(tx, meetingId);
    if (!noteId) return;
    const { doc, head } = await load(noteId, tx);
    const before = Y.encodeStateVector(doc);
    const text = doc.getText(textName);
    const start = text.toString().indexOf('## Notes');
    text.delete(start, text.length - start);
    text.insert(start, writtenTogether);
    const payload = Y.encodeStateAsUpdate(doc, before);
    await tx.insert(noteUpdate).values({ noteId, seq: head + 1, payload });
    await tx
      .update(noteHead)
      .set({ head: head + 1 })
      .where(eq(noteHead.noteId, noteId));
    await requestJob('note.glean', { noteId }, { within: tx, key: noteId });
    doc.destroy();
  });
}

/** What the sample group wrote during its last meeting, after the template's head. */
const writtenTogether = `## Notes

The task is a table $a \\circ b = c$ over a small set, half of it shown. Training accuracy is 100% after about $10^3$
steps; validation stays at chance until $10^5$ and then rises to 100% within a short while.

- The gap grows quickly as the shown part shrinks: at 50% generalisation comes soon, at 30% a hundred times later.
- **Weight decay** is the strongest lever, stronger than dropout or smaller batches. Emmy's reading: fitting the table by
  heart needs large weights, the rule needs small ones, and decay pays for the move between them:

$$
\\mathcal{L}(\\theta) = \\frac{1}{|S|} \\sum_{(a,b) \\in S} -\\log p_\\theta(a \\circ b \\mid a, b) + \\frac{\\lambda}{2} \\lVert \\theta \\rVert_2^2
$$

- The embedding of $S_5$ shows cosets of a subgroup when projected. Nobody had asked for that.

| operation | generalises | steps |
|---|---|---|
| $x + y \\bmod 97$ | yes | $\\approx 10^4$ |
| $x / y \\bmod 97$ | yes | $\\approx 10^5$ |
| $x^3 + xy^2 + y \\bmod 97$ | no | – |

## Questions

1. Is the jump sudden, or only the accuracy? Alan: look at the loss on a log scale before saying "phase transition".
2. Does anything like it happen outside of toy tables?

## Decisions

- Decision: we read the sequel that takes such a network apart, if it wins the next ballot.

## Action items

- [x] @Grace puts the notebook with modular addition into the shared folder
- [ ] @Alan repeats the run with $\\lambda = 0.1$ and shows the norm of the weights
`;
