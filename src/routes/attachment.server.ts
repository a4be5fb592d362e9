/** RFC 6266: an answer that is saved as a file, under a plain name by old clients and under the real one by others. */
export function asAttachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
