import { describe, expect, it } from 'vitest';
import { messageOf } from '../../client/src/posting/rows.js';
import { owedRoots } from '../../client/src/views/owed.js';
import { actionRoots, actionsIn, shownActions, type ActionNode } from '../../client/src/views/actionNodes.js';
import { archiveChildren, archiveRoots, type ArchiveNode } from '../../client/src/views/nodes.js';
import type { ArchiveView, NotesView, SessionView } from '../../server/src/lsp/protocol.js';

const at = { uri: 'file:///a.md', line: 0 };
const action = { ...at, open: true, overdue: false, document: 'd', origin: at, openFor: 1 };
const session = (title: string, rest: Partial<SessionView> = {}): SessionView => ({
  ...at,
  title,
  status: 'notes',
  hosts: [],
  topics: [],
  notes: [],
  documents: [],
  owed: false,
  reference: `[[Page#${title}]]`,
  ...rest,
});
const draft: NotesView = { ...at, title: 'Tight notes', topics: [], actions: 0, posted: false };
const view: ArchiveView = {
  ready: true,
  configured: true,
  documents: 2,
  people: 0,
  events: [
    {
      ...at,
      title: 'Page',
      sections: [{ ...at, title: 'RISC-V port', topics: ['RISC-V'], people: ['Bobby Eshleman'] }],
      groups: [
        { ...at, name: '', sessions: [session('Loose', { topics: ['PVH'] })] },
        {
          ...at,
          name: 'Group',
          sessions: [session('Tight', { hosts: ['Jan Beulich'], status: 'none', documents: [draft] })],
        },
      ],
    },
  ],
  meetings: [{ ...at, title: 'Meeting', date: '2013-02', topics: ['Boot'], actions: 1 }],
  notes: [{ ...at, title: 'Apart', date: '2019-07-11', topics: [], actions: 0, posted: true }],
  actions: [
    { ...action, owners: ['B', 'A'], text: 'both' },
    { ...action, owners: [], text: 'nobody' },
    { ...action, owners: ['A'], text: 'one' },
  ],
};

/** The tree as indented lines. */
function lines(nodes: readonly ArchiveNode[], indent = ''): readonly string[] {
  return nodes.flatMap((node) => [indent + name(node), ...lines(archiveChildren(node), `${indent}  `)]);
}

function name(node: ArchiveNode): string {
  switch (node.kind) {
    case 'event':
      return node.event.title;
    case 'group':
      return node.group.name;
    case 'section':
      return node.section.title;
    case 'session':
      return node.session.title;
    case 'meetings':
      return 'Meetings';
    case 'meeting':
      return node.meeting.title;
    case 'apart':
      return 'Notes of no session';
    case 'notes':
      return node.notes.title;
    case 'topics':
      return 'Topics';
    case 'people':
      return 'People';
    case 'topic':
      return node.topic.name;
    case 'person':
      return node.person.name;
    case 'drafts':
      return 'Drafts';
    case 'draft':
      return node.draft.title;
    case 'finding':
      return messageOf(node.finding);
    case 'unwritten':
      return 'Without notes';
    case 'host':
      return node.host ?? 'No host';
  }
}

describe('the archive tree', () => {
  it('has loose sessions beside groups, then meetings, and what all of them speak of', () => {
    expect(lines(archiveRoots(view, ''))).toEqual([
      ...['Page', '  Loose', '  Group', '    Tight', '      Tight notes'],
      ...['Meetings', '  Meeting', 'Notes of no session', '  Apart', 'Topics', 'People'],
    ]);
  });

  it.each([
    ['pvh', ['Page', '  Loose']],
    ['JAN  tight', ['Page', '  Group', '    Tight', '      Tight notes']],
    ['apart', ['Notes of no session', '  Apart']],
    ['no notes', ['Page', '  Group', '    Tight', '      Tight notes']],
    ['2013', ['Meetings', '  Meeting']],
    ['risc-v', ['Page', '  RISC-V port']],
    ['bobby', ['Page', '  RISC-V port']],
    ['boot', ['Meetings', '  Meeting']],
    ['nothing has this', []],
  ])('filtered by %s', (filter, expected) => {
    expect(lines(archiveRoots(view, filter))).toEqual(expected);
  });
});

describe('what is owed', () => {
  const finding = {
    diagnostic: {
      message: 'nobody is named',
      range: { start: { line: 3, character: 0 }, end: { line: 3, character: 1 } },
    },
    text: '- ACTION: x',
    fixes: [],
  };
  const owed: ArchiveView = {
    ...view,
    events: [
      {
        ...at,
        title: 'Page',
        sections: [],
        groups: [
          {
            ...at,
            name: '',
            sessions: [
              session('Both', { hosts: ['Wei Liu', 'Jan Beulich'], owed: true }),
              session('Nobody', { owed: true }),
              session('Done', { hosts: ['Wei Liu'] }),
            ],
          },
        ],
      },
    ],
  };

  it('is drafts with what stands in the way, then sessions by host', () => {
    expect(lines(owedRoots(owed, [{ ...draft, findings: [finding] }], ''))).toEqual([
      ...['Drafts', '  Tight notes', '    nobody is named'],
      ...['Without notes', '  Jan Beulich', '    Both', '  Wei Liu', '    Both', '  No host', '    Nobody'],
    ]);
  });

  it('is nothing where all is said', () => {
    expect(owedRoots(view, [], '')).toEqual([]);
  });
});

describe('the actions tree', () => {
  it('has owners by name, an action under each of its owners, and unowned actions last', () => {
    const roots = actionRoots(view.actions).map((node) =>
      node.kind === 'owner' ? [node.owner, node.actions.map(({ text }) => text)] : [],
    );
    expect(roots).toEqual([
      ['A', ['both', 'one']],
      ['B', ['both']],
      [undefined, ['nobody']],
    ]);
  });
});

describe('actions are grouped and filtered', () => {
  const today = new Date(2019, 0, 10);
  const other = { uri: 'file:///b.md', line: 3 };
  const actions = [
    { ...action, owners: ['Ada'], text: 'late', due: '2019-01-09', overdue: true },
    { ...action, owners: ['Bo'], text: 'soon', due: '2019-01-14', date: '2019-01-03', origin: other, document: 'e' },
    { ...action, owners: ['Ada', 'Bo'], text: 'later', due: '2019-03' },
    { ...action, owners: [], text: 'some time', due: 'the next call' },
    { ...action, owners: ['Ada'], text: 'over', open: false },
  ];
  const named = (nodes: readonly ActionNode[]): string[] =>
    nodes.map((node) => {
      const of =
        node.kind === 'owner'
          ? node.owner
          : node.kind === 'given'
            ? node.document
            : node.kind === 'when'
              ? node.when
              : '';
      return `${String(of)}: ${actionsIn([node])
        .map(({ text }) => text)
        .join(', ')}`;
    });

  it.each([
    ['owner', ['Ada: late, later, over', 'Bo: soon, later', 'undefined: some time']],
    ['meeting', ['e: soon', 'd: late, later, some time, over']],
    ['due', ['overdue: late', 'soon: soon', 'later: later', 'undated: some time', 'ended: over']],
  ] as const)('by %s', (by, expected) => {
    expect(named(actionRoots(actions, by, today))).toEqual(expected);
  });

  it.each([
    [{ filter: 'ADA late' }, ['late', 'later']],
    [{ filter: 'next call' }, ['some time']],
    [{ filter: '', mine: 'Bo' }, ['soon', 'later']],
    [{ filter: 'nothing' }, []],
  ])('%j', (shows, expected) => {
    expect(shownActions(actions, { by: 'owner', ended: true, ...shows }).map(({ text }) => text)).toEqual(expected);
  });

  it('an action of several owners is meant once', () => {
    expect(actionsIn(actionRoots(actions))).toHaveLength(5);
  });

  it('10,000 take a moment', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      ...action,
      owners: [`N ${index}`],
      text: `${index}`,
    }));
    const before = process.cpuUsage();
    expect(actionRoots(shownActions(many, { by: 'owner', filter: 'n', ended: false }))).toHaveLength(10_000);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000);
  });
});
