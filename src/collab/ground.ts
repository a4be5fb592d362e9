import * as Y from 'yjs';

type Decoded = ReturnType<typeof Y.decodeUpdate>;

/**
 * What a note's updates may build on: for each client of the document, the number of its next operation (Yjs's state
 * vector). Kept beside the relay, since no document is there that would notice an update whose ground is missing.
 */
export class Ground {
  private readonly clocks = new Map<number, number>();

  /** Everything of this document is there. */
  holds(doc: Y.Doc): void {
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(doc))) this.raise(client, clock);
  }

  /** An update that is in the log, wherever it came in, was passed on. */
  pass(update: Uint8Array): void {
    for (const [client, clock] of Y.parseUpdateMeta(update).to) this.raise(client, clock);
  }

  /** Takes in what an update brings. @returns whether all that it builds on was there */
  bears({ structs, ds }: Decoded): boolean {
    let isWhole = true;
    for (const struct of structs) {
      const { client, clock } = struct.id;
      if (struct instanceof Y.Skip || clock > this.next(client)) isWhole = false;
      else this.raise(client, clock + struct.length);
    }
    return isWhole && structs.every((struct) => this.hasOrigins(struct)) && this.hasDeleted(ds);
  }

  /** As Yjs sends it in a sync step 1: what we have, so that the other side sends the rest. */
  encoded(): Uint8Array {
    return Y.encodeStateVector(this.clocks);
  }

  private next(client: number): number {
    return this.clocks.get(client) ?? 0;
  }

  private raise(client: number, clock: number): void {
    if (clock > this.next(client)) this.clocks.set(client, clock);
  }

  private hasOrigins(struct: Decoded['structs'][number]): boolean {
    if (!(struct instanceof Y.Item)) return true;
    return [struct.origin, struct.rightOrigin].every((at) => !at || at.clock < this.next(at.client));
  }

  private hasDeleted(ds: Decoded['ds']): boolean {
    for (const [client, ranges] of ds.clients) {
      if (ranges.some(({ clock, len }) => clock + len > this.next(client))) return false;
    }
    return true;
  }
}
