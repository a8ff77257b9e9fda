import * as vscode from 'vscode';
import { writerRequest } from '../../../server/src/lsp/protocol.js';
import { section } from '../config.js';
import type { Server } from '../server.js';
import { say } from '../../../server/src/text/say.js';

const askedKey = 'writerAsked';

/** The name of who writes: as set; else asked for once, with git's as the answer at hand, and set. */
export async function writerName(
  server: Server,
  memory: vscode.Memento,
  near: string | undefined,
): Promise<string | undefined> {
  const settings = vscode.workspace.getConfiguration(section);
  const set = settings.get<string>('scribe')?.trim() ?? '';
  if (set !== '') return set;
  if (memory.get(askedKey) === true) return undefined;
  await memory.update(askedKey, true);
  // Git goes by what stands in the folder, and nobody has said that it can be trusted.
  const { isTrusted } = vscode.workspace;
  const known = isTrusted
    ? await server.ask<string | null>(writerRequest, { ...(near !== undefined && { near }) })
    : null;
  const answer = await vscode.window.showInputBox({
    title: say`Your name, as the scribe of what you begin`,
    prompt: say`It is kept in the setting xenNotes.scribe; leave it empty to be asked no more`,
    value: known ?? '',
    ignoreFocusOut: true,
  });
  const name = answer?.trim() ?? '';
  if (name === '') return undefined;
  await settings.update('scribe', name, vscode.ConfigurationTarget.Global);
  return name;
}
