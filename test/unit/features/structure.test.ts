import { expect, test } from 'vitest';
import { archiveView } from '../../../server/src/features/archiveView.js';
import { documentSymbols, type OutlineSymbol } from '../../../server/src/features/documentSymbols.js';
import { folding } from '../../../server/src/features/folding.js';
import { workspaceSymbols } from '../../../server/src/features/workspaceSymbols.js';
import { fixture } from '../../support/fixture.js';

const page =
  '# Design Sessions 2030\n\n## Group\n\n### [TODO Fast boot] (Jan Beulich, SUSE)\n\n### Slow | boot\n\n- Host: IanC\n\n## Lone\n\n- Notes: none\n';
const minutes =
  '# Call Minutes\n\n- Date: 2031-01\n\n## Attendees\n\n- Jan Beulich (SUSE)\n- + another from X?\n\n## A\n\n- ACTION Jan, Zed (by 2031-02-03): x\n- [x] ACTION Jan: y\n';

function tree(symbols: readonly OutlineSymbol[], indent = ''): string {
  return symbols
    .map(
      ({ name, kind, detail, children }) =>
        `${indent}${kind} ${name}${detail === undefined ? '' : ` (${detail})`}\n${tree(children, `${indent}  `)}`,
    )
    .join('');
}

test('the outline of a page and of minutes', () => {
  expect(tree(documentSymbols(fixture(page).document))).toBe(`document Design Sessions 2030
  section Group
    session Fast boot (Jan Beulich · notes to be written)
    session Slow | boot (IanC)
  session Lone (no notes)
`);
  expect(tree(documentSymbols(fixture(minutes).document))).toBe(`document Call Minutes
  section Attendees
    person Jan Beulich (SUSE)
  section A
    action x (Jan, Zed)
    action y (Jan · done)
`);
  expect(documentSymbols(fixture('# Readme\n\n## More\n').document)).toEqual([]);
});

test('folds', () => {
  const { document } = fixture('---\nkind: minutes\n---\n# Call\n\n- one\n\n  more\n- two\n\n```\nx\n```\n');
  const lines = folding(document).map(
    ({ span, kind }) => `${kind} ${document.text.slice(span.start, span.end).split('\n').length}`,
  );
  expect(lines).toEqual(['frontMatter 3', 'section 10', 'list 3', 'code 3']);
});

const kinds = ['session', 'person', 'topic', 'document', 'section'];

test('searching the archive', () => {
  const { archive } = fixture(minutes, { files: { 'page.md': page } });
  const names = (query: string): string[] =>
    workspaceSymbols([archive], query).map(({ kind, name }) => `${kind} ${name}`);
  expect(names('fstbt')).toEqual(['session Fast boot']);
  expect(names('boot').slice(0, 2)).toEqual(['session Fast boot', 'session Slow | boot']);
  expect(names('janb')[0]).toBe('person Jan Beulich');
  expect(names('jan, zed')).toEqual(['action Jan, Zed: x']);
  expect(names('riscv')).toEqual(['topic RISC-V']);
  expect(names('')).not.toContain('action Jan, Zed: x');
  // Sessions, people and topics lead, where other headings are as close.
  expect(names('').map((each) => each.split(' ')[0])).toEqual(
    [...names('')]
      .map((each) => each.split(' ')[0])
      .sort((one, other) => kinds.indexOf(one ?? '') - kinds.indexOf(other ?? '')),
  );
  const both = fixture('# Minutes 2030-01-02\n\n## Attendees\n\n- Jan Beulich\n\n## Boot\n\n- Jan: so\n', {
    files: { 'page.md': page },
  });
  expect(workspaceSymbols([both.archive], 'boot').map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'session Fast boot',
    'session Slow | boot',
    'section Boot',
  ]);
});

test('the archive as a tree', () => {
  const { archive } = fixture(minutes, {
    files: { 'page.md': page, 'proposal.md': '# Idea\n\n- Technical contact: Jan Beulich\n- Problem to solve: x\n' },
  });
  const { events, meetings, actions } = archiveView([archive], '2031-01-01');
  expect(
    events.map(({ title, groups }) => [
      title,
      groups.map(({ name, line, sessions }) => [name, line, sessions.map((each) => each.reference)]),
    ]),
  ).toEqual([
    [
      'Design Sessions 2030',
      [
        ['Group', 2, ['[[Design Sessions 2030#Fast boot]]', '[[Design Sessions 2030#Slow .7C boot]]']],
        ['', 10, ['[[Design Sessions 2030#Lone]]']],
      ],
    ],
    ['Proposals', [['', 0, ['[[Idea]]']]]],
  ]);
  expect(events[0]?.groups[0]?.sessions.map(({ status, hosts }) => [status, hosts])).toEqual([
    ['todo', ['Jan Beulich']],
    ['unknown', ['Ian Campbell']],
  ]);
  expect(meetings).toEqual([
    { title: 'Call Minutes', topics: [], path: 'document.md', line: 0, date: '2031-01', actions: 1 },
  ]);
  expect(actions).toEqual([
    {
      path: 'document.md',
      line: 11,
      owners: ['Jan Beulich', 'Zed'],
      text: 'x',
      open: true,
      due: '2031-02-03',
      overdue: false,
      date: '2031-01',
      document: 'Call Minutes',
      origin: { path: 'document.md', line: 11 },
      openFor: 1,
    },
  ]);
});
