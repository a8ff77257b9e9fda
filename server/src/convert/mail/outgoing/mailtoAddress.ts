import type { OutgoingMail } from './outgoingMail.js';

/** Longest address that all systems pass on to a mail program. */
const longest = 2000;

/** The `mailto:` address that opens a mail in somebody's mail program; `undefined` when the mail is too long for one. */
export function mailtoAddress(mail: OutgoingMail): string | undefined {
  const fields = [
    ['subject', mail.subject],
    ...(mail.cc.length > 0 ? [['cc', mail.cc.join(', ')]] : []),
    ...(mail.inReplyTo === undefined ? [] : [['in-reply-to', mail.inReplyTo]]),
    ['body', mail.text.replace(/\n/g, '\r\n')],
  ];
  try {
    const query = fields.map(([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`).join('&');
    const address = `mailto:${encodeURIComponent(mail.to).replace(/%40/g, '@')}?${query}`;
    return address.length <= longest ? address : undefined;
  } catch {
    // A lone surrogate has no encoding.
    return undefined;
  }
}
