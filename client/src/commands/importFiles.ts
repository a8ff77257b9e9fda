import * as vscode from 'vscode';
import { importRequest, type ImportParams, type ImportResult } from '../../../server/src/lsp/protocol.js';
import type { ImportReportPage, ReportPage } from '../importReport.js';
import { fileNameIn } from '../fileName.js';
import type { Server } from '../server.js';
import { say } from '../../../server/src/text/say.js';

/** Bytes that somebody wants as documents, and what they are called. */
export interface ImportSource {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The form it has, as `xen-notes import --from` names it; absent where its text tells. */
  readonly from?: string;
}

export interface ImportOptions {
  readonly server: Server;
  readonly report: ImportReportPage;
}

/** More is not imported, as on the command line: there is no text so long. In bytes. */
const largest = 32 * 1024 * 1024;

/** Imports files, or what is picked where none are named. */
export async function importFiles(options: ImportOptions, files: readonly vscode.Uri[] | undefined): Promise<void> {
  const sources = await (files ? readAll(files) : pickSources());
  if (sources) await importSources(options, sources);
}

/** Imports what was copied from a page or a mail. */
export async function importClipboard(options: ImportOptions): Promise<void> {
  await importSources(options, await clipboard());
}

/** Makes documents of sources, and opens them unsaved beside a report of what to look at. */
export async function importSources(
  { server, report }: ImportOptions,
  sources: readonly ImportSource[],
): Promise<void> {
  const pages: ReportPage[] = [];
  for (const { name, bytes, from } of sources) {
    const content = base64Of(bytes);
    const params: ImportParams = { name, content, ...(from !== undefined && { from }) };
    const result = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: say`Importing ${name}` },
      () => server.ask<ImportResult>(importRequest, params),
    );
    if (!result) {
      void vscode.window.showErrorMessage(say`Nothing was imported, as the language server does not run.`);
      break;
    }
    const opened: vscode.TextDocument[] = [];
    for (const { text } of result.documents) opened.push(await open(text));
    if (result.documents.length === 0)
      void vscode.window.showWarningMessage(say`${name} holds nothing that could be imported.`);
    if (result.report !== '') pages.push({ text: result.report, leads: result.leads, documents: opened });
  }
  if (pages.length > 0) await report.show(pages);
}

async function open(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Active, preview: false });
  return document;
}

async function pickSources(): Promise<readonly ImportSource[] | undefined> {
  const items: readonly (vscode.QuickPickItem & { readonly source: 'files' | 'clipboard'; readonly from?: string })[] =
    [
      {
        label: say`Files…`,
        description: say`saved mails, the text or the source of wiki pages, logs of meetings`,
        source: 'files',
      },
      { label: say`The clipboard`, description: say`what was copied from a wiki page or a mail`, source: 'clipboard' },
      {
        label: say`Pads…`,
        description: say`files of plain text: notes, a mail without its header, a chat`,
        source: 'files',
        from: 'text',
      },
      {
        label: say`A pad on the clipboard`,
        description: say`what was copied from a pad or a web archive`,
        source: 'clipboard',
        from: 'text',
      },
    ];
  const picked = await vscode.window.showQuickPick(items, { title: say`Import session notes, pages or minutes` });
  if (!picked) return undefined;
  const sources = picked.source === 'clipboard' ? await clipboard() : await pickFiles();
  return sources?.map((source) => ({ ...source, ...(picked.from !== undefined && { from: picked.from }) }));
}

/** A file that is picked; `undefined` where none is, or none that can be read. */
export async function pickFile(openLabel: string): Promise<ImportSource | undefined> {
  const files = await vscode.window.showOpenDialog({ openLabel });
  return files && (await readAll(files))[0];
}

async function pickFiles(): Promise<readonly ImportSource[] | undefined> {
  const files = await vscode.window.showOpenDialog({ canSelectMany: true, openLabel: say`Import` });
  return files && readAll(files);
}

/** What is on the clipboard; nothing where it holds no text, which is told. */
export async function clipboard(): Promise<readonly ImportSource[]> {
  const text = await vscode.env.clipboard.readText();
  if (text.trim() !== '') return [{ name: 'clipboard', bytes: new TextEncoder().encode(text) }];
  void vscode.window.showInformationMessage(say`The clipboard holds no text; copy a page or a mail first.`);
  return [];
}

/** The files that can be read; of the others it is said why not. */
async function readAll(files: readonly vscode.Uri[]): Promise<readonly ImportSource[]> {
  const read = await Promise.all(files.map(readOne));
  for (const each of read) if (typeof each === 'string') void vscode.window.showErrorMessage(each);
  return read.filter((each) => typeof each !== 'string');
}

async function readOne(file: vscode.Uri): Promise<ImportSource | string> {
  const { name, base } = fileNameIn(file.path);
  try {
    const { type, size } = await vscode.workspace.fs.stat(file);
    if (type & vscode.FileType.Directory) return say`${base} is a folder; choose files in it to import.`;
    if (size > largest) return say`${base} is over 32 MB; split it and import the parts.`;
    return { name, bytes: await vscode.workspace.fs.readFile(file) };
  } catch (error) {
    return say`${base} could not be read: ${error instanceof Error ? error.message : String(error)}. Check that it is there and that you may read it.`;
  }
}

/** Bytes as Base64, as browsers know it too; what can be given to a function at a time is limited. */
export function base64Of(bytes: Uint8Array): string {
  let units = '';
  for (let at = 0; at < bytes.length; at += 0x8000) units += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(units);
}
