import * as vscode from 'vscode';
import type { DraftView, PostingFinding } from '../../../server/src/lsp/protocol.js';
import { messageOf } from '../posting/rows.js';
import type { OwedNode } from './owed.js';
import { openCommand } from './places.js';
import { counted } from './words.js';

const { Expanded, Collapsed, None } = vscode.TreeItemCollapsibleState;

/** How what is owed is shown. */
export function owedItem(node: OwedNode): vscode.TreeItem {
  switch (node.kind) {
    case 'drafts':
      return groupItem('Drafts not posted', 'note', counted(node.drafts.length, 'draft'));
    case 'unwritten':
      return groupItem('Sessions without notes', 'edit', counted(sessionsOf(node), 'session'));
    case 'host': {
      const label = node.host ?? 'No host named';
      const count = counted(node.sessions.length, 'session');
      return Object.assign(new vscode.TreeItem(label, Expanded), {
        id: `host ${node.host ?? ''}`,
        iconPath: new vscode.ThemeIcon(node.host === undefined ? 'question' : 'person'),
        description: String(node.sessions.length),
        accessibilityInformation: { label: `${label}, ${count}` },
        contextValue: 'host',
      });
    }
    case 'draft':
      return draftItem(node.draft);
    case 'finding':
      return findingItem(node.draft, node.finding);
  }
}

function sessionsOf({ hosts }: Extract<OwedNode, { kind: 'unwritten' }>): number {
  return new Set(hosts.flatMap(({ sessions }) => sessions.map(({ session }) => session))).size;
}

function groupItem(label: string, icon: string, count: string): vscode.TreeItem {
  return Object.assign(new vscode.TreeItem(label, Expanded), {
    id: `owed ${label}`,
    iconPath: new vscode.ThemeIcon(icon),
    description: count,
    accessibilityInformation: { label: `${label}, ${count}` },
    contextValue: 'owed',
  });
}

function draftItem(draft: DraftView): vscode.TreeItem {
  const { title, findings, uri } = draft;
  const found = findings.length === 0 ? 'ready to be posted' : counted(findings.length, 'finding');
  const clear = new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
  return Object.assign(new vscode.TreeItem(title, findings.length === 0 ? None : Collapsed), {
    id: `draft ${uri}`,
    iconPath: findings.length === 0 ? clear : new vscode.ThemeIcon('note'),
    description: found,
    tooltip: `${title} · ${found}`,
    accessibilityInformation: { label: `${title}, ${found}` },
    contextValue: 'notes draft',
    command: openCommand(draft, 'top'),
  });
}

/** LSP's names for how much a finding weighs, from an error on. */
const icons = ['error', 'warning', 'info', 'lightbulb'];

function findingItem({ uri }: DraftView, finding: PostingFinding): vscode.TreeItem {
  const message = messageOf(finding);
  const { start } = finding.diagnostic.range;
  return Object.assign(new vscode.TreeItem(message), {
    iconPath: new vscode.ThemeIcon(icons[(finding.diagnostic.severity ?? 1) - 1] ?? 'info'),
    description: `line ${start.line + 1}`,
    tooltip: `${message}\n\n${finding.text}`,
    contextValue: 'finding',
    command: openCommand({ uri, line: start.line }, 'middle'),
  });
}
