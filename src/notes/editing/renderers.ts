import { renderMath, type RenderMath } from '#markdown/math.ts';
import { createRenderer } from '#markdown/renderer.ts';
import type { Renderers } from '#notes/editing/widgets.ts';

const math: RenderMath = renderMath;

/** What the live preview renders with; KaTeX and markdown-it are fetched for it when a note is opened. */
export function loadRenderers(): Renderers {
  const { markdown } = createRenderer(math);
  return { math, markdown };
}
