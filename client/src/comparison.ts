import * as vscode from 'vscode';
import type { CompareParams, ComparisonView } from '../../server/src/lsp/protocol.js';
import { say } from '../../server/src/text/say.js';
import { fileNameOf } from './fileName.js';

const scheme = 'xen-notes-compare';

/** A comparison, and what was asked for it. */
export interface ShownComparison {
  readonly params: CompareParams;
  readonly view: ComparisonView;
}

/** Shows what became of an event's sessions. It cannot be edited, and its lines lead to the sessions. */
export interface ComparisonPages extends vscode.Disposable {
  show(shown: ShownComparison): Promise<void>;
  /** The comparison of the editor that was used last; `undefined` when it shows none. */
  active(): ShownComparison | undefined;
}

export function createComparisonPages(): ComparisonPages {
  const pages = new Map<string, ShownComparison>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => pages.get(uri.toString())?.view.text ?? '',
  });
  const links = vscode.languages.registerDocumentLinkProvider(
    { scheme },
    {
      provideDocumentLinks(document) {
        const shown = pages.get(document.uri.toString());
        return shown ? linksIn(document, shown) : [];
      },
    },
  );
  const closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => pages.delete(uri.toString()));
  return {
    async show(shown) {
      const path = `${fileNameOf(say`${shown.view.title} compared`)}.md`;
      const uri = vscode.Uri.from({ scheme, path });
      pages.set(uri.toString(), shown);
      changed.fire(uri);
      const document = await vscode.workspace.openTextDocument(uri);
      const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
      const viewColumn = open?.viewColumn ?? vscode.ViewColumn.Beside;
      await vscode.window.showTextDocument(document, { preview: true, viewColumn });
    },
    active: () => pages.get(vscode.window.activeTextEditor?.document.uri.toString() ?? ''),
    dispose: () => vscode.Disposable.from(provider, links, closing, changed).dispose(),
  };
}

function linksIn(document: vscode.TextDocument, { params, view }: ShownComparison): vscode.DocumentLink[] {
  const page = vscode.Uri.parse(params.uri);
  return view.leads.flatMap(({ pageLine, line }) => {
    // The page may be shown as it was for a moment.
    if (pageLine >= document.lineCount) return [];
    const { range, text } = document.lineAt(pageLine);
    const start = /^[#-]+ /.exec(text)?.[0].length ?? 0;
    const link = new vscode.DocumentLink(
      range.with(range.start.translate(0, start)),
      page.with({ fragment: `L${line + 1}` }),
    );
    link.tooltip = say`Show the session`;
    return [link];
  });
}
