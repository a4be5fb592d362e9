import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { asFile, fromFile } from '#notes/file.ts';

test('a note’s file says in front what it is and belongs to', () => {
  const file = asFile(
    {
      ...{ id: 'n1', title: 'Grokking: "late" learning', date: '2026-11-26' },
      meeting: { id: 'm1', title: 'Weekly meeting' },
      papers: [{ id: 'p1', title: 'Power, et al.\nGrokking' }]
    },
    '# Grokking\n'
  );
  expect(file).toBe(
    [
      '---',
      'title: "Grokking: \\"late\\" learning"',
      'date: 2026-11-26',
      'id: "n1"',
      'meeting:',
      '  id: "m1"',
      '  title: "Weekly meeting"',
      'papers:',
      '  - id: "p1"',
      '    title: "Power, et al.\\nGrokking"',
      '---',
      '',
      '# Grokking',
      ''
    ].join('\n')
  );
});

test('what was exported comes in again with its title and text, whatever they are', () => {
  const title = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => {
    return text.trim() !== '' && text.trim() === text && !/\s\s|[^\S ]/.test(text);
  });
  const text = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\0\ufeff]/.test(text));
  fc.assert(
    fc.property(title, text, fc.boolean(), (title, markdown, hasPaper) => {
      const papers = hasPaper ? [{ id: 'p', title: '---\n---' }] : [];
      const file = asFile({ id: 'n', title, date: '2026-11-26', meeting: null, papers }, markdown);
      expect(fromFile('x.md', file)).toEqual({ title, text: markdown });
    })
  );
});

test('the title of a file from elsewhere is its first heading, or else its name', () => {
  expect(fromFile('a.md', 'Intro\n\n## On **grokking** and [Adam](/x) ##\n\n# Later').title).toBe(
    'On grokking and Adam'
  );
  expect(fromFile('a.md', '```sh\n# a comment\n```\n\n# Title\n').title).toBe('Title');
  expect(fromFile('a.md', '# a\\*b\n').title).toBe('a*b');
  expect(fromFile('Week 3.notes.md', '#no heading').title).toBe('Week 3.notes');
  expect(fromFile('.md', '').title).toBe('Note');
  expect([...fromFile('a.md', `# ${'😀'.repeat(300)}`).title]).toHaveLength(200);
});

test('line ends of other systems, byte order marks and zero bytes go; other front matter stays', () => {
  expect(fromFile('a.md', '\ufeff# A\r\nb\0\rc').text).toBe('# A\nb\nc');
  const foreign = '---\ntags: [x]\n---\n# A\n';
  expect(fromFile('a.md', foreign)).toEqual({ title: 'A', text: foreign });
});
