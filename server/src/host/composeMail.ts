import { randomUUID } from 'node:crypto';
import MimeNode from 'nodemailer/lib/mime-node';
import type { OutgoingMail } from '../analysis.js';

/** What makes one mail differ from the next; a test says it. */
export interface Stamp {
  readonly date: Date;
  readonly id: string;
}

/** The file of a mail, as mail programs open and send it: header, encodings, lines that end with CRLF. */
export async function composeMail(mail: OutgoingMail, stamp: Stamp = newStamp()): Promise<string> {
  const node = new MimeNode('text/plain; charset=utf-8', {
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  });
  const host = /@([^\s@>]+)>?$/.exec(mail.from ?? '')?.[1] ?? 'xen-notes.invalid';
  node.setHeader({
    ...(mail.from !== undefined && { From: mail.from }),
    To: mail.to,
    ...(mail.cc.length > 0 && { Cc: [...mail.cc] }),
    Subject: mail.subject,
    Date: stamp.date,
    'Message-ID': `<${stamp.id}@${host}>`,
    ...(mail.inReplyTo !== undefined && { 'In-Reply-To': mail.inReplyTo, References: mail.inReplyTo }),
  });
  node.setContent(mail.text);
  return (await node.build()).toString('utf8');
}

function newStamp(): Stamp {
  return { date: new Date(), id: randomUUID() };
}
