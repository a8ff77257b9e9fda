import * as vscode from 'vscode';
import type { ReportLead } from '../../server/src/lsp/protocol.js';
import { say } from '../../server/src/text/say.js';
import { section } from './config.js';

const scheme = 'xen-notes-import';
/** There is one page, of the import that was made last. */
const address = vscode.Uri.from({ scheme, path: 'Import report.md' });

/** What is told of one source, and the documents it became. */
export interface ReportPage {
  readonly text: string;
  readonly leads: readonly ReportLead[];
  readonly documents: readonly vscode.TextDocument[];
}

/** Shows what to look at after an import. It cannot be edited, so nothing is left to be saved of it. */
export interface ImportReportPage extends vscode.Disposable {
  show(pages: readonly ReportPage[]): Promise<void>;
}

/** Where a line of the report leads. */
interface Lead {
  readonly line: number;
  readonly to: Imported;
}

/** A line of a document that was imported, and what stood there. */
export interface Imported {
  readonly uri: string;
  readonly line: number;
  readonly text: string;
}

export function createImportReport(): ImportReportPage {
  let text = '';
  let leads: readonly Lead[] = [];
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: () => text,
  });
  const links = vscode.languages.registerDocumentLinkProvider(
    { scheme },
    { provideDocumentLinks: (document) => leads.flatMap((lead) => linkIn(document, lead)) },
  );
  return {
    async show(pages) {
      ({ text, leads } = joined(pages));
      changed.fire(address);
      const document = await vscode.workspace.openTextDocument(address);
      const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
      const viewColumn = open?.viewColumn ?? vscode.ViewColumn.Beside;
      await vscode.window.showTextDocument(document, { viewColumn, preview: false, preserveFocus: true });
    },
    dispose: () => vscode.Disposable.from(provider, links, changed).dispose(),
  };
}

/** The pages of several sources as one. */
function joined(pages: readonly ReportPage[]): { readonly text: string; readonly leads: readonly Lead[] } {
  const leads: Lead[] = [];
  let text = '';
  for (const page of pages) {
    if (text !== '') text += '\n';
    const before = text.split('\n').length - 1;
    for (const { reportLine, document, line, text: stood } of page.leads) {
      const uri = page.documents[document]?.uri.toString();
      if (uri !== undefined) leads.push({ line: before + reportLine, to: { uri, line, text: stood } });
    }
    text += page.text;
  }
  return { text, leads };
}

function linkIn(document: vscode.TextDocument, { line, to }: Lead): vscode.DocumentLink[] {
  if (line >= document.lineCount) return [];
  const { firstNonWhitespaceCharacterIndex: start, range } = document.lineAt(line);
  const target = vscode.Uri.parse(`command:${section}.openImported?${encodeURIComponent(JSON.stringify([to]))}`);
  const link = new vscode.DocumentLink(new vscode.Range(line, start, line, range.end.character), target);
  link.tooltip = say`Show the line`;
  return [link];
}

/** Goes to a line of a document that was imported, be it saved under a name or written in since. */
export async function openImported({ uri, line, text }: Imported): Promise<void> {
  const document =
    vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri && !each.isClosed) ??
    vscode.workspace.textDocuments.find((each) => each.uri.scheme !== scheme && lineOf(each, line, text) !== undefined);
  if (!document) {
    void vscode.window.showInformationMessage(say`The document is not open any more.`);
    return;
  }
  const at = new vscode.Position(lineOf(document, line, text) ?? Math.min(line, document.lineCount - 1), 0);
  await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.One,
    preview: false,
    selection: new vscode.Range(at, at),
  });
}

/** The line nearest to where a text stood that it is on now. */
function lineOf(document: vscode.TextDocument, line: number, text: string): number | undefined {
  const lines = Array.from({ length: document.lineCount }, (_, index) => index);
  const fitting = lines.filter((each) => document.lineAt(each).text === text);
  return fitting.sort((one, other) => Math.abs(one - line) - Math.abs(other - line))[0];
}
