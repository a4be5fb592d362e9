import { deserialize } from '$app/forms';
import { invalidate } from '$app/navigation';
import type { SubmitFunction } from '@sveltejs/kit';

interface Sorted {
  place: number;
  of: number;
}

const keys: Record<string, string> = { ArrowUp: 'up', ArrowDown: 'down', Home: 'top', End: 'end' };
/** How near to the window's edge, in px, a dragged row scrolls the page, and how far at once. */
const edge = 72;
const step = 18;

/**
 * Sorting a queue by hand: by dragging a row's handle with a mouse, a pen or a thumb, or by keys on it. What is done
 * goes to the server as a move beside another row, and is said aloud with the place it led to.
 */
export class Sorting {
  /** The row being dragged, and the one at whose edge it would be dropped. */
  dragged = $state<string>();
  over = $state<{ id: string; isAfter: boolean }>();
  /** For screen readers. */
  said = $state('');
  #refuse: (sentence: string) => void;

  constructor(refuse: (sentence: string) => void) {
    this.#refuse = refuse;
  }

  /** The row's buttons, which work without a script, told about in the same way. */
  press(id: string, title: string): SubmitFunction {
    return () =>
      async ({ result, update }) => {
        if (result.type === 'success') await this.#show(id, title, result.data?.sorted as Sorted);
        else if (result.type === 'failure') this.#refuse(String(result.data?.message));
        else await update({ reset: false });
      };
  }

  key(event: KeyboardEvent, id: string, title: string): void {
    if (event.key === 'Escape') this.#letGo();
    const to = keys[event.key];
    if (!to || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    void this.#send(id, title, { to });
  }

  grab(event: PointerEvent & { currentTarget: HTMLElement }, id: string): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    this.dragged = id;
  }

  drag(event: PointerEvent & { currentTarget: HTMLElement }): void {
    if (!this.dragged) return;
    if (event.clientY < edge) scrollBy(0, -step);
    else if (event.clientY > innerHeight - edge) scrollBy(0, step);
    const rows = [...(event.currentTarget.closest('ol')?.children ?? [])] as HTMLElement[];
    const middle = (row: HTMLElement) => row.getBoundingClientRect().top + row.offsetHeight / 2;
    const next = rows.find((row) => event.clientY < middle(row));
    const row = next ?? rows.at(-1);
    if (row) this.over = { id: row.id.slice(2), isAfter: !next };
  }

  drop(title: string): void {
    const [id, over] = [this.dragged, this.over];
    this.#letGo();
    if (!id || !over || over.id === id) return;
    void this.#send(id, title, over.isAfter ? { after: over.id } : { before: over.id });
  }

  #letGo(): void {
    this.dragged = undefined;
    this.over = undefined;
  }

  async #send(id: string, title: string, to: Record<string, string>): Promise<void> {
    const body = new FormData();
    for (const [name, value] of Object.entries({ nomination: id, ...to })) body.set(name, value);
    const headers = { 'x-sveltekit-action': 'true', accept: 'application/json' };
    const answer = await fetch('?/sort', { method: 'POST', headers, body }).catch(() => null);
    const result = answer && deserialize(await answer.text());
    if (result?.type === 'success') await this.#show(id, title, result.data?.sorted as Sorted);
    else
      this.#refuse(
        result?.type === 'failure' ? String(result.data?.message) : 'It could not be moved. Please try again.'
      );
  }

  /** Loads the new order, keeps the hands on the row, and says where it is. */
  async #show(id: string, title: string, { place, of }: Sorted): Promise<void> {
    const hands = document.activeElement?.id;
    await invalidate('group:queue');
    if (hands) document.getElementById(hands)?.focus();
    this.said = `“${title}” is now ${place} of ${of}.`;
  }
}
