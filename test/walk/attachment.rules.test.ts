import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asAttachment } from '#routes/attachment.server.ts';
import { fileName } from '#notes/notes.ts';

test('a title that is hostile or in any script gives a file a name, and the answer no other header', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'a"; filename=evil.exe',
      'a\r\nSet-Cookie: x=y',
      '../../etc/passwd',
      '論文 “é” 🙂',
      '%22\\'
    )
  );
  fc.assert(
    fc.property(hostile, (title) => {
      const header = asAttachment(fileName(title));
      // One header of visible ASCII, which a Headers object takes, with the two names of RFC 6266.
      expect(header).toMatch(/^attachment; filename="[^"\\%\r\n]*"; filename\*=UTF-8''[\w!#$&+.^`|~%-]*$/);
      expect(new Headers({ 'content-disposition': header }).get('content-disposition')).toBe(header);
      const encoded = header.slice(header.indexOf("UTF-8''") + 7);
      expect(decodeURIComponent(encoded)).toBe(fileName(title));
      expect(decodeURIComponent(encoded)).not.toMatch(/[/\\]/);
    })
  );
});
