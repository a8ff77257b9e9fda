import type { NotesStatus } from '../../archive/sessionNotes.js';
import { counted, say } from '../../text/say.js';
import type { ThreadEntry } from '../thread/entries.js';
import { separated, type Tag, type Tone, type Words } from './page.js';

/** What an entry is, in a word. */
export function kindWord({ kind, decision }: ThreadEntry): string {
  switch (kind) {
    case 'session':
      return say`Session`;
    case 'group':
      return say`Group`;
    case 'section':
      return say`Section`;
    case 'notes':
      return say`Notes`;
    case 'minutes':
      return say`Minutes`;
    case 'proposal':
      return say`Proposal`;
    case 'event':
      return say`Event`;
    case 'decision':
      // Its marker is a word of the format.
      return (decision ?? kind).toUpperCase();
    case 'action':
      return 'ACTION';
    case 'people':
    case 'topics':
      return say`Register`;
  }
}

/** How the notes of a session are, in few words. */
export function statusWord(status: NotesStatus): string {
  switch (status) {
    case 'draft':
      return say`notes not posted`;
    case 'notes':
      return say`notes posted`;
    case 'none':
      return say`no notes`;
    case 'todo':
      return say`notes to be written`;
    case 'unknown':
      return say`notes not known`;
  }
}

export const statusTone: Readonly<Record<NotesStatus, Tone>> = {
  notes: 'good',
  draft: 'begun',
  todo: 'due',
  unknown: 'quiet',
  none: 'plain',
};

export function statusTag(status: NotesStatus): Tag {
  return { tag: statusWord(status), tone: statusTone[status] };
}

/** An entry on a line: what it is, where it stands, and how it is. */
export function entryWords(entry: ThreadEntry): Words {
  const { title, page, date, path, line, status, open, owners = [], due, roles = [] } = entry;
  const isDated = date !== undefined && !page.includes(date);
  const where = [...(title === page ? [] : [page]), ...(isDated ? [date] : [])].join(', ');
  return [
    { tag: kindWord(entry), tone: 'plain' },
    { text: title === '' ? page : title, link: { to: 'place', path, line } },
    ...(where === '' ? [] : [{ aside: `(${where})` }]),
    ...separated(owners.map((name) => ({ text: name, link: { to: 'person', name } }) as const)),
    ...(due === undefined ? [] : [{ aside: say`due ${due}` }]),
    ...(roles.length > 0 ? [{ aside: roles.map(roleWord).join(', ') }] : []),
    ...(status ? [statusTag(status)] : []),
    ...(open === undefined ? [] : [openTag(open)]),
  ];
}

function openTag(open: boolean): Tag {
  return open ? { tag: say`open`, tone: 'due' } : { tag: say`done`, tone: 'good' };
}

/** What somebody was there as: places of the format in our words, all else as the document has it. */
function roleWord(role: string): string {
  switch (role) {
    case 'attendee':
      return say`was there`;
    case 'apology':
      return say`sent apologies`;
    case 'speaker':
      return say`spoke`;
    default:
      return role;
  }
}

/** `3 places, 2013 to 2020`. */
export function extent(entries: readonly ThreadEntry[]): string {
  const count = counted(entries.length, say`1 place`, say`${entries.length} places`);
  const years = entries.flatMap(({ date }) => date?.slice(0, 4) ?? []);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return count;
  return first === last ? say`${count} in ${first}` : say`${count}, ${first} to ${last}`;
}
