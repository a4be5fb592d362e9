import { expect, test } from 'vitest';
import { asHtml } from '#platform/lettershown.ts';

const home = 'https://read.example.org';
const bodyOf = (text: string) => /<main>(.*)<\/main>/s.exec(asHtml(text, home))![1];

test('lines that are a label and an address of ours are buttons, others keep their place', () => {
  expect(
    bodyOf(`It is now:\n\nYes: ${home}/rsvp/a\nNo:   ${home}/rsvp/b\n\nThe page: ${home}/p\nPlease answer.`)
  ).toBe(
    [
      '<p>It is now:</p>',
      `<p class="ways"><a href="${home}/rsvp/a">Yes</a> <a href="${home}/rsvp/b">No</a></p>`,
      `<p><a href="${home}/p">The page</a><br>Please answer.</p>`
    ].join('\n')
  );
});

test('an entry of a list leads where the line below says', () => {
  expect(bodyOf(`Proposed:\n• A & B (Emmy)\n  ${home}/q/1\n• C\n… and 2 more.`)).toBe(
    `<p><b>Proposed:</b></p><ul><li><a href="${home}/q/1">A &amp; B (Emmy)</a></li><li>C</li><li>… and 2 more.</li></ul>`
  );
});

test('no text becomes markup, and no address of others hides behind words', () => {
  const html = asHtml(
    `Sign in: https://evil.example/x\n\n• <img src=x>\n  ${home}.evil.example/\n\n-- \n<script>1</script> ${home}`,
    home
  );
  expect(html).not.toMatch(/<img|<script|href="https:\/\/evil|href="[^"]*evil/);
  expect(html).toContain(
    `<footer><p>&lt;script&gt;1&lt;/script&gt; <a href="${home}">${home}</a></p></footer>`
  );
  expect(bodyOf('Room:\nhttps://call.example/x\n• A')).toContain(
    '<a href="https://call.example/x">https://call.example/x</a>'
  );
});
