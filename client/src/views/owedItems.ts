import * as vscode from 'vscode';
import type { DraftView, PostingFinding } from '../../../server/src/lsp/protocol.js';
import { messageOf } from '../posting/rows.js';
import { counted, say } from '../../../server/src/text/say.js';
import type { OwedNode } from './owed.js';
import { openCommand } from './places.js';
import { sessionsCounted } from './words.js';

const { Expanded, Collapsed, None } = vscode.TreeItemCollapsibleState;

/** How what is owed is shown. */
export function owedItem(node: OwedNode): vscode.TreeItem {
  switch (node.kind) {
    case 'drafts':
      return groupItem('drafts', say`Drafts not posted`, 'note', draftsCounted(node.drafts.length));
    case 'unwritten':
      return groupItem('unwritten', say`Sessions without notes`, 'edit', sessionsCounted(sessionsOf(node)));
    case 'host': {
      const label = node.host ?? say`No host named`;
      const count = sessionsCounted(node.sessions.length);
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

function draftsCounted(count: number): string {
  return counted(count, say`1 draft`, say`${count} drafts`);
}

function groupItem(id: string, label: string, icon: string, count: string): vscode.TreeItem {
  return Object.assign(new vscode.TreeItem(label, Expanded), {
    id: `owed ${id}`,
    iconPath: new vscode.ThemeIcon(icon),
    description: count,
    accessibilityInformation: { label: `${label}, ${count}` },
    contextValue: 'owed',
  });
}

function draftItem(draft: DraftView): vscode.TreeItem {
  const { title, findings, uri } = draft;
  const found =
    findings.length === 0
      ? say`ready to be posted`
      : counted(findings.length, say`1 finding`, say`${findings.length} findings`);
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

/** What the icons say, for those who do not see them. */
function weightInWords(severity: number): string {
  return [say`error`, say`warning`, say`information`, say`hint`][severity - 1] ?? '';
}

function findingItem({ uri }: DraftView, finding: PostingFinding): vscode.TreeItem {
  const message = messageOf(finding);
  const { start } = finding.diagnostic.range;
  const severity = finding.diagnostic.severity ?? 1;
  const line = say`line ${start.line + 1}`;
  return Object.assign(new vscode.TreeItem(message), {
    iconPath: new vscode.ThemeIcon(icons[severity - 1] ?? 'info'),
    description: line,
    accessibilityInformation: { label: [weightInWords(severity), message, line].join(', ') },
    tooltip: `${message}\n\n${finding.text}`,
    contextValue: 'finding',
    command: openCommand({ uri, line: start.line }, 'middle'),
  });
}
