import { expect, test } from 'vitest';
import * as v from 'valibot';
import { loadRenderer } from '#markdown/markdown.ts';
import { fileName, fillTemplate, meetingText, TemplateForm, type Occasion } from '#notes/notes.ts';

const occasion: Occasion = {
  title: 'Grokking club',
  startsAt: new Date('2026-11-26T16:00:00Z'),
  timezone: 'Europe/Berlin',
  place: 'Room 2.13',
  agenda: [
    {
      paperId: 'p1',
      title: 'On $\\alpha_1$-divergence [sic]',
      authors: ['Emmy Noether', 'Kurt_G*del'],
      abstract: ':::\n# A heading\n:::fold no',
      lead: 'Grace'
    }
  ],
  people: ['Ada', 'Emmy'],
  openItems: []
};

test('a meeting’s note says when and where in the group’s own time', () => {
  expect(meetingText(occasion)).toContain('Thursday 26 November 2026, 17:00 (Berlin time) · Room 2.13');
});

test('a meeting’s note lists each paper with its page, its authors and its lead', () => {
  const text = meetingText(occasion);
  expect(text).toContain('1. [On $\\alpha_1$-divergence \\[sic\\]](/papers/p1)');
  expect(text).toContain('   Emmy Noether, Kurt\\_G\\*del  \n   lead: Grace');
});

test('a meeting’s note has its four headings in order', () => {
  const headings = [...meetingText(occasion).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual(['Agenda', 'Notes', 'Questions', 'Decisions', 'Action items']);
});

test('a meeting without papers says so', () => {
  expect(meetingText({ ...occasion, agenda: [] })).toContain('Nothing is on the agenda yet.');
});

test('what people put into titles cannot make headings, links or markup of its own', () => {
  const title = 'x](https://evil.example)\n# Owned <script> **bold** `code`';
  const text = meetingText({ ...occasion, title, agenda: [] });
  expect(text.match(/^# /gm)).toHaveLength(1);
  expect(text).not.toContain('x](');
  expect(text).not.toContain('\n# Owned');
  expect(text).not.toContain('**bold**');
});

test('a long list of authors is cut and counted', () => {
  const authors = Array.from({ length: 9 }, (_, index) => `Author ${index}`);
  const agenda = [{ paperId: 'p', title: 'T', authors, abstract: null, lead: null }];
  expect(meetingText({ ...occasion, agenda })).toContain('Author 5 and 3 others');
});

test('what is still to be done is carried over as words with their place, not as a second box', () => {
  const text = meetingText({ ...occasion, openItems: [{ text: '@Emmy write', noteId: 'n1' }] });
  expect(text).toContain('## From last time\n\n- @Emmy write ([there](/notes/n1))');
  expect(text).not.toContain('[ ]');
});

test('a group’s own template is filled where it asks, abstracts folded and unable to break out', async () => {
  const text = fillTemplate('# {{title}}\n{{ date }}\n\n{{papers}}\n\n{{people}}', occasion);
  expect(text).toContain('# Grokking club\nThursday 26 November 2026');
  expect(text).toContain('- [ ] Ada\n- [ ] Emmy');
  const html = (await loadRenderer())(text);
  expect(html).toContain('<details><summary>Abstract</summary>');
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html.match(/<details/g)).toHaveLength(1);
});

test('what a paper’s title says is not filled in again', () => {
  const [item] = occasion.agenda;
  const agenda = [{ ...item!, title: '{{people}}' }];
  expect(fillTemplate('{{agenda}}', { ...occasion, agenda })).not.toContain('Ada');
});

test('a template that asks for something unknown is refused with what is known', () => {
  const { issues } = v.safeParse(TemplateForm, { text: '{{title}} {{weather}}' });
  expect(issues?.[0].message).toMatch(/^There is no \{\{weather\}\}\. Known are \{\{title\}\}/);
  expect(v.safeParse(TemplateForm, { text: '{{ title }} {{open items}}' }).success).toBe(true);
});

test('a file is named by its title, without what file systems refuse', () => {
  expect(fileName('Grokking: ein Überblick / 26.11.')).toBe('Grokking ein Überblick 26.11.md');
  expect(fileName('../../etc/passwd')).toBe('etc passwd.md');
  expect(fileName('\u0000<>:"')).toBe('note.md');
});
