import type { Asked } from '#meetings/meetings.server.ts';
import { titleHtml } from '../rendered.server.ts';

/** Gives the question of a swap what a page shows of it. */
export function shownSwap({ title, inReturn, ...asked }: Asked) {
  return {
    ...asked,
    titleHtml: titleHtml(title),
    inReturn: inReturn && { titleHtml: titleHtml(inReturn.title), startsAt: inReturn.startsAt }
  };
}
