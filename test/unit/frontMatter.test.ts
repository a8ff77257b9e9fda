import { expect, it } from 'vitest';
import { readDocument } from '../../server/src/document/document.js';

/** Kind, title, the text its span stands for, and date. */
function tell(text: string): readonly unknown[] {
  const { facts } = readDocument('document.md', text);
  const { start, end } = facts.titleSpan;
  return [facts.kind, facts.title, text.slice(start, end), facts.date?.iso];
}

const head = ['title: Developer call minutes', 'date: 2013-02-21'].join('\n');

const documents = [
  [
    `---\n${head}\n---\n\n## Attendees\n`,
    ['minutes', 'Developer call minutes', 'Developer call minutes', '2013-02-21'],
  ],
  [`---\n${head}\n---\n`, ['minutes', 'Developer call minutes', 'Developer call minutes', '2013-02-21']],
  [`---\n${head}\n---\n\n# Kexec\n\n- Date: 2014-01-01\n`, [undefined, 'Kexec', 'Kexec', '2014-01-01']],
  ['---\ntitle: "Call: minutes"\n---\n', ['minutes', 'Call: minutes', 'Call: minutes', undefined]],
  ['---\nkind: notes\ndate: 2013-02-21 16:00:00\n---\n\n# A\n', ['notes', 'A', 'A', '2013-02-21']],
  [
    '---\r\ntitle:  Minutes of 2013-02  \r\n---\r\n',
    ['minutes', 'Minutes of 2013-02', 'Minutes of 2013-02', '2013-02'],
  ],
  ['\ufeff---\ntitle: Call minutes\n---\n', ['minutes', 'Call minutes', 'Call minutes', undefined]],
  ['---\ntitle: [a, b]\ndate: soon\n---\n\n## Kexec\n', [undefined, 'Kexec', 'Kexec', undefined]],
  ['---\n- a list\n---\n\n# Call minutes\n', ['minutes', 'Call minutes', 'Call minutes', undefined]],
  ['---\ntitle: "open\n---\n\n## Kexec\n', [undefined, 'open', 'open', undefined]],
] as const;

it.each(documents)('reads kind, title and date of %j', (text, expected) => {
  expect(tell(text)).toEqual(expected);
});

it('finds the sessions of a page whose title is in its front matter', () => {
  const { facts } = readDocument(
    'x.md',
    '---\ntitle: Design Sessions 2019\n---\n\n## Sessions with published notes\n\n### Virtio\n',
  );
  expect(facts.sessions.map(({ title, group }) => [title, group])).toEqual([
    ['Virtio', 'Sessions with published notes'],
  ]);
});

it('takes a proposal with such a title for a session', () => {
  const text = '---\ntitle: Virtio\n---\n\n- Technical contact: Wei Liu\n\n## Problem to solve\n\nDemand on Arm.\n';
  const { facts } = readDocument('x.md', text);
  expect(facts.sessions.map(({ title, hosts }) => [title, hosts[0]?.mention.name])).toEqual([['Virtio', 'Wei Liu']]);
});
