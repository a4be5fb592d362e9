import { expect, test } from 'vitest';
import { standalonePage } from '#markdown/standalone.server.ts';

const page = (source: string, title = 'Title') =>
  standalonePage(title, source, 'https://reading.example.org');

test('a page of its own loads nothing and runs nothing', () => {
  const html = page('# A\n\n![x](https://example.org/x.png) <script>alert(1)</script>\n\n$\\alpha$');
  expect(html).not.toMatch(/<script|<img|<link|<iframe|@import|url\(|src=/);
  expect(html).toContain('<math');
});

test('links to places in the application lead there from anywhere, others stay', () => {
  const html = page('[p](/papers/x) [q](https://example.org/a) [r](#h-a) `href="/x"`');
  expect(html).toContain('<a href="https://reading.example.org/papers/x">');
  expect(html).toContain('<a href="https://example.org/a"');
  expect(html).toContain('<a href="#h-a">');
  expect(html).toContain('<code>href=&quot;/x&quot;</code>');
});

test('a title is text', () => {
  expect(page('', '</title><b>')).toContain('<title>&lt;/title&gt;&lt;b&gt;</title>');
});
