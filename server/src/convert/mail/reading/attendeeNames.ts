import { entryOf } from '../../../document/reading/attendanceEntry.js';
import { looksLikeName } from '../../../document/reading/people.js';
import { attendanceOf, mayTellAttendance } from '../../../document/schema.js';
import { itemHead, withoutBullet } from './itemHead.js';
import type { Line } from './line.js';
import { noNames } from './names.js';

const longestLabel = 60;
/** Lines looked at below the word "Attendees". */
const longestList = 100;
const marks = /^[\s#=*_-]+|(?<![\s#=*_-])[\s#=*_-]+$/g;

/** Full names on a mail's attendee list, and initials given for them, before its blocks are known: who is on it may speak below. */
export function attendeesIn(lines: readonly Line[]): string[] {
  return lines.flatMap(({ text }, index) => {
    const [label = '', ...rest] = text.split(':');
    if (label.length > longestLabel || !mayTellAttendance.test(label)) return [];
    if (attendanceOf(label.replace(marks, '')) !== 'attendees') return [];
    const inline = rest.join(':').replace(marks, '');
    return (inline === '' ? listBelow(lines, index + 1) : [inline]).flatMap(peopleIn);
  });
}

function listBelow(lines: readonly Line[], from: number): string[] {
  const found: string[] = [];
  for (let at = from; at < lines.length && at < from + longestList; at++) {
    const text = lines[at]?.text ?? '';
    if (text === '' && found.length > 0 && !itemHead(lines[at + 1]?.text ?? '', noNames)) break;
    if (text !== '' && !/^\s*[=~-]{3,}$/.test(text)) found.push(withoutBullet(text));
  }
  return found;
}

function peopleIn(text: string): string[] {
  const { people } = entryOf({ text, span: (start, end) => ({ start, end }) }, 'attendee');
  return people.flatMap(({ name, initials }) => [
    ...(looksLikeName(name) ? [name] : []),
    ...(initials === undefined ? [] : [initials]),
  ]);
}
