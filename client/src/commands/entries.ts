import * as vscode from 'vscode';
import type { Place } from '../../../server/src/lsp/protocol.js';
import type { ActionNode } from '../views/actionNodes.js';
import type { ArchiveNode } from '../views/nodes.js';
import { placeOf, type Where } from '../views/places.js';
import { say } from '../../../server/src/text/say.js';

/** Opens what was clicked on, in a tab that the next click may use again. */
export function open(place: Place, where: Where): Promise<void> {
  return show(place, where, { preview: true });
}

/** Opens a node of either tree in a tab that stays. */
export async function reveal(node: ArchiveNode | ActionNode): Promise<void> {
  const place = placeOf(node);
  if (place) await show(place, node.kind === 'action' ? 'middle' : 'top', { preview: false });
}

async function show({ uri, line }: Place, where: Where, options: vscode.TextDocumentShowOptions): Promise<void> {
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri), options);
  const start = new vscode.Position(line, 0);
  editor.selection = new vscode.Selection(start, start);
  const { AtTop, InCenter, Default } = vscode.TextEditorRevealType;
  if (where === 'middle') return editor.revealRange(new vscode.Range(start, start), InCenter);
  // What stands above a title, how its notes are, is to be seen as well.
  const above = start.with(Math.max(0, line - 1));
  editor.revealRange(new vscode.Range(above, above), line === 0 ? Default : AtTop);
  // Above the first line there is none to be shown; by lines of text an editor scrolls to the first one and no further.
  if (line === 0)
    await vscode.commands.executeCommand('editorScroll', { to: 'up', by: 'wrappedLine', value: linesOfLenses });
}

/** No line has more lenses above it than take so many. */
const linesOfLenses = 3;

/** Opens an address in the browser. Anything may stand where one is expected, and an editor would run what some name. */
export async function openAddress(address: string): Promise<void> {
  if (/^https?:/i.test(address)) await vscode.env.openExternal(vscode.Uri.parse(address));
}

/** Opens a session's published notes in the browser; asks which, where there are several. */
export async function openNotes(node: ArchiveNode): Promise<void> {
  if (node.kind !== 'session') return;
  const { title } = node.session;
  const notes = node.session.notes.filter((address) => /^https?:/i.test(address));
  const address = notes.length > 1 ? await vscode.window.showQuickPick(notes, { title }) : notes[0];
  if (address !== undefined) await openAddress(address);
}

/** Copies `[[Page#Title]]`, ready to be pasted into a document. */
export async function copyReference(node: ArchiveNode): Promise<void> {
  if (node.kind !== 'session') return;
  await vscode.env.clipboard.writeText(node.session.reference);
  vscode.window.setStatusBarMessage(say`Copied ${node.session.reference}`, 3000);
}
