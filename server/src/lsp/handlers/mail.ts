import { lint, mailtoAddress, offeredCopies, outgoingMail, positionIn, unaccepted, say } from '../../analysis.js';
import type { OpenDocument } from '../openDocuments.js';
import { mailRequest, type MailParams, type MailView, type Problem, type Remark } from '../protocol.js';
import { contextOf, type Session } from '../session.js';
import { pathOf } from '../uris.js';

export function registerMail(session: Session): void {
  session.connection.onRequest(
    mailRequest,
    async ({ uri, cc = [], inReplyTo }: MailParams, token): Promise<MailView | Problem> => {
      await session.workspace.settle(pathOf(uri), token);
      const errors = await errorsIn(session, uri);
      const open = session.documents.get(uri);
      if (!open) return { problem: say`open the document first` };
      const { document, archive } = contextOf(session, open);
      const mail = outgoingMail(document, archive, { cc, ...(inReplyTo !== undefined && { inReplyTo }) });
      if ('problem' in mail) return mail;
      const { composeMail } = session.machine;
      const mailto = mailtoAddress(mail);
      return {
        to: mail.to,
        cc: mail.cc,
        subject: mail.subject,
        ...(mail.inReplyTo !== undefined && { inReplyTo: mail.inReplyTo }),
        text: mail.text,
        ...(composeMail && { file: await composeMail(mail) }),
        ...(mailto !== undefined && { mailto }),
        offered: offeredCopies(document, archive),
        errors,
        lost: mail.uncertain.map(({ line, what }) => ({ line: line - 1, message: what })),
      };
    },
  );
}

/** What is an error once a document is to be posted. */
async function errorsIn(session: Session, uri: string): Promise<Remark[]> {
  const settings = await session.settings.of(uri);
  const open: OpenDocument | undefined = session.documents.get(uri);
  if (!open) return [];
  const { document, archive } = contextOf(session, open);
  const found = lint(document, archive, { ...settings, mode: 'post' });
  return unaccepted(document, found, session.workspace.acceptedIn(document.path))
    .filter(({ severity }) => severity === 'error')
    .map(({ span, message }) => ({ line: positionIn(document.facts.lineStarts, span.start).line, message }));
}
