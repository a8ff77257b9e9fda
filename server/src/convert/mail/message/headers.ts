import type { Address, Email } from 'postal-mime';
import { readDate } from '../../../document/dates.js';
import { oneLine } from '../../../document/reading/leafText.js';
import { listAddress, messageAddress } from '../../../document/schema.js';
import type { Dropped } from '../../report.js';
import { withTypedCharacters } from './characters.js';
import type { Mailbox, Message } from './message.js';
import { say } from '../../../text/say.js';

/** What the header says beside what is taken from it. */
export function headerLeft(source: readonly string[], line: number): Dropped[] {
  const end = source.indexOf('');
  const left: string[] = [];
  let taken = false;
  for (const each of source.slice(0, end < 0 ? source.length : end)) {
    if (!/^[ \t]/.test(each)) taken = /^(?:subject|message-id):/i.test(each);
    if (!taken) left.push(each);
  }
  return left.length === 0 ? [] : [{ line, text: left.join('\n'), why: say`the rest of the header` }];
}

/** What notes keep of a header. */
export function headersOf(email: Email): Pick<Message, 'subject' | 'from' | 'to' | 'day' | 'id' | 'archived'> {
  const header = (key: string): string | undefined => email.headers.find((each) => each.key === key)?.value;
  const to = [...(email.to ?? []), ...(email.cc ?? [])].flatMap(mailboxes);
  const [from] = email.from ? mailboxes(email.from) : [];
  const day = sentOn(header('date') ?? '');
  const id = /<[^<>\s@]+@[^<>\s]+>/.exec(email.messageId ?? '')?.[0];
  const archived = /https?:\/\/[^<>\s]+/.exec(header('archived-at') ?? '')?.[0];
  const toList = listAddress.test(
    [
      header('to'),
      header('cc'),
      header('list-post'),
      header('list-id')?.replace(/xen-devel\.lists/, 'xen-devel@lists'),
    ].join(' '),
  );
  const address = archived ?? (toList && id !== undefined ? messageAddress(id) : undefined);
  return {
    subject: oneLine(withTypedCharacters(email.subject ?? '')),
    ...(from && { from }),
    to,
    ...(day !== undefined && { day }),
    ...(id !== undefined && { id }),
    ...(address !== undefined && { archived: { url: address, stated: archived !== undefined } }),
  };
}

function mailboxes(address: Address): Mailbox[] {
  if (address.group) return address.group.flatMap(mailboxes);
  return [{ name: oneLine(withTypedCharacters(address.name)), address: address.address ?? '' }];
}

/** `Mon, 15 Jul 2019 10:34:46 +0100`: the day where the sender was. */
export function sentOn(date: string): string | undefined {
  const [, day, month, year] = /(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})/i.exec(date) ?? [];
  return day === undefined ? undefined : readDate(`${day} ${month ?? ''} ${year ?? ''}`)?.iso;
}
