import * as vscode from 'vscode';
import type { EventView, MeetingView, SessionView } from '../../../server/src/lsp/protocol.js';
import type { Archive } from '../archive.js';
import { archiveChildren, archiveRoots, sessionCount, type ArchiveNode } from './nodes.js';
import { openCommand } from './places.js';
import { counted, statusIcon, statusText } from './words.js';

export interface ArchiveTree extends vscode.TreeDataProvider<ArchiveNode>, vscode.Disposable {
  /** What {@link setFilter} was given last; empty when everything is shown. */
  readonly filter: string;
  setFilter(filter: string): void;
}

/** The archive as a tree: events, their groups, their sessions, and the meetings. */
export function createArchiveTree(archive: Archive): ArchiveTree {
  const changed = new vscode.EventEmitter<undefined>();
  const listening = archive.onDidChange(() => changed.fire(undefined));
  let filter = '';
  return {
    onDidChangeTreeData: changed.event,
    getChildren(node) {
      if (node) return [...archiveChildren(node)];
      return archive.view ? [...archiveRoots(archive.view, filter)] : [];
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
        accessibilityInformation: { label: `${node.group.name}, ${counted(node.group.sessions.length, 'session')}` },
        contextValue: 'group',
      });
    case 'session':
      return sessionItem(node.event, node.session);
    case 'meetings':
      return parent('Meetings', 'meetings', filtered, {
        iconPath: new vscode.ThemeIcon('notebook'),
        description: String(node.meetings.length),
        accessibilityInformation: { label: `Meetings, ${counted(node.meetings.length, 'document')}` },
        contextValue: 'meetings',
      });
    case 'meeting':
      return meetingItem(node.meeting);
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

function eventItem(event: EventView): Partial<vscode.TreeItem> {
  const count = counted(sessionCount(event), 'session');
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

function sessionItem(event: EventView, session: SessionView): vscode.TreeItem {
  const { icon, color } = statusIcon[session.status];
  const status = statusText[session.status];
  return Object.assign(new vscode.TreeItem(session.title), {
    iconPath: new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color)),
    description: status,
    tooltip: sessionTooltip(event, session),
    accessibilityInformation: { label: `${session.title}, ${status}` },
    contextValue: session.notes.length > 0 ? 'session withNotes' : 'session',
    command: openCommand(session, 'top'),
  });
}

function sessionTooltip(event: EventView, session: SessionView): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString().appendMarkdown('**').appendText(session.title).appendMarkdown('**\n\n');
  tooltip.appendText(`${event.title} · ${statusText[session.status]}`);
  const lists = { Host: session.hosts, Topics: session.topics };
  for (const [label, values] of Object.entries(lists)) {
    if (values.length > 0) tooltip.appendMarkdown(`\n\n${label}: `).appendText(values.join(', '));
  }
  // Pointed brackets make a link of a plain address; an address that could end them is left as text.
  for (const address of session.notes) {
    tooltip.appendMarkdown('\n\nNotes: ');
    if (/^https?:\/\/[^\s<>]+$/i.test(address)) tooltip.appendMarkdown(`<${address}>`);
    else tooltip.appendText(address);
  }
  return tooltip;
}

function meetingItem(meeting: MeetingView): vscode.TreeItem {
  const actions = meeting.actions > 0 ? counted(meeting.actions, 'action') : undefined;
  const words = [meeting.date, actions].filter((part) => part !== undefined);
  return Object.assign(new vscode.TreeItem(meeting.title), {
    iconPath: new vscode.ThemeIcon(meeting.kind === 'minutes' ? 'book' : 'note'),
    description: words.join(' · '),
    tooltip: [meeting.title, ...words].join(' · '),
    accessibilityInformation: { label: [meeting.title, ...words].join(', ') },
    contextValue: `meeting ${meeting.kind}`,
    command: openCommand(meeting, 'top'),
  });
}
