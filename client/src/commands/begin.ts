import * as vscode from 'vscode';
import {
  newDocumentRequest,
  newSessionRequest,
  type NewDocumentKind,
  type NewDocumentParams,
  type NewDocumentView,
  type NewSessionParams,
  type NewSessionView,
  type Problem,
} from '../../../server/src/lsp/protocol.js';
import type { Archive } from '../archive.js';
import type { Server } from '../server.js';
import type { ArchiveNode } from '../views/nodes.js';
import { say } from '../../../server/src/text/say.js';
import { ask, pickMeeting, pickSession } from './beginChoices.js';
import { makeFile } from './makeFile.js';
import { writerName } from './writer.js';

export interface BeginOptions {
  readonly server: Server;
  readonly archive: Archive;
  readonly memory: vscode.Memento;
}

/** The commands that begin something; those of the tree are given the node they are run on. */
export function beginCommands(options: BeginOptions) {
  const begin = (params: NewDocumentParams | undefined): Promise<void> => beginDocument(options, params);
  return {
    newNotes: async () => begin(await pickSession(options)),
    newProposal: async (node?: ArchiveNode) =>
      begin(await titled('proposal', say`What is it to be about?`, '', eventOf(node))),
    newMinutes: async () => begin(await pickMeeting(options)),
    newEvent: async () =>
      begin(await titled('event', say`What is the event called?`, `Design Sessions ${new Date().getFullYear()}`)),
    takeNotes: async (node: ArchiveNode) => {
      if (node.kind !== 'session') return;
      const { reference, uri, documents } = node.session;
      // Who takes notes of a session twice goes on with those that there are.
      const draft = documents.find(({ posted }) => !posted);
      if (draft) await vscode.window.showTextDocument(vscode.Uri.parse(draft.uri), { preview: false });
      else await begin({ kind: 'notes', session: reference, near: uri });
    },
    nextMeeting: (node: ArchiveNode) =>
      begin(
        node.kind === 'meeting' ? { kind: 'minutes', previous: node.meeting.uri, near: node.meeting.uri } : undefined,
      ),
    newSession: (node: ArchiveNode) => enterSession(options, node),
  };
}

function eventOf(node: ArchiveNode | undefined): Partial<NewDocumentParams> {
  return node?.kind === 'event' ? { event: node.event.uri, near: node.event.uri } : {};
}

async function titled(
  kind: NewDocumentKind,
  prompt: string,
  value: string,
  rest: Partial<NewDocumentParams> = {},
): Promise<NewDocumentParams | undefined> {
  const title = await ask(prompt, value);
  return title === undefined ? undefined : { kind, title, ...rest };
}

/** Makes the document in its place and opens it, with the cursor where the first word goes. */
async function beginDocument({ server, memory }: BeginOptions, params: NewDocumentParams | undefined): Promise<void> {
  if (!params) return;
  const near = params.near ?? vscode.window.activeTextEditor?.document.uri.toString();
  const asked = { ...params, ...(near !== undefined && { near }) };
  const writer = params.kind === 'event' ? undefined : await writerName(server, memory, near);
  const view = await server.ask<NewDocumentView | Problem>(newDocumentRequest, { ...asked, ...(writer && { writer }) });
  if (!view) return void vscode.window.showErrorMessage(say`Nothing was begun, as the language server does not run.`);
  if ('problem' in view) return void vscode.window.showErrorMessage(say`Nothing was begun: ${view.problem}.`);
  const file = await makeFile(view);
  if (!file) return;
  const editor = await vscode.window.showTextDocument(file, { preview: false });
  const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
  await editor.insertSnippet(new vscode.SnippetString(view.snippet), whole);
}

/** Enters a session on the page of an event, with the cursor at its host. */
async function enterSession({ server }: BeginOptions, node: ArchiveNode): Promise<void> {
  if (node.kind !== 'event' && node.kind !== 'group') return;
  const title = await ask(say`What is the session at ${node.event.title} called?`, '');
  if (title === undefined) return;
  const { uri, line } = node.kind === 'group' ? node.group : { uri: node.event.uri, line: undefined };
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri), { preview: false });
  const params: NewSessionParams = { uri: editor.document.uri.toString(), title, ...(line !== undefined && { line }) };
  const view = await server.ask<NewSessionView | Problem>(newSessionRequest, params);
  if (!view) return;
  if ('problem' in view) return void vscode.window.showErrorMessage(say`No session was entered: ${view.problem}.`);
  const position = new vscode.Position(view.position.line, view.position.character);
  await editor.insertSnippet(new vscode.SnippetString(view.snippet), position);
  editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.InCenter);
}
