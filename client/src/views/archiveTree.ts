import * as vscode from 'vscode';
import type {
  DraftView,
  EventView,
  MeetingView,
  NotesView,
  SectionView,
  SessionView,
  SubjectsView,
} from '../../../server/src/lsp/protocol.js';
import type { Archive } from '../archive.js';
import { counted, say } from '../../../server/src/text/say.js';
import { archiveChildren, archiveRoots, sessionCount, subjectNodes, type ArchiveNode } from './nodes.js';
import { owedRoots } from './owed.js';
import { owedItem } from './owedItems.js';
import { openCommand } from './places.js';
import { subjectItem } from './subjectItems.js';
import { documentsCounted, sessionsCounted, stateOf, statusIcon, statusText } from './words.js';

export interface ArchiveTree extends vscode.TreeDataProvider<ArchiveNode>, vscode.Disposable {
  /** What {@link setFilter} was given last; empty when everything is shown. */
  readonly filter: string;
  setFilter(filter: string): void;
  /** Whether only what is owed is shown. */
  readonly shows: Shown;
  show(what: Shown): void;
}

/** The whole archive, or what is owed to it. */
export type Shown = 'all' | 'owed';

/** The archive as a tree: events, their groups, their sessions with their notes, and the meetings. */
export function createArchiveTree(
  archive: Archive,
  ask: {
    readonly drafts: () => Promise<readonly DraftView[] | undefined>;
    readonly subjects: () => Promise<SubjectsView | undefined>;
  },
): ArchiveTree {
  const changed = new vscode.EventEmitter<undefined>();
  const listening = archive.onDidChange(() => changed.fire(undefined));
  let filter = '';
  let shows: Shown = 'all';
  const roots = async (): Promise<ArchiveNode[]> => {
    const { view } = archive;
    if (!view) return [];
    if (shows === 'all') return [...archiveRoots(view, filter)];
    return [...owedRoots(view, (await ask.drafts()) ?? [], filter)];
  };
  const children = async (node: ArchiveNode): Promise<ArchiveNode[]> => {
    if (node.kind !== 'topics' && node.kind !== 'people') return [...archiveChildren(node)];
    const subjects = await ask.subjects();
    return subjects ? [...subjectNodes(node.kind, subjects)] : [];
  };
  return {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => (node ? children(node) : roots()),
    get shows() {
      return shows;
    },
    show(what) {
      shows = what;
      changed.fire(undefined);
    },
    getTreeItem: (node) => treeItem(node, filter !== ''),
    get filter() {
      return filter;
    },
    setFilter(next) {
      filter = next;
      changed.fire(undefined);
    },
    dispose: () => vscode.Disposable.from(listening, changed).dispose(),
  };
}

function treeItem(node: ArchiveNode, filtered: boolean): vscode.TreeItem {
  switch (node.kind) {
    case 'event':
      return parent(node.event.title, node.event.uri, filtered, eventItem(node.event));
    case 'group':
      return parent(node.group.name, `${node.event.uri}#${node.group.name}`, filtered, {
        description: String(node.group.sessions.length),
        accessibilityInformation: { label: `${node.group.name}, ${sessionsCounted(node.group.sessions.length)}` },
        contextValue: 'group',
      });
    case 'session':
      return sessionItem(node.event, node.session, filtered);
    case 'section':
      return sectionItem(node.section);
    case 'meetings':
      return parent(say`Meetings`, 'meetings', filtered, {
        iconPath: new vscode.ThemeIcon('notebook'),
        description: String(node.meetings.length),
        accessibilityInformation: { label: `${say`Meetings`}, ${documentsCounted(node.meetings.length)}` },
        contextValue: 'meetings',
      });
    case 'meeting':
      return meetingItem(node.meeting);
    case 'apart':
      return parent(say`Notes of no session`, 'apart', filtered, {
        iconPath: new vscode.ThemeIcon('notebook'),
        description: String(node.notes.length),
        accessibilityInformation: { label: `${say`Notes of no session`}, ${documentsCounted(node.notes.length)}` },
        contextValue: 'apart',
      });
    case 'notes':
      return notesItem(node.notes);
    case 'topics':
    case 'people':
    case 'topic':
    case 'person':
      return subjectItem(node);
    case 'drafts':
    case 'draft':
    case 'finding':
    case 'unwritten':
    case 'host':
      return owedItem(node);
  }
}

/**
 * A node with children. While a filter is on, everything that is left is open; VS Code remembers what was open by id, so
 * the id tells the two apart and the tree is as it was before once the filter is cleared.
 */
function parent(label: string, id: string, filtered: boolean, rest: Partial<vscode.TreeItem>): vscode.TreeItem {
  const open = filtered ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
  return Object.assign(new vscode.TreeItem(label, open), { id: filtered ? `filtered ${id}` : id }, rest);
}

function sectionItem(section: SectionView): vscode.TreeItem {
  const description = [...section.topics, ...section.people].join(', ');
  return Object.assign(new vscode.TreeItem(section.title), {
    description,
    iconPath: new vscode.ThemeIcon('symbol-number'),
    accessibilityInformation: { label: `${section.title}, ${description}` },
    contextValue: 'section',
    command: openCommand(section, 'top'),
  });
}

function eventItem(event: EventView): Partial<vscode.TreeItem> {
  const count = sessionsCounted(sessionCount(event));
  const tooltip = new vscode.MarkdownString().appendMarkdown('**').appendText(event.title).appendMarkdown('**');
  for (const line of [event.date, event.place, count]) {
    if (line !== undefined) tooltip.appendMarkdown('\n\n').appendText(line);
  }
  return {
    iconPath: new vscode.ThemeIcon('calendar'),
    description: count,
    tooltip,
    accessibilityInformation: { label: `${event.title}, ${count}` },
    contextValue: 'event',
  };
}

function sessionItem(event: EventView, session: SessionView, filtered: boolean): vscode.TreeItem {
  const { icon, color } = statusIcon[session.status];
  const status = statusText(session.status);
  const { None, Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const state = session.documents.length === 0 ? None : filtered ? Expanded : Collapsed;
  return Object.assign(new vscode.TreeItem(session.title, state), {
    iconPath: new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color)),
    description: status,
    tooltip: sessionTooltip(event, session),
    accessibilityInformation: { label: `${session.title}, ${status}` },
    contextValue: contextOf(session),
    command: openCommand(session, 'top'),
  });
}

/** What the menus go by. */
function contextOf({ notes, topics, hosts }: SessionView): string {
  const has = [notes.length > 0 && 'withNotes', topics.length > 0 && 'onTopics', hosts.length > 0 && 'withHosts'];
  return ['session', ...has.filter((each) => each !== false)].join(' ');
}

function sessionTooltip(event: EventView, session: SessionView): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString().appendMarkdown('**').appendText(session.title).appendMarkdown('**\n\n');
  tooltip.appendText(`${event.title} · ${statusText(session.status)}`);
  const { hosts, topics } = session;
  if (hosts.length > 0) tooltip.appendMarkdown('\n\n').appendText(say`Host: ${hosts.join(', ')}`);
  if (topics.length > 0) tooltip.appendMarkdown('\n\n').appendText(say`Topics: ${topics.join(', ')}`);
  // Pointed brackets make a link of a plain address; an address that could end them is left as text.
  for (const address of session.notes) {
    tooltip.appendMarkdown('\n\n');
    if (/^https?:\/\/[^\s<>]+$/i.test(address)) tooltip.appendMarkdown(say`Notes: ${`<${address}>`}`);
    else tooltip.appendText(say`Notes: ${address}`);
  }
  return tooltip;
}

function meetingItem(meeting: MeetingView): vscode.TreeItem {
  return leaf(meeting, 'book', 'meeting minutes', [meeting.date, actionsOf(meeting)]);
}

function notesItem(notes: NotesView): vscode.TreeItem {
  return leaf(notes, 'note', `notes ${notes.posted ? 'posted' : 'draft'}`, [
    stateOf(notes),
    notes.date,
    actionsOf(notes),
  ]);
}

function actionsOf({ actions }: MeetingView): string | undefined {
  return actions > 0 ? counted(actions, say`1 action`, say`${actions} actions`) : undefined;
}

function leaf(
  document: MeetingView,
  icon: string,
  contextValue: string,
  details: readonly (string | undefined)[],
): vscode.TreeItem {
  const words = details.filter((part) => part !== undefined);
  return Object.assign(new vscode.TreeItem(document.title), {
    iconPath: new vscode.ThemeIcon(icon),
    description: words.join(' · '),
    tooltip: [document.title, ...words].join(' · '),
    accessibilityInformation: { label: [document.title, ...words].join(', ') },
    contextValue,
    command: openCommand(document, 'top'),
  });
}
