import type { List } from 'mdast';
import { beginsWithMarker } from '../../document/reading/markers.js';
import { looksLikeName, readPeople } from '../../document/reading/people.js';
import { quorumLine, quorumRemark, sectionTitles } from '../../document/schema.js';
import { plainText } from '../nodes.js';
import type { Places } from '../places.js';
import { say } from '../../text/say.js';
import type { Element } from './elements.js';

/**
 * Gives minutes the headings of their attendees and apologies, which wikis hide or the rendering loses: the first list of
 * names, and the one behind it.
 */
export function withAttendees(elements: readonly Element[], places: Places): Element[] {
  const head = elements.findIndex(({ type }) => type === 'heading');
  const before = head < 0 ? elements : elements.slice(0, head);
  const first = before.findIndex(isNames);
  if (first < 0) return [...elements];
  const present = lastPresent(before, first);
  const second = before.findIndex((element, index) => index > present && isNames(element));
  const end = second < 0 ? present : second;
  const rest = before.slice(end + 1);
  const remark = rest.findIndex(
    (element) => element.type !== 'block' || element.node.type !== 'paragraph' || element.gap > 1,
  );
  const lost = remark < 0 ? before.length : end + 1 + remark;
  const intro = introOf(before, first);
  return [
    ...before.slice(0, intro),
    inferred(sectionTitles.attendees, before[first], firstOfNames, places),
    ...before.slice(intro, second < 0 ? lost : second),
    ...(second < 0
      ? []
      : [inferred(sectionTitles.apologies, before[second], followsList, places), ...before.slice(second, lost)]),
    ...(lost < before.length ? [inferred('(heading lost)', before[lost], followsAsNone, places)] : []),
    ...before.slice(lost),
    ...elements.slice(before.length),
  ];
}

const firstOfNames = (title: string): string =>
  say`the heading of this list is missing; it is put under "${title}", as it is the first list and one of names`;
const followsList = (title: string): string =>
  say`the heading of this list is missing; it is put under "${title}", as it follows the list of attendees`;
const followsAsNone = (title: string): string =>
  say`the heading of this list is missing; it is put under "${title}", as it follows the list of attendees, and is none`;

/** Index of the last list of those present: names right behind a remark on the quorum have no vote, and were there. */
function lastPresent(before: readonly Element[], first: number): number {
  const [remark, more] = [before[first + 1], before[first + 2]];
  const counted = remark?.type === 'block' && remark.gap <= 1 && isQuorum(remark.source);
  return counted && more && more.gap <= 1 && isNames(more) ? first + 2 : first;
}

function isQuorum(source: string): boolean {
  return quorumRemark.test(source) || quorumLine.test(source);
}

/** A line such as "Folks on the call:" right before the list belongs to it. */
function introOf(before: readonly Element[], first: number): number {
  const line = before[first - 1];
  return line?.type === 'block' && line.source.endsWith(':') ? first - 1 : first;
}

function inferred(
  title: string,
  element: Element | undefined,
  told: (title: string) => string,
  places: Places,
): Element {
  const line = element?.line ?? 1;
  places.doubt(line, told(title));
  return { type: 'heading', heading: { text: title, kind: 'role' }, line, gap: element?.gap ?? 1 };
}

function isNames(element: Element): boolean {
  if (element.type !== 'block' || element.node.type !== 'list') return false;
  return areNames(element.node);
}

/** Most items are names; a sentence with a name in it is none. */
function areNames(list: List): boolean {
  const named = list.children.filter((item) => {
    const [first, ...others] = item.children;
    if (first?.type !== 'paragraph' || others.length > 0 || beginsWithMarker(plainText(first))) return false;
    const source = plainText(first).split('(')[0]?.split('[')[0]?.trim() ?? '';
    const [person, ...more] =
      source.length > 60 ? [] : readPeople({ text: source, span: (start, end) => ({ start, end }) }, 'attendee');
    return person !== undefined && more.length < 2 && /\s/.test(person.name) && looksLikeName(person.name);
  });
  return named.length > 0 && named.length * 2 > list.children.length;
}
