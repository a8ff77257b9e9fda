import type { Exporter } from '../exporters.js';
import { bodyOf, outgoingMail } from './outgoing/outgoingMail.js';

/** A mail to the list, ready to be sent, and its text alone, to be pasted. */
export const mailExporters: readonly Exporter[] = [
  {
    format: 'mail',
    name: 'a mail to the list',
    extension: '.eml',
    accepts: ['subject', 'from', 'cc', 'inReplyTo'],
    posted: true,
    write: (document, archive, options) => {
      const mail = outgoingMail(document, archive, options);
      return 'problem' in mail ? mail : { text: mail.text, uncertain: mail.uncertain, mail };
    },
  },
  {
    format: 'text',
    name: 'plain text',
    extension: '.txt',
    accepts: [],
    posted: true,
    write: (document, archive) => bodyOf(document, archive, 'written'),
  },
];
