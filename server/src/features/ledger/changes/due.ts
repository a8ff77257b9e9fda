import { place, type Document } from '../../../document/document.js';
import { dueSpan } from '../../../rules/dueDate.js';
import { shift, type Span } from '../../../text/span.js';
import { endOfWords, headWays, insertion, isMarkedAhead, partsOf, type ActionPlace, type Way } from './way.js';

/** Ways to say by when an action is due: in the place of the day it names, behind its owners or its marker, behind its words. */
export function waysToDue(document: Document, at: ActionPlace, day: string | undefined): readonly Way[] {
  const { action, section } = at;
  const names = action.owners.map(({ name }) => name);
  const parts = partsOf(document, at);
  if (action.due) {
    const own = document.text.slice(section.start, section.end);
    if (day === undefined)
      return [{ edits: [{ span: wholeDue(document, place(section, action.due.span)), text: '' }] }];
    return [{ edits: [{ span: shift(dayIn(dueSpan(action.due, own), own), section.start), text: day }] }];
  }
  if (day === undefined) return [];
  const lastOwner = parts.owners.at(-1);
  const ahead = lastOwner && lastOwner.end <= parts.text.start ? lastOwner.end : undefined;
  const behindMarker = isMarkedAhead(parts) ? parts.marker.end : undefined;
  const head = isMarkedAhead(parts) ? headWays(document, at, names, day) : [];
  return [
    ...[ahead, behindMarker].flatMap((offset) =>
      offset === undefined ? [] : [{ edits: [insertion(offset, ` (by ${day})`)] }],
    ),
    ...head,
    { edits: [insertion(endOfWords(document, parts), ` (by ${day})`)] },
  ];
}

/** The full stop behind a day ends the sentence. */
function dayIn({ start, end }: Span, text: string): Span {
  return { start, end: text.charAt(end - 1) === '.' ? end - 1 : end };
}

/** A due date with its parentheses and the blanks before it. */
function wholeDue({ text }: Document, { start, end }: Span): Span {
  let [from, to] = [start, end];
  if (text.charAt(from - 1) === '(' && text.charAt(to) === ')') [from, to] = [from - 1, to + 1];
  while (/[ \t]/.test(text.charAt(from - 1))) from--;
  return { start: from, end: to };
}
