import { createContext } from 'svelte';

export interface Toast {
  id: number;
  text: string;
  tone: 'info' | 'error';
  /** A way back or onward, like undoing what was just done. */
  action: { label: string; run: () => void } | undefined;
}

/** Milliseconds a toast stays: a long sentence can be read twice. Errors stay until they are dismissed. */
const stay = 8000;

/** Short sentences about what just happened, shown at the foot of the window and read out politely. */
export class Toasts {
  shown = $state<Toast[]>([]);
  #lastId = 0;
  #timers: Record<number, ReturnType<typeof setTimeout>> = {};

  say(text: string, options: { tone?: Toast['tone']; action?: Toast['action'] } = {}): void {
    const { tone = 'info', action } = options;
    const id = ++this.#lastId;
    this.shown.push({ id, text, tone, action });
    if (tone !== 'error') this.#timers[id] = setTimeout(() => this.dismiss(id), stay);
  }

  dismiss(id: number): void {
    this.shown = this.shown.filter((toast) => toast.id !== id);
    clearTimeout(this.#timers[id]);
    delete this.#timers[id];
  }

  /** Nothing leaves while someone points at it or is inside it with the keyboard. */
  hold(): void {
    for (const timer of Object.values(this.#timers)) clearTimeout(timer);
  }

  release(): void {
    for (const id of Object.keys(this.#timers).map(Number)) {
      clearTimeout(this.#timers[id]);
      this.#timers[id] = setTimeout(() => this.dismiss(id), stay);
    }
  }
}

/** The root layout sets them; any component below gets them with `useToasts()` while it initialises. */
export const [useToasts, setToasts] = createContext<Toasts>();
