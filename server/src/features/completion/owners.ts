import type { Offer } from './item.js';
import { peopleCompletions } from './people.js';
import { lastPart, type Position } from './position.js';

const action = /^(?:[*_]{1,2})?(?:ACTION|Action)[*_]{0,2}[ \t]+(?![ \t])(?:(?:on|for)[ \t]+(?![ \t]))?([^:\n]*)$/;
const clarification = /^(?:[*_]{1,2})?Clarification\s*\(([^):\n]*)$/i;

/** Owners behind `ACTION `, and who added a clarification. */
export function ownerCompletions(position: Position): Offer[] | undefined {
  const { context, head, offset } = position;
  const list = action.exec(head)?.[1] ?? clarification.exec(head)?.[1];
  if (list === undefined) return undefined;
  const part = lastPart(list, /[,;&/]|\band\s|\bor\s/y);
  // Behind `(by` stands a date, and a long text without a colon is what is to be done.
  if (part.open || part.text.split(/\s+/).length > 4) return [];
  return peopleCompletions(context, {
    span: { start: offset - part.text.length, end: offset },
    insert: ({ name }) => name,
  });
}
