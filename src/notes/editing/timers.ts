import {
  Decoration,
  MatchDecorator,
  ViewPlugin,
  WidgetType,
  type DecorationSet,
  type ViewUpdate
} from '@codemirror/view';

/** What `timerText` writes. */
const written = /⏱ until (\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC/g;

/** What is left until a moment, in words one reads from across the table. */
export function remaining(until: Date, now: Date): string {
  const seconds = Math.ceil((until.getTime() - now.getTime()) / 1000);
  if (Number.isNaN(seconds)) return '⏱ ?';
  if (seconds <= 0) return '⏱ time is up';
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 600) return `⏱ ${Math.round(minutes / 60)} h`;
  return `⏱ ${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A clock that runs down to the same moment on everybody's page. */
class Clock extends WidgetType {
  private readonly until: Date;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(until: Date) {
    super();
    this.until = until;
  }

  override eq(other: Clock): boolean {
    return other.until.getTime() === this.until.getTime();
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'live-timer';
    element.role = 'timer';
    const tick = () => (element.textContent = remaining(this.until, new Date()));
    tick();
    this.timer = setInterval(tick, 1000);
    return element;
  }

  override destroy(): void {
    clearInterval(this.timer);
  }
}

const clocks = new MatchDecorator({
  regexp: written,
  decoration: ([, day, time], view, at) => {
    const { from, to } = view.state.selection.main;
    const isTouched = view.hasFocus && from <= at + 27 && to >= at;
    return isTouched ? null : Decoration.replace({ widget: new Clock(new Date(`${day}T${time}:00Z`)) });
  }
});

/** Shows what is left of the timers in the text. */
export const timers = ViewPlugin.define(
  (view): { drawn: DecorationSet; update(update: ViewUpdate): void } => ({
    drawn: clocks.createDeco(view),
    update(update) {
      const isStale = update.selectionSet || update.focusChanged;
      this.drawn = isStale ? clocks.createDeco(update.view) : clocks.updateDeco(update, this.drawn);
    }
  }),
  { decorations: ({ drawn }) => drawn }
);
