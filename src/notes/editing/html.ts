import { gfm } from '@joplin/turndown-plugin-gfm';
import TurndownService from 'turndown';

/**
 * HTML from the clipboard as Markdown. Formulas that carry their TeX (KaTeX, MathJax, Wikipedia, arXiv's pages) come
 * as formulas. The HTML is read by the browser's parser without running or fetching any of it.
 */
export function markdownOf(html: string): string {
  const service = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*'
  });
  service.use(gfm);
  service.remove(['script', 'style', 'noscript', 'iframe', 'object']);
  service.addRule('formula', {
    filter: (node) => node.nodeName.toLowerCase() === 'math' || node.classList.contains('katex'),
    replacement: (_content, node) => formulaOf(node as Element)
  });
  return service.turndown(new DOMParser().parseFromString(html, 'text/html').body).trim();
}

function formulaOf(node: Element): string {
  const tex =
    node.querySelector('annotation[encoding="application/x-tex"]')?.textContent ??
    node.getAttribute('alttext');
  if (!tex) return node.textContent ?? '';
  const isDisplay = node.matches('[display="block"]') || node.querySelector('[display="block"]') !== null;
  return isDisplay ? `\n\n$$\n${tex.trim()}\n$$\n\n` : `$${tex.trim()}$`;
}
