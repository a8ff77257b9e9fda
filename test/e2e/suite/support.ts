import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension.js';

export const extensionId = 'xen-session-notes.xen-session-notes';

/** The folder the window has open. */
export function folder(): vscode.Uri {
  const first = vscode.workspace.workspaceFolders?.[0];
  assert.ok(first, 'a folder is open');
  return first.uri;
}

export function file(name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), name);
}

/** Waits for a value; `undefined` and `false` mean not yet. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + 40_000;
  for (;;) {
    const value = await look();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`${what}: not within 40 s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function activate(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>(extensionId);
  assert.ok(extension, 'the extension is installed');
  return extension.activate();
}

/** The extension with its archive read. */
export async function activateInArchive(): Promise<Api> {
  const api = await activate();
  await until('events in the tree', async () => ((await api.archive.getChildren()) ?? []).length > 1);
  return api;
}

/** Writes a document into the folder from outside the editor, and opens it. `remove` takes it away again. */
export async function write(name: string, text: string): Promise<vscode.TextDocument> {
  const uri = file(name);
  fs.mkdirSync(path.dirname(uri.fsPath), { recursive: true });
  fs.writeFileSync(uri.fsPath, text);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

export async function remove(name: string): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  fs.rmSync(file(name).fsPath, { force: true });
}

/** Our findings on a document, as `rule: message`. */
export function findings(uri: vscode.Uri): readonly string[] {
  return ours(uri).map(({ code, message }) => `${ruleOf(code)}: ${message}`);
}

export function ours(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'xen-notes');
}

export function ruleOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The position behind the first occurrence of a text. */
export function after(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.notEqual(at, -1, `the document has ${JSON.stringify(text)}`);
  return document.positionAt(at + text.length);
}

export function label(item: vscode.TreeItem): string {
  return typeof item.label === 'string' ? item.label : (item.label?.label ?? '');
}

export async function items<N>(
  provider: vscode.TreeDataProvider<N>,
  parent?: N,
): Promise<readonly (readonly [N, vscode.TreeItem])[]> {
  const nodes = (await provider.getChildren(parent)) ?? [];
  return Promise.all(nodes.map(async (node) => [node, await provider.getTreeItem(node)] as const));
}

/** Takes what is active in a list of choices, or what stands in an input box. */
export function accept(): Thenable<unknown> {
  return vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}

/** Closes lists and editors; what is unsaved is thrown away. */
export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  await vscode.commands.executeCommand('notifications.clearAll');
  while (
    vscode.window.activeTextEditor?.document.isDirty ||
    vscode.workspace.textDocuments.some((each) => each.isDirty)
  ) {
    const dirty = vscode.workspace.textDocuments.find((each) => each.isDirty);
    if (dirty) await vscode.window.showTextDocument(dirty);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
