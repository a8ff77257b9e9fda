import * as path from 'node:path';
import * as vscode from 'vscode';
import { importRequest, type ImportParams, type ImportResult } from '../../../server/src/lsp/protocol.js';
import type { Server } from '../server.js';

/** Makes documents of files or of the clipboard, and opens them unsaved beside a report of what to look at. */
export async function importInto(server: Server, files: readonly vscode.Uri[] | undefined): Promise<void> {
  const sources = await (files ? readAll(files) : pickSources());
  const reports: string[] = [];
  for (const source of sources ?? []) {
    const result = await server.ask<ImportResult>(importRequest, source);
    if (!result) {
      void vscode.window.showErrorMessage('Nothing was imported, as the language server does not run.');
      return;
    }
    for (const { text } of result.documents) await open(text, vscode.ViewColumn.Active);
    if (result.documents.length === 0)
      void vscode.window.showWarningMessage(`${source.name} holds nothing that could be imported.`);
    if (result.report !== '') reports.push(result.report);
  }
  if (reports.length > 0) await open(reports.join('\n'), vscode.ViewColumn.Beside);
}

async function open(content: string, viewColumn: vscode.ViewColumn): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  const beside = viewColumn === vscode.ViewColumn.Beside;
  await vscode.window.showTextDocument(document, { viewColumn, preview: false, preserveFocus: beside });
}

async function pickSources(): Promise<ImportParams[] | undefined> {
  const items = [
    { label: 'Files…', description: 'saved mails, the text or the source of wiki pages', clipboard: false },
    { label: 'The clipboard', description: 'what was copied from a wiki page or a mail', clipboard: true },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: 'Import session notes, pages or minutes' });
  if (!picked) return undefined;
  if (picked.clipboard) return [sourceOf('clipboard', new TextEncoder().encode(await vscode.env.clipboard.readText()))];
  const files = await vscode.window.showOpenDialog({ canSelectMany: true, openLabel: 'Import' });
  return files && readAll(files);
}

function readAll(files: readonly vscode.Uri[]): Promise<ImportParams[]> {
  return Promise.all(
    files.map(async (file) => sourceOf(path.posix.parse(file.path).name, await vscode.workspace.fs.readFile(file))),
  );
}

function sourceOf(name: string, bytes: Uint8Array): ImportParams {
  return { name, content: Buffer.from(bytes).toString('base64') };
}
