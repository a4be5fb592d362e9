const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
};

/** Text for between tags and for attribute values in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** Takes out control characters and half surrogate pairs; line ends and tabs stay. */
export function withoutBadBytes(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\p{Cs}|(?![\t\n])\p{Cc}/gu, '');
}

/** Where a link may lead: http(s), mail, a place in the application, or one on the page. */
export function isSafeAddress(address: string): boolean {
  return /^(?:https?:\/\/[^/]|mailto:|\/(?![/\\])|#)/i.test(address) || address === '/';
}

/** What a link to another site carries besides its address. */
export const outsideRel = 'nofollow noopener noreferrer';

export function isOutside(address: string): boolean {
  return /^https?:/i.test(address);
}

/** The formula's source in its place, with the reason why it is not rendered. */
export function mathError(source: string, reason: string): string {
  return `<code class="math-error" title="${escapeHtml(reason)}">${escapeHtml(source)}</code>`;
}
