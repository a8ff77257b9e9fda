import * as vscode from 'vscode';
import { mailRequest, type MailParams, type MailView, type Problem } from '../../../server/src/lsp/protocol.js';
import type { Server } from '../server.js';

const scheme = 'xen-notes-mail';

/** Shows mails that cannot be edited: what is to change is changed in the document. */
export interface MailPreview extends vscode.Disposable {
  show(mail: MailView): Promise<void>;
}

export function createMailPreview(): MailPreview {
  const mails = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => mails.get(uri.toString()) ?? '',
  });
  return {
    async show(mail) {
      const uri = vscode.Uri.from({ scheme, path: `${fileName(mail)}.txt` });
      mails.set(uri.toString(), previewOf(mail));
      changed.fire(uri);
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document, { preview: true, viewColumn: vscode.ViewColumn.Beside });
    },
    dispose: () => vscode.Disposable.from(provider, changed).dispose(),
  };
}

function previewOf({ to, cc, subject, text }: MailView): string {
  const copies = cc.length > 0 ? `Cc: ${cc.join(', ')}\n` : '';
  return `To: ${to}\n${copies}Subject: ${subject}\n\n${text}`;
}

function fileName({ subject }: MailView): string {
  return subject.replace(/[^\p{L}\p{N} .-]+/gu, ' ').trim() || 'mail';
}

/** Shows the mail to the list that the document makes, and offers what can be done with it. Nothing is sent. */
export async function exportToMail(server: Server, preview: MailPreview): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'markdown') {
    void vscode.window.showInformationMessage('Open the document that is to become a mail.');
    return;
  }
  const uri = editor.document.uri.toString();
  const mail = await mailOf(server, { uri });
  if (mail && (await mayGoOn(mail, editor))) await offer(server, preview, uri, mail);
}

/** Shows a mail and does with it what is chosen; with other copies it is another mail. */
async function offer(server: Server, preview: MailPreview, uri: string, mail: MailView): Promise<void> {
  await preview.show(mail);
  const choice = await choose(mail);
  if (choice !== actions.copies) return choice && perform(choice, mail);
  const cc = await vscode.window.showQuickPick([...mail.offered], { canPickMany: true, title: 'Who gets a copy' });
  const copied = cc && (await mailOf(server, { uri, cc }));
  return offer(server, preview, uri, copied ?? mail);
}

async function mailOf(server: Server, params: MailParams): Promise<MailView | undefined> {
  const answer = await server.ask<MailView | Problem>(mailRequest, params);
  if (answer && !('problem' in answer)) return answer;
  if (answer) void vscode.window.showErrorMessage(`No mail can be made: ${answer.problem}.`);
  return undefined;
}

/** Asks before a mail is made of a document that is not ready to be posted. */
async function mayGoOn({ errors }: MailView, editor: vscode.TextEditor): Promise<boolean> {
  const [first] = errors;
  if (!first) return true;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  const showFirst = 'Show Error';
  const goOn = 'Export Anyway';
  const said = `The document is not ready to be posted: ${first.message}${more}.`;
  const answer = await vscode.window.showWarningMessage(said, showFirst, goOn);
  if (answer === showFirst) {
    const shown = await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    const start = new vscode.Position(first.line, 0);
    shown.selection = new vscode.Selection(start, start);
    shown.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenter);
  }
  return answer === goOn;
}

const actions = {
  copy: 'Copy Text',
  save: 'Save as .eml…',
  open: 'Open in Mail Program',
  copies: 'Add Copies…',
} as const;
type Action = (typeof actions)[keyof typeof actions];

function choose({ mailto, offered, lost }: MailView): Thenable<Action | undefined> {
  const left =
    lost.length > 0 ? ` It cannot say ${lost.length === 1 ? 'one thing' : `${lost.length} things`} of it.` : '';
  return vscode.window.showInformationMessage(
    `This is the mail that the document makes.${left}`,
    ...[actions.copy, actions.save],
    ...(mailto === undefined ? [] : [actions.open]),
    ...(offered.length > 0 ? [actions.copies] : []),
  );
}

async function perform(action: Action, mail: MailView): Promise<void> {
  if (action === actions.copy) {
    await vscode.env.clipboard.writeText(mail.text);
    vscode.window.setStatusBarMessage('Copied the text of the mail', 3000);
  } else if (action === actions.open && mail.mailto !== undefined) {
    await vscode.env.openExternal(vscode.Uri.parse(mail.mailto, true));
  } else if (action === actions.save) {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const to = await vscode.window.showSaveDialog({
      filters: { Mail: ['eml'] },
      ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${fileName(mail)}.eml`) }),
    });
    if (to) await vscode.workspace.fs.writeFile(to, new TextEncoder().encode(mail.file));
  }
}
