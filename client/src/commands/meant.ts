import * as vscode from 'vscode';
import type { ActionNode } from '../views/actionNodes.js';
import type { ArchiveNode } from '../views/nodes.js';
import { placeOf } from '../views/places.js';
import { activeMarkdown } from './activeMarkdown.js';

/** What a command is run on: the resource of a menu, the address in a code lens, a node of the tree. */
export type Meant = vscode.Uri | string | ArchiveNode | ActionNode;

/** The document that is meant, shown; the one that is edited where none is. Where there is none, says what to do. */
export async function meantDocument(
  meant: Meant | undefined,
  otherwise: string,
): Promise<vscode.TextDocument | undefined> {
  const uri = meant && uriOf(meant);
  return uri ? (await vscode.window.showTextDocument(uri)).document : activeMarkdown(otherwise);
}

function uriOf(meant: Meant): vscode.Uri | undefined {
  if (typeof meant === 'string') return vscode.Uri.parse(meant);
  if (meant instanceof vscode.Uri) return meant;
  // A session is meant by its notes.
  const node = meant.kind === 'session' ? meant.session.documents[0] : placeOf(meant);
  return node && vscode.Uri.parse(node.uri);
}
