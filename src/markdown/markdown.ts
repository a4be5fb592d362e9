/**
 * The renderer in the browser: the same as the server's, fetched when it is first needed, because KaTeX and
 * markdown-it weigh more than a page.
 */
export async function loadRenderer(): Promise<(source: string) => string> {
  const [{ createRenderer }, { renderMath }] = await Promise.all([
    import('./renderer.ts'),
    import('./math.ts')
  ]);
  return createRenderer(renderMath).markdown;
}
