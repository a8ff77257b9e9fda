import { grouped } from '../../text/grouped.js';
import type { Archive } from '../../archive/archive.js';
import { foldName } from '../../archive/names.js';
import { shortened } from '../markdown.js';
import { isOverdue, type LedgerAction } from './ledger.js';

/** Columns of a line of a mail. */
const width = 72;

export interface ReminderOptions {
  /** As an ISO day. */
  readonly today: string;
  /** Whom to remind; everybody where it is left out, and then of what nobody is named for as well. */
  readonly isAsked?: ((owner: string) => boolean) | undefined;
}

/** A text to remind people by mail of what they have to do, owner by owner; what is late stands first. In English, as it is to be sent. */
export function reminder(archive: Archive, actions: readonly LedgerAction[], options: ReminderOptions): string {
  const { today, isAsked = () => true } = options;
  const open = actions.filter((action) => action.open);
  const byOwner = grouped(open, (action) => action.owners.filter(isAsked));
  const owners = [...byOwner].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  const nobodys = options.isAsked ? [] : open.filter((action) => action.owners.length === 0);
  return [
    ...owners.map(([owner, own]) => part(addressed(archive, owner), own, today)),
    ...(nobodys.length > 0 ? [part('Nobody is named; who takes it?', nobodys, today)] : []),
  ].join('\n');
}

function part(head: string, actions: readonly LedgerAction[], today: string): string {
  const lateFirst = [...actions].sort((one, other) => Number(isOverdue(other, today)) - Number(isOverdue(one, today)));
  return [head, '', ...lateFirst.flatMap((action) => lines(action, today)), ''].join('\n');
}

function addressed(archive: Archive, owner: string): string {
  const mail = archive.people.byName.get(foldName(owner))?.[0]?.mail;
  return mail === undefined ? owner : `${owner} <${mail}>`;
}

function lines(action: LedgerAction, today: string): string[] {
  const { text, origin, openAt, due } = action;
  const { date, title } = origin.document;
  const late = isOverdue(action, today) ? 'OVERDUE, ' : '';
  const told = [
    ...(due ? [`${late}due ${due.text}`] : []),
    date ? `asked on ${date.iso} (${shortened(title, 60)})` : `asked in ${shortened(title, 60)}`,
    ...(openAt.length > 1 ? [`open for ${openAt.length} meetings`] : []),
  ];
  return [...filled(`* ${text}`), ...filled(`  ${told.join('; ')}`)];
}

/** Lines that no mail program breaks again; those that follow stand below the words of the first. */
function filled(text: string): string[] {
  const result: string[] = [];
  let line = '';
  for (const word of text.trimStart().split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width - 2) {
      result.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  result.push(line);
  const [first = '', ...rest] = result;
  const isItem = text.startsWith('*');
  return [isItem ? first : `  ${first}`, ...rest.map((each) => `  ${each}`)];
}
