import * as vscode from 'vscode';
import type { MailView } from '../../../server/src/lsp/protocol.js';
import { counted } from '../views/words.js';
import { mailFileName } from './preview.js';

export type Choice = 'copy' | 'save' | 'open' | 'copies' | 'reply';

interface Item extends vscode.QuickPickItem {
  readonly choice: Choice;
}

/** Asks what is to be done with a mail. */
export async function chooseForMail(mail: MailView): Promise<Choice | undefined> {
  const { cc, file, offered, inReplyTo, lost, mailto } = mail;
  const items: readonly Item[] = [
    { choice: 'copy', label: '$(copy) Copy Text' },
    ...(file === undefined
      ? []
      : [
          {
            choice: 'save',
            label: '$(save) Save as .eml…',
            description: 'your mail program opens it as a draft',
          } as const,
        ]),
    ...(mailto === undefined ? [] : [{ choice: 'open', label: '$(mail) Open in Mail Program' } as const]),
    ...(offered.length === 0
      ? []
      : [{ choice: 'copies', label: '$(person-add) Choose Copies…', description: cc.join(', ') } as const]),
    { choice: 'reply', label: '$(reply) Answer a Mail…', description: inReplyTo ?? 'it begins a thread of its own' },
  ];
  const left = lost.length > 0 ? `; it cannot say ${counted(lost.length, 'thing')} of the document` : '';
  const picked = await vscode.window.showQuickPick(items, {
    title: 'What to do with this mail',
    placeHolder: `Nothing is sent from here${left}`,
    ignoreFocusOut: true,
  });
  return picked?.choice;
}

/** Asks who gets a copy; `undefined` when nobody answers. */
export async function askCopies({ cc, offered }: MailView): Promise<readonly string[] | undefined> {
  const items = offered.map((label) => ({ label, picked: cc.includes(label) }));
  const picked = await vscode.window.showQuickPick(items, { canPickMany: true, title: 'Who gets a copy' });
  return picked?.map(({ label }) => label);
}

/** Asks which mail is answered; `undefined` when nobody answers, an empty text for none. */
export async function askReply({ inReplyTo }: MailView): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title: 'Which mail it answers',
    prompt: 'Its Message-ID, or its address on lore.kernel.org; leave it empty to begin a thread',
    value: inReplyTo ?? '',
  });
  return answer?.trim();
}

export async function copyText({ text }: MailView): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage('Copied the text of the mail', 3000);
}

export async function openInMailProgram({ mailto }: MailView): Promise<void> {
  if (mailto !== undefined) await vscode.env.openExternal(vscode.Uri.parse(mailto, true));
}

export async function saveMail(mail: MailView): Promise<void> {
  if (mail.file === undefined) return;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const to = await vscode.window.showSaveDialog({
    filters: { Mail: ['eml'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${mailFileName(mail)}.eml`) }),
  });
  if (!to) return;
  try {
    await vscode.workspace.fs.writeFile(to, new TextEncoder().encode(mail.file));
    vscode.window.setStatusBarMessage('Saved the mail', 3000);
  } catch (error) {
    void vscode.window.showErrorMessage(`The mail was not saved: ${error instanceof Error ? error.message : error}`);
  }
}
