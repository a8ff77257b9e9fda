import { describe, expect, it } from 'vitest';
import { actionRoots, archiveChildren, archiveRoots, type ArchiveNode } from '../../client/src/views/nodes.js';
import type { ArchiveView, SessionView } from '../../server/src/lsp/protocol.js';

const at = { uri: 'file:///a.md', line: 0 };
const session = (title: string, rest: Partial<SessionView> = {}): SessionView => ({
  ...at,
  title,
  status: 'notes',
  hosts: [],
  topics: [],
  notes: [],
  reference: `[[Page#${title}]]`,
  ...rest,
});
const view: ArchiveView = {
  ready: true,
  documents: 2,
  people: 0,
  events: [
    {
      ...at,
      title: 'Page',
      groups: [
        { ...at, name: '', sessions: [session('Loose', { topics: ['PVH'] })] },
        { ...at, name: 'Group', sessions: [session('Tight', { hosts: ['Jan Beulich'], status: 'none' })] },
      ],
    },
  ],
  meetings: [{ ...at, title: 'Meeting', kind: 'minutes', date: '2013-02', actions: 1 }],
  actions: [
    { ...at, owners: ['B', 'A'], text: 'both', document: 'd' },
    { ...at, owners: [], text: 'nobody', document: 'd' },
    { ...at, owners: ['A'], text: 'one', document: 'd' },
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
    case 'session':
      return node.session.title;
    case 'meetings':
      return 'Meetings';
    case 'meeting':
      return node.meeting.title;
  }
}

describe('the archive tree', () => {
  it('has loose sessions beside groups, and meetings last', () => {
    expect(lines(archiveRoots(view, ''))).toEqual(['Page', '  Loose', '  Group', '    Tight', 'Meetings', '  Meeting']);
  });

  it.each([
    ['pvh', ['Page', '  Loose']],
    ['JAN  tight', ['Page', '  Group', '    Tight']],
    ['no notes', ['Page', '  Group', '    Tight']],
    ['2013', ['Meetings', '  Meeting']],
    ['nothing has this', []],
  ])('filtered by %s', (filter, expected) => {
    expect(lines(archiveRoots(view, filter))).toEqual(expected);
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
