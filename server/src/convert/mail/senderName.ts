import { looksLikeName } from '../../document/reading/people.js';
import type { Mailbox } from './message/message.js';

/** What list software and companies add to the name of a sender: `Ann Berg via Xen-devel`, `Ann Berg (SUSE)`. */
const added = /(?<!\s)(?:\s+via\s+\S.*|\s*[([][^()[\]]*[)\]]\s*)$/is;
const suffix = /^(?:jr|sr|ph\.?d|m\.?d|esq|inc|ltd|llc|gmbh|[iv]+)\.?$/i;

/** A person's name as it is spoken: `"Berg, Ann"` is Ann Berg; empty where there is none. */
export function senderName(mailbox: Mailbox | undefined): string {
  const name = (mailbox?.name ?? '')
    .replace(added, '')
    .replace(/^["']+|(?<!["'])["']+$/g, '')
    .trim();
  const [, last = '', first = ''] = /^([^,]+),\s*([^,\s][^,]*)$/.exec(name) ?? [];
  return last !== '' && !suffix.test(first) && looksLikeName(`${first} ${last}`) ? `${first} ${last}` : name;
}
