import { invalidate } from '$app/navigation';
import { navigating } from '$app/state';

const shortestPause = 1_000;
const longestPause = 60_000;

/**
 * Follows what changes in a group: each kind of change loads again what depends on it. A hidden tab lets go of its
 * connection, of which a browser has few. Whenever the connection stands, all that follows the group is loaded again: what changed since
 * the page was loaded, or during an interruption, was told to nobody here.
 * @returns what stops it
 */
export function follow(groupSlug: string): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = shortestPause;

  const leave = () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };

  const listen = () => {
    leave();
    if (document.hidden) return;
    source = new EventSource(`/g/${groupSlug}/live`);
    source.onopen = () => {
      pause = shortestPause;
      void refresh('missed');
    };
    source.onmessage = ({ data: kind }: MessageEvent<string>) => void refresh(kind);
    source.onerror = () => {
      // The browser tries again by itself unless it got an answer it did not like, as while the server starts.
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(listen, pause);
      pause = Math.min(2 * pause, longestPause);
    };
  };

  listen();
  document.addEventListener('visibilitychange', listen);
  return () => {
    document.removeEventListener('visibilitychange', listen);
    leave();
  };
}

/** Loads again what depends on a kind of thing; after a navigation under way, which it would otherwise call off. */
async function refresh(kind: string): Promise<void> {
  await navigating.complete?.catch(() => undefined);
  await invalidate(kind === 'missed' ? ({ protocol }) => protocol === 'group:' : `group:${kind}`);
}
