import { looksLikeName, readPeople } from '../../../document/reading/people.js';
import { sectionRole } from '../../../document/schema.js';
import type { Line } from '../reading/line.js';
import type { MailBlock } from '../reading/mailBlock.js';

/** Names in a paragraph below "Attendees", each as an item of its own; a paragraph of other words stays. */
export function attendeeLists(blocks: readonly MailBlock[]): MailBlock[] {
  let listing = false;
  return blocks.map((block) => {
    if (block.type === 'heading') listing = isAttendance(block.text);
    const names = listing && block.type === 'paragraph' ? namesOf(block.text) : undefined;
    if (!names) return block;
    const items = names.map((text) => ({ text, blocks: [], at: block.at }));
    return { type: 'list', ordered: false, start: 1, items, at: block.at };
  });
}

/** Whether a title or a label announces who was there, or who was not. */
export function isAttendance(title: string): boolean {
  const role = sectionRole(title);
  return role === 'attendees' || role === 'apologies';
}

/** The parts of a text between commas and line ends, when all of them are people. */
function namesOf(text: string): string[] | undefined {
  if (text.endsWith(':')) return undefined;
  const parts = parted(text)
    .map((part) => part.trim().replace(/^and\s+/, ''))
    .filter((part) => part !== '');
  const people = parts.map((part) => readPeople({ text: part, span: (start, end) => ({ start, end }) }, 'attendee'));
  const named = people.every(([person]) => person !== undefined && (person.unnamed || looksLikeName(person.name)));
  return parts.length > 0 && named ? parts : undefined;
}

const longestLabel = 60;
/** A text at its line ends, and at the commas and semicolons outside parentheses. */
function parted(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '(') depth++;
    else if (char === ')') depth = Math.max(0, depth - 1);
    if (char !== '\n' && (depth > 0 || (char !== ',' && char !== ';'))) continue;
    parts.push(text.slice(start, at));
    start = at + 1;
  }
  return [...parts, text.slice(start)];
}

/** Lines looked at below the word "Attendees". */
const longestList = 100;

/** Full names on a mail's attendee list, before its blocks are known: who is on it may speak below. */
export function attendeesIn(lines: readonly Line[]): string[] {
  return lines.flatMap(({ text }, index) => {
    const [label = '', ...rest] = text.replace(/^[\s#=*_-]+/, '').split(':');
    if (label.length > longestLabel || sectionRole(label.replace(/[\s#=*_-]+$/, '')) !== 'attendees') return [];
    const inline = rest.join(':').trim();
    return (inline === '' ? listBelow(lines, index + 1) : [inline]).flatMap(peopleIn);
  });
}

function listBelow(lines: readonly Line[], from: number): string[] {
  const found: string[] = [];
  for (const { text } of lines.slice(from, from + longestList)) {
    if (text === '' && found.length > 0) break;
    if (text === '' || /^\s*[=~-]{3,}$/.test(text)) continue;
    found.push(text.replace(/^\s*(?:[-*+•o]|\d+[.)])\s+/, ''));
  }
  return found;
}

function peopleIn(text: string): string[] {
  return readPeople({ text, span: (start, end) => ({ start, end }) }, 'attendee').flatMap(({ name }) =>
    looksLikeName(name) ? [name] : [],
  );
}
