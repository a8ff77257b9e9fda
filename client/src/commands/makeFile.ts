import * as vscode from 'vscode';
import type { NewDocumentView } from '../../../server/src/lsp/protocol.js';
import { say } from '../../../server/src/text/say.js';

/** Writes a new document to its place, or beside it under another number where a file is; says so where it cannot be. */
export async function makeFile({ folder, path, text }: NewDocumentView): Promise<vscode.Uri | undefined> {
  try {
    const file = await free(vscode.Uri.parse(folder), path);
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(file, '..'));
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    return file;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(
      say`${path} could not be made: ${why}. Check the folder, and that you may write to it.`,
    );
    return undefined;
  }
}

async function free(folder: vscode.Uri, path: string): Promise<vscode.Uri> {
  for (let count = 1; ; count++) {
    const file = vscode.Uri.joinPath(folder, count === 1 ? path : path.replace(/\.md$/, `-${count}.md`));
    const taken = await vscode.workspace.fs.stat(file).then(
      () => true,
      () => false,
    );
    if (!taken) return file;
  }
}
