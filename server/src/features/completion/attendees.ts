import { foldName } from '../../archive/names.js';
import { resolvedName } from '../../archive/people.js';
import { personRoles } from '../../document/schema.js';
import { touches } from '../../text/span.js';
import { sortKey, type Offer } from './item.js';
import { peopleCompletions, withCompany } from './people.js';
import { lastPart, type Position } from './position.js';

/** People on an attendee or apologies list, those not on it yet; roles within the parentheses behind a name. */
export function attendeeCompletions(position: Position): Offer[] | undefined {
  const { context, section, head, offset, indent, after } = position;
  const role = section.facts.heading?.role;
  if ((role !== 'attendees' && role !== 'apologies') || indent === undefined) return undefined;
  if (indent > 1 || head.length > 200) return [];
  const part = lastPart(head);
  if (part.open) return roleCompletions(position);
  const span = { start: offset - part.text.length, end: offset };
  return peopleCompletions(context, { span, insert: withCompany(after), without: listed(position) });
}

/** Folded names on the list already, but for the one being written. */
function listed({ context: { document, archive }, offset }: Position): Set<string> {
  const mentions = document.facts.sections.flatMap((section) =>
    section.facts.people.filter((mention) => !touches(mention.span, offset - section.start)),
  );
  return new Set(
    mentions.map((mention) => foldName(resolvedName(archive.person(mention.name, document.facts)) ?? mention.name)),
  );
}

function roleCompletions({ head, offset }: Position): Offer[] {
  const typed = /(?<![^(,[])[^(,[]*$/.exec(head)?.[0].trimStart() ?? '';
  const span = { start: offset - typed.length, end: offset };
  return personRoles.map((role, index) => ({
    label: role,
    kind: 'value',
    sortText: sortKey(0, index),
    edit: { span, text: role },
  }));
}
