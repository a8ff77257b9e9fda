import * as vscode from 'vscode';
import { exportRequest, type ExportParams, type ExportResult } from '../../../server/src/lsp/protocol.js';
import type { Server } from '../server.js';
import { say } from '../../../server/src/text/say.js';
import { activeMarkdown } from './activeMarkdown.js';

/** Puts the active document into the clipboard as the source of a wiki page. */
export async function copyAsWikitext(server: Server): Promise<void> {
  const document = activeMarkdown(noDocument());
  const written = document && (await asWikitext(server, document));
  if (!written) return;
  await vscode.env.clipboard.writeText(written.text);
  vscode.window.setStatusBarMessage(say`Copied as wikitext`, 3000);
  tell(written.uncertain);
}

/** Writes the active document as the source of a wiki page into a file of the user's choice. */
export async function exportWikitext(server: Server): Promise<void> {
  const document = activeMarkdown(noDocument());
  const written = document && (await asWikitext(server, document));
  if (!written) return;
  const beside = document.uri.with({ path: document.uri.path.replace(/\.[^./]*$/, '') + written.extension });
  const named = document.isUntitled ? {} : { defaultUri: beside };
  const file = await vscode.window.showSaveDialog({
    ...named,
    filters: { [say`Wikitext`]: [written.extension.slice(1)] },
  });
  if (!file) return;
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(written.text));
  tell(written.uncertain);
}

const noDocument = (): string => say`Open a Markdown document first: it is written as wikitext.`;

async function asWikitext(
  server: Server,
  document: vscode.TextDocument,
): Promise<Extract<ExportResult, { readonly text: string }> | undefined> {
  const params: ExportParams = { uri: document.uri.toString(), to: 'wikitext' };
  const written = await server.ask<ExportResult | null>(exportRequest, params);
  if (written && 'text' in written) return written;
  const why = written ? written.problem : say`the language server does not know it; restart the server and try again`;
  void vscode.window.showErrorMessage(say`The document was not written: ${why}.`);
  return undefined;
}

function tell(uncertain: readonly string[]): void {
  if (uncertain.length === 0) return;
  const first = uncertain.slice(0, 3).join('; ');
  const all = uncertain.length > 3 ? say`${first}, and ${uncertain.length - 3} more` : first;
  void vscode.window.showWarningMessage(say`Not all of it can be said in wikitext: ${all}.`);
}
