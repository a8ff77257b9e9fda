import * as vscode from 'vscode';
import type { PostingFix } from '../../../server/src/lsp/protocol.js';
import type { Row } from './rows.js';

export interface Item extends vscode.QuickPickItem {
  readonly row: Row;
}

/** A fix that is made by a click on its button. */
export interface FixButton extends vscode.QuickInputButton {
  readonly fix: PostingFix;
}

const icons = {
  clear: new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed')),
  next: new vscode.ThemeIcon('arrow-right'),
  fixAll: new vscode.ThemeIcon('wand'),
  fix: new vscode.ThemeIcon('lightbulb'),
  go: new vscode.ThemeIcon('go-to-file'),
  blocks: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  look: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
  remark: new vscode.ThemeIcon('info'),
};

export function itemOf(row: Row): Item {
  if (row.kind === 'group') return { row, label: row.label, kind: vscode.QuickPickItemKind.Separator };
  const detail = 'detail' in row && row.detail !== undefined ? { detail: row.detail } : {};
  if (row.kind !== 'finding') return { row, label: row.label, iconPath: icons[row.kind], alwaysShow: true, ...detail };
  const buttons = row.finding.fixes.map((fix): FixButton => ({ fix, iconPath: icons.fix, tooltip: fix.title }));
  return { row, label: row.label, iconPath: icons[row.weight], buttons, ...detail };
}
