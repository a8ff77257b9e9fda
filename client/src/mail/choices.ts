import * as vscode from 'vscode';
import type { MailView } from '../../../server/src/lsp/protocol.js';
import { counted, say } from '../../../server/src/text/say.js';
import { mailFileName } from './preview.js';

export type Choice = 'copy' | 'save' | 'open' | 'copies' | 'reply';

interface Item extends vscode.QuickPickItem {
  readonly choice: Choice;
}

/** Asks what is to be done with a mail. */
export async function chooseForMail(mail: MailView): Promise<Choice | undefined> {
  const { cc, file, offered, inReplyTo, lost, mailto } = mail;
  const items: readonly Item[] = [
    { choice: 'copy', label: `$(copy) ${say`Copy Text`}` },
    ...(file === undefined
      ? []
      : [
          {
            choice: 'save',
            label: `$(save) ${say`Save as .eml…`}`,
            description: say`your mail program opens it as a draft`,
          } as const,
        ]),
    ...(mailto === undefined ? [] : [{ choice: 'open', label: `$(mail) ${say`Open in Mail Program`}` } as const]),
    ...(offered.length === 0
      ? []
      : [{ choice: 'copies', label: `$(person-add) ${say`Choose Copies…`}`, description: cc.join(', ') } as const]),
    {
      choice: 'reply',
      label: `$(reply) ${say`Answer a Mail…`}`,
      description: inReplyTo ?? say`it begins a thread of its own`,
    },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: say`What to do with this mail`,
    placeHolder: sentNothing(lost.length),
    ignoreFocusOut: true,
  });
  return picked?.choice;
}

/** `lost` is how many things of the document the mail cannot say. */
function sentNothing(lost: number): string {
  if (lost === 0) return say`Nothing is sent from here`;
  return counted(
    lost,
    say`Nothing is sent from here; it cannot say 1 thing of the document`,
    say`Nothing is sent from here; it cannot say ${lost} things of the document`,
  );
}

/** Asks who gets a copy; `undefined` when nobody answers. */
export async function askCopies({ cc, offered }: MailView): Promise<readonly string[] | undefined> {
  const items = offered.map((label) => ({ label, picked: cc.includes(label) }));
  const picked = await vscode.window.showQuickPick(items, { canPickMany: true, title: say`Who gets a copy` });
  return picked?.map(({ label }) => label);
}

/** Asks which mail is answered; `undefined` when nobody answers, an empty text for none. */
export async function askReply({ inReplyTo }: MailView): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title: say`Which mail it answers`,
    prompt: say`Its Message-ID, or its address on lore.kernel.org; leave it empty to begin a thread`,
    value: inReplyTo ?? '',
  });
  return answer?.trim();
}

export async function copyText({ text }: MailView): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(say`Copied the text of the mail`, 3000);
}

export async function openInMailProgram({ mailto }: MailView): Promise<void> {
  if (mailto !== undefined) await vscode.env.openExternal(vscode.Uri.parse(mailto, true));
}

export async function saveMail(mail: MailView): Promise<void> {
  if (mail.file === undefined) return;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const to = await vscode.window.showSaveDialog({
    filters: { [say`Mail`]: ['eml'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${mailFileName(mail)}.eml`) }),
  });
  if (!to) return;
  try {
    await vscode.workspace.fs.writeFile(to, new TextEncoder().encode(mail.file));
    vscode.window.setStatusBarMessage(say`Saved the mail`, 3000);
  } catch (error) {
    void vscode.window.showErrorMessage(
      say`The mail was not saved: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
