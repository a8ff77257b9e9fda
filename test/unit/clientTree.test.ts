import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import type { ActionNode } from '../../client/src/views/actionNodes.js';
import type { ArchiveNode } from '../../client/src/views/nodes.js';
import type { ArchiveView, DraftView, NotesView, SessionView, SubjectsView } from '../../server/src/lsp/protocol.js';

/** As much of the editor as the trees use. */
vi.mock('vscode', () => {
  class TreeItem {
    constructor(readonly label: string) {}
  }
  class MarkdownString {
    value = '';
    appendText(text: string): this {
      this.value += text;
      return this;
    }
    appendMarkdown(text: string): this {
      return this.appendText(text);
    }
  }
  const Plain = Object;
  class EventEmitter {
    readonly event = (): object => ({});
    readonly fire = (): void => undefined;
  }
  return {
    TreeItem,
    MarkdownString,
    ThemeIcon: Plain,
    ThemeColor: Plain,
    EventEmitter,
    TreeItemCollapsibleState: {},
    TreeItemCheckboxState: {},
    Disposable: Plain,
  };
});

/** What an item shows, and what is spoken of it. */
interface Item {
  readonly label: string;
  readonly description?: string;
  readonly accessibilityInformation?: { readonly label: string };
}

const at = { uri: 'file:///a.md', line: 0 };
const action = { ...at, open: true, overdue: false, document: 'd', origin: at, openFor: 1 };
const notes: NotesView = { ...at, title: 'Draft', date: '2019-07-11', topics: [], actions: 2, posted: false };
const session = (title: string, rest: Partial<SessionView>): SessionView => ({
  ...at,
  ...{ title, status: 'notes', hosts: ['Jan Beulich'], topics: ['PVH'], notes: [], documents: [], owed: false },
  reference: `[[Page#${title}]]`,
  ...rest,
});
const view: ArchiveView = {
  ...{ ready: true, configured: true, documents: 2, people: 0 },
  events: [
    {
      ...at,
      title: 'Page',
      date: '2019',
      sections: [],
      groups: [
        {
          ...at,
          name: 'Group',
          sessions: (['draft', 'notes', 'none', 'todo', 'unknown'] as const).map((status) =>
            session(status, { status, documents: [notes], owed: status === 'todo' }),
          ),
        },
      ],
    },
  ],
  meetings: [{ ...at, title: 'Meeting', date: '2013-02', topics: [], actions: 1 }],
  notes: [{ ...notes, title: 'Apart', posted: true }],
  actions: [
    { ...action, owners: ['Jan Beulich'], text: 'late', due: '2013-03-15', date: '2013-02', overdue: true },
    { ...action, owners: [], text: 'nobody' },
  ],
};
const diagnostic = { message: 'wrong', severity: 1, range: { start: { line: 4 } } };
const subjects: SubjectsView = {
  topics: [{ name: 'PVH', group: 'Guests', places: 2, from: 2013, to: 2017 }],
  people: [{ name: 'Jan Beulich', documents: 1 }],
};
const draft = { ...notes, findings: [{ diagnostic, text: '- x', fixes: [] }] } as unknown as DraftView;

async function items(): Promise<Item[]> {
  const { createArchiveTree } = await import('../../client/src/views/archiveTree.js');
  const { createActionsTree } = await import('../../client/src/views/actionsTree.js');
  const archive = { view, onDidChange: () => ({}) } as never;
  const tree = createArchiveTree(archive, {
    drafts: () => Promise.resolve([draft]),
    subjects: () => Promise.resolve(subjects),
  });
  const actions = createActionsTree(archive, () => Promise.resolve([]));
  const below = async (node?: ArchiveNode): Promise<Item[]> => {
    const children = (await tree.getChildren(node)) ?? [];
    const own = children.map((child) => tree.getTreeItem(child) as Item);
    return [...own, ...(await Promise.all(children.map(below))).flat()];
  };
  const all = await below();
  tree.show('owed');
  const owners = (await actions.getChildren()) as ActionNode[];
  const given = owners.flatMap((owner) => actions.getChildren(owner) as ActionNode[]);
  return [...all, ...(await below()), ...[...owners, ...given].map((node) => actions.getTreeItem(node) as Item)];
}

it('all that a tree shows is spoken: what it is, and its state in words', async () => {
  const shown = await items();
  expect(shown.length).toBeGreaterThan(20);
  for (const { label, description = '', accessibilityInformation } of shown) {
    const spoken = accessibilityInformation?.label ?? '';
    expect(spoken, label).toContain(label);
    for (const part of description.split(' · ')) expect(spoken, label).toContain(part);
  }
  const spoken = shown.map(({ accessibilityInformation }) => accessibilityInformation?.label);
  expect(spoken).toEqual(
    expect.arrayContaining([
      'Group, 5 sessions',
      'todo, notes still to be written',
      'draft, draft, not posted yet',
      'Meeting, 2013-02, 1 action',
      'PVH, 2 places, 2013 to 2017',
      'Jan Beulich, 1 document',
      'error, wrong, line 5',
      'Jan Beulich, 1 open action',
      expect.stringMatching(/^late, overdue, since 2013-02 · \d+ years · due 2013-03-15$/),
    ]),
  );
});

it('every command can be run from the keyboard: by the palette, or by the menu of what it is run on', () => {
  const manifest = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8')) as {
    contributes: {
      commands: readonly { command: string }[];
      menus: Readonly<Record<string, readonly { command: string; group?: string; when?: string }[]>>;
    };
  };
  const { commands, menus } = manifest.contributes;
  const hidden = (menus['commandPalette'] ?? []).filter(({ when }) => when === 'false');
  // Buttons in a row of a tree are there for a mouse.
  const byMenu = (menus['view/item/context'] ?? []).filter(({ group = '' }) => !group.startsWith('inline'));
  const unreachable = commands.filter(
    ({ command }) =>
      hidden.some((each) => each.command === command) && !byMenu.some((each) => each.command === command),
  );
  expect(unreachable).toEqual([]);
});
