/** A frame that carries edits, about to be sent; `whole` when it is the answer to what the server lacks. */
export type Counted = (whole: boolean) => void;

// y-websocket's first byte says "sync"; y-protocols' second says which step.
const sync = 0;
const step2 = 1;
const update = 2;

/**
 * A WebSocket that says which frames with edits leave, in the order in which the server numbers them. It is given to
 * the stock provider in place of the browser's own.
 */
export function countingSocket(counted: Counted): typeof WebSocket {
  return class extends WebSocket {
    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBufferLike>): void {
      // Counted first, so that an acknowledgement can never be ahead of the count.
      if (data instanceof Uint8Array && data[0] === sync) {
        if (data[1] === step2) counted(true);
        else if (data[1] === update) counted(false);
      }
      super.send(data as Uint8Array<ArrayBuffer>);
    }
  };
}
