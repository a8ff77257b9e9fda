import * as vscode from 'vscode';
import { mailRequest, type MailParams, type MailView, type Problem } from '../../../server/src/lsp/protocol.js';
import { currentMode } from '../config.js';
import { askCopies, askReply, chooseForMail, copyText, openInMailProgram, saveMail } from '../mail/choices.js';
import type { MailPreview, ShownMail } from '../mail/preview.js';
import type { Server } from '../server.js';
import { counted, say } from '../../../server/src/text/say.js';
import type { Posting } from './checkBeforePosting.js';
import { meantDocument, type Meant } from './meant.js';

export interface MailContext {
  readonly server: Server;
  readonly preview: MailPreview;
  readonly posting: Posting;
}

/** Shows the mail to the list that the document makes, and offers what can be done with it. Nothing is sent. */
export async function exportToMail(context: MailContext, meant?: Meant): Promise<void> {
  const document = await meantDocument(meant, say`Open the document that is to become a mail.`);
  if (!document) return;
  const params: MailParams = { uri: document.uri.toString() };
  const mail = await mailOf(context.server, params);
  if (mail && (await mayGoOn(mail, document.uri, context.posting))) await offer({ params, mail }, context);
}

/** Offers once more what can be done with the mail that is shown. */
export async function mailActions(context: MailContext): Promise<void> {
  const shown = context.preview.active();
  if (shown) await offer(shown, context);
  else void vscode.window.showInformationMessage(say`Make a mail first: "Xen Notes: Export to Mail…".`);
}

/** Shows a mail and does with it what is chosen; with other copies, or as an answer, it is another mail. */
async function offer(shown: ShownMail, context: MailContext): Promise<void> {
  const { mail } = shown;
  await context.preview.show(shown);
  const choice = await chooseForMail(mail);
  switch (choice) {
    case 'copy':
      return copyText(mail);
    case 'save':
      return saveMail(mail);
    case 'open':
      return openInMailProgram(mail);
    case 'copies': {
      const cc = await askCopies(mail);
      return offer(await remade(shown, cc && { cc }, context.server), context);
    }
    case 'reply': {
      const inReplyTo = await askReply(mail);
      return offer(await remade(shown, inReplyTo === undefined ? undefined : { inReplyTo }, context.server), context);
    }
    case undefined:
  }
}

/** The mail with something changed; as it was where nothing is, or where that makes no mail. */
async function remade(shown: ShownMail, change: Partial<MailParams> | undefined, server: Server): Promise<ShownMail> {
  if (!change) return shown;
  const { inReplyTo, ...rest } = { ...shown.params, ...change };
  const params: MailParams = { ...rest, ...(inReplyTo && { inReplyTo }) };
  const mail = await mailOf(server, params);
  return mail ? { params, mail } : shown;
}

async function mailOf(server: Server, params: MailParams): Promise<MailView | undefined> {
  const answer = await server.ask<MailView | Problem>(mailRequest, params);
  if (answer && !('problem' in answer)) return answer;
  const why = answer ? answer.problem : say`the language server does not run; restart it and try again`;
  void vscode.window.showErrorMessage(say`No mail can be made: ${why}.`);
  return undefined;
}

/** Refuses a document that is not ready to be posted where it is checked for that; asks while it is a draft. */
async function mayGoOn({ errors }: MailView, uri: vscode.Uri, posting: Posting): Promise<boolean> {
  if (errors.length === 0) return true;
  const list = say`Check Before Posting`;
  const goOn = say`Export Anyway`;
  const stands = counted(
    errors.length,
    say`1 error stands in the way of posting`,
    say`${errors.length} errors stand in the way of posting`,
  );
  if (currentMode(uri) === 'post') {
    void vscode.window.showErrorMessage(say`No mail was made: ${stands}.`);
    await posting.check(uri);
    return false;
  }
  const answer = await vscode.window.showWarningMessage(say`This is a draft: ${stands}.`, list, goOn);
  if (answer === list) await posting.check(uri);
  return answer === goOn;
}
