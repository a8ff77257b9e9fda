import * as vscode from 'vscode';
import type { MailParams, MailView } from '../../../server/src/lsp/protocol.js';
import { fileNameOf } from '../fileName.js';

export const mailScheme = 'xen-notes-mail';

/** A mail and what it was made of. */
export interface ShownMail {
  readonly params: MailParams;
  readonly mail: MailView;
}

/** Shows mails that cannot be edited: what is to change is changed in the document. */
export interface MailPreview extends vscode.Disposable {
  show(shown: ShownMail): Promise<void>;
  /** The mail of the editor that was used last; `undefined` when it shows none. */
  active(): ShownMail | undefined;
}

export function createMailPreview(): MailPreview {
  const mails = new Map<string, ShownMail>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(mailScheme, {
    onDidChange: changed.event,
    provideTextDocumentContent(uri) {
      const shown = mails.get(uri.toString());
      return shown ? previewOf(shown.mail) : '';
    },
  });
  const closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => mails.delete(uri.toString()));
  return {
    async show(shown) {
      const uri = vscode.Uri.from({ scheme: mailScheme, path: `${mailFileName(shown.mail)}.txt` });
      mails.set(uri.toString(), shown);
      changed.fire(uri);
      const document = await vscode.workspace.openTextDocument(uri);
      const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
      const viewColumn = open?.viewColumn ?? vscode.ViewColumn.Beside;
      await vscode.window.showTextDocument(document, { preview: true, viewColumn });
    },
    active: () => mails.get(vscode.window.activeTextEditor?.document.uri.toString() ?? ''),
    dispose: () => vscode.Disposable.from(provider, closing, changed).dispose(),
  };
}

function previewOf({ to, cc, subject, inReplyTo, text }: MailView): string {
  const header = [
    `To: ${to}`,
    ...(cc.length > 0 ? [`Cc: ${cc.join(', ')}`] : []),
    `Subject: ${subject}`,
    ...(inReplyTo === undefined ? [] : [`In-Reply-To: ${inReplyTo}`]),
  ];
  return `${header.join('\n')}\n\n${text}`;
}

/** What a file of a mail is called, without extension. */
export function mailFileName({ subject }: MailView): string {
  return fileNameOf(subject) || 'mail';
}
