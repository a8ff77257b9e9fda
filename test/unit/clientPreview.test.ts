import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { hrefFrom } from '../../client/src/preview/href.js';
import { previewPlugin, type PreviewPart } from '../../client/src/preview/plugin.js';
import { stillHolding } from '../../client/src/preview/stillHolding.js';
import { Archive } from '../../server/src/archive/archive.js';
import { readDocument } from '../../server/src/document/document.js';
import { previewParts } from '../../server/src/features/preview.js';
import { rangeOf } from '../../server/src/lsp/positions.js';

const people = readDocument('/a/people.md', '# People\n\n## Ann Lee\n\n- Affiliation: Xyz\n\n## Bob Ray\n');
const page = readDocument(
  '/a/events/page.md',
  '# Design Sessions 2031\n\n## Sessions with published notes\n\n### Fast disks\n',
);

function partsIn(text: string): PreviewPart[] {
  const document = readDocument('/a/notes/x.md', text);
  const archive = Archive.of([people, page, document].map(({ facts }) => facts));
  return previewParts({ document, archive }).map(({ span, to, ...part }) => ({
    range: rangeOf(document.facts, span),
    ...part,
    ...(to && { href: 'url' in to ? to.url : `${to.path}#${to.anchor}` }),
  }));
}

function shown(text: string): string {
  const parts = partsIn(text);
  const md = new MarkdownIt({ html: true, linkify: true });
  previewPlugin((source) => (source === text ? parts : undefined))(md);
  return md.render(text);
}

const minutes = (lines: string): string =>
  `# Call Minutes\n\n## Attendees\n\n- Ann Lee\n- Bob Ray\n\n## Disks\n\n${lines}`;
const body = (lines: string): string => shown(minutes(lines)).replace(/^[\s\S]*<h2>Disks<\/h2>\n/, '');

const person = (text: string, title: string): string =>
  `<span class="xen-notes-person" title="${title}">${text}</span>`;
const ann = (text: string): string => person(text, 'Ann Lee (Xyz)');
const bob = (text: string): string => person(text, 'Bob Ray');
const badge = (as: string, text: string, title: string): string =>
  `<span class="xen-notes-${as}" title="${title}">${text}</span>`;
const action = badge('action', 'ACTION', 'an open action');
const link = (text: string): string =>
  `<a class="xen-notes-reference" href="/a/events/page.md#fast-disks" title="Design Sessions 2031: Fast disks">${text}</a>`;

describe('the preview shows', () => {
  it.each([
    [
      'speakers',
      '- Ann: yes\n- **Bob**: no \\_\n',
      `<li>${ann('Ann')}: yes</li>\n<li><strong>${bob('Bob')}</strong>: no _</li>`,
    ],
    ['references', 'See [[Design Sessions 2031#Fast disks]].\n', `<p>See ${link('Fast disks')}.</p>`],
    [
      'their own text',
      '- [[Design Sessions 2031#Fast disks|it]] & [[#Nothing]]\n',
      `<li>${link('it')} &amp; [[#Nothing]]</li>`,
    ],
    ['actions', '- ACTION Bob: ask\n', `<li>${action} ${bob('Bob')}: ask</li>`],
    [
      'done ones',
      '- [x] ACTION Bob: ask\n',
      `<li>[x] ${badge('done', 'ACTION', 'an action that is done')} ${bob('Bob')}: ask</li>`,
    ],
    ['decisions', '- AGREED: yes\n', `<li>${badge('decision', 'AGREED', 'a decision')}: yes</li>`],
    ['items of lists', '## Actions\n\n- Bob Ray: ask\n', `<li>${action} ${bob('Bob Ray')}: ask</li>`],
    ['nothing in code', '- `ACTION Bob: x` [[`a`]]\n', '<li><code>ACTION Bob: x</code> [[<code>a</code>]]</li>'],
    ['nothing of strangers', '- Zed: yes\n', '<li>Zed: yes</li>'],
    [
      'tables',
      '| a | b |\n|--|--|\n| x \\| y | [[Design Sessions 2031#Fast disks]] |\n',
      `<td>${link('Fast disks')}</td>`,
    ],
    [
      'lines that go on',
      '1. Ann: one\n   two,\n   see [[Design Sessions 2031#Fast disks]]\n',
      `<li>${ann('Ann')}: one\ntwo,\nsee ${link('Fast disks')}</li>`,
    ],
    [
      'text as text',
      '- Ann: <b>x</b> [[Design Sessions 2031#Fast disks|a "<i>"]]\n',
      `${ann('Ann')}: <b>x</b> ${link('a &quot;&lt;i&gt;&quot;')}`,
    ],
  ])('%s', (_, lines, expected) => {
    expect(body(lines)).toContain(expected);
  });

  it('Windows line ends and tabs', () => {
    expect(shown(minutes('- Ann: yes\n\n\t[[Design Sessions 2031#Fast disks]]\n').replaceAll('\n', '\r\n'))).toContain(
      `<p>${ann('Ann')}: yes</p>\n<p>${link('Fast disks')}</p>`,
    );
  });

  it('other Markdown as ever', () => {
    const text = '# Guide\n\n- Ann: see [[Design Sessions 2031#Fast disks]]\n- ACTION Ann: x\n';
    expect(partsIn(text)).toEqual([]);
    expect(shown(text)).toBe(new MarkdownIt({ html: true, linkify: true }).render(text));
  });

  it('thousands of actions and a person in every line', () => {
    const lines = minutes('- ACTION Bob: ask Ann [[Design Sessions 2031#Fast disks]]\n'.repeat(2000));
    expect(shown(lines).split(action)).toHaveLength(2001);
    const paragraph = minutes('Ann: [ yes\n'.repeat(3000));
    expect(shown(paragraph)).toContain('[ yes');
  });
});

it('what holds of a text that was changed is what its other lines have', () => {
  const text = minutes('- Ann: one\n- Bob: two\n- Ann: three\n');
  const parts = partsIn(text);
  expect(stillHolding({ text, parts }, text)).toBe(parts);
  const holding = (now: string): unknown =>
    stillHolding({ text, parts }, now).map(({ range: { start, end } }) =>
      now.split('\n')[start.line]?.slice(start.character, end.character),
    );
  const all = ['Ann Lee', 'Bob Ray', 'Ann', 'Bob', 'Ann'];
  expect(holding(text.replace('two', 'two!\n- new'))).toEqual(all);
  expect(holding(text.replace('- Bob', 'x - Bob'))).toEqual(all);
  expect(holding(text.replace('Bob: two', 'Bobby: two'))).toEqual(['Ann Lee', 'Bob Ray', 'Ann', 'Ann']);
  expect(holding(text.replace('- Bob: two\n', ''))).toEqual(['Ann Lee', 'Bob Ray', 'Ann']);
  expect(stillHolding({ text, parts }, '')).toEqual([]);
});

it('documents link to each other by where they are', () => {
  const at = (path: string, scheme = 'file') => ({ scheme, authority: '', path });
  const from = at('/a/notes/x.md');
  expect(hrefFrom(from, at('/a/events/p q.md'), 'fast-disks')).toBe('../events/p%20q.md#fast-disks');
  expect(hrefFrom(from, at('/a/notes/c:d.md'), '')).toBe('./c%3Ad.md');
  expect(hrefFrom(from, from, 'a')).toBe('#a');
  expect(hrefFrom(from, at('/a/notes/y.md', 'vscode-vfs'), '')).toBeUndefined();
});
