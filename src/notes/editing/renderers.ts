import { renderMath } from '#markdown/math.ts';
import { createRenderer } from '#markdown/renderer.ts';
import type { Renderers } from '#notes/editing/widgets.ts';

/** What the live preview renders with; KaTeX and markdown-it are fetched for it when a note is opened. */
export function loadRenderers(): Renderers {
  return { math: renderMath, markdown: createRenderer(renderMath).markdown };
}
