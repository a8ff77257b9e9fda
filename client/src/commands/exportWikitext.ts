import * as vscode from 'vscode';
import { exportRequest, type ExportParams, type ExportResult } from '../../../server/src/lsp/protocol.js';
import type { Server } from '../server.js';
import { activeMarkdown } from './activeMarkdown.js';

/** Puts the active document into the clipboard as the source of a wiki page. */
export async function copyAsWikitext(server: Server): Promise<void> {
  const document = activeMarkdown(noDocument);
  const written = document && (await asWikitext(server, document));
  if (!written) return;
  await vscode.env.clipboard.writeText(written.text);
  vscode.window.setStatusBarMessage('Copied as wikitext', 3000);
  tell(written.uncertain);
}

/** Writes the active document as the source of a wiki page into a file of the user's choice. */
export async function exportWikitext(server: Server): Promise<void> {
  const document = activeMarkdown(noDocument);
  const written = document && (await asWikitext(server, document));
  if (!written) return;
  const beside = document.uri.with({ path: document.uri.path.replace(/\.[^./]*$/, '') + written.extension });
  const named = document.isUntitled ? {} : { defaultUri: beside };
  const file = await vscode.window.showSaveDialog({ ...named, filters: { Wikitext: [written.extension.slice(1)] } });
  if (!file) return;
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(written.text));
  tell(written.uncertain);
}

const noDocument = 'Open a Markdown document first: it is written as wikitext.';

async function asWikitext(
  server: Server,
  document: vscode.TextDocument,
): Promise<Extract<ExportResult, { readonly text: string }> | undefined> {
  const params: ExportParams = { uri: document.uri.toString(), to: 'wikitext' };
  const written = await server.ask<ExportResult | null>(exportRequest, params);
  if (written && 'text' in written) return written;
  const why = written ? written.problem : 'the language server does not know it; restart the server and try again';
  void vscode.window.showErrorMessage(`The document was not written: ${why}.`);
  return undefined;
}

function tell(uncertain: readonly string[]): void {
  if (uncertain.length === 0) return;
  const more = uncertain.length > 3 ? `, and ${uncertain.length - 3} more` : '';
  void vscode.window.showWarningMessage(
    `Not all of it can be said in wikitext: ${uncertain.slice(0, 3).join('; ')}${more}.`,
  );
}
