import { titleSection } from '../../document/document.js';
import { fields, requirements, type DocumentKind, type FieldLabel } from '../../document/schema.js';
import { said } from '../../text/say.js';
import { sortKey, type Offer, type CompletionOptions } from './item.js';
import { pointCompletions } from './points.js';
import type { Position } from './position.js';

/** Labels at the start of an item of a field list, those the list does not have yet. */
export function labelCompletions(position: Position, options: CompletionOptions): Offer[] | undefined {
  const { head, indent, offset, after, context } = position;
  const { kind } = context.document.facts;
  if (!kind || indent === undefined || indent > 1 || !/^[\w .-]{0,30}$/.test(head) || !inFieldList(position))
    return undefined;
  const place = placeOf(position, kind);
  if (!place) return undefined;
  const span = { start: offset - head.length, end: offset };
  const items = missing(position, place).map((field, index): Offer => {
    const more =
      field.type !== 'text' &&
      field.type !== 'link' &&
      field.type !== 'titles' &&
      field.type !== 'names' &&
      field.type !== 'affiliations';
    return {
      label: field.label,
      kind: 'label',
      detail: said(field.about),
      sortText: sortKey(place === 'discussion' ? 5 : 0, index),
      edit: { span, text: after.startsWith(':') ? field.label : `${field.label}: ` },
      ...(more && { more }),
    };
  });
  return place === 'discussion' ? [...(pointCompletions(position, options) ?? []), ...items] : items;
}

type Place = 'page' | 'session' | 'register' | 'discussion';

/** The item stands in the section's first list, with nothing but fields above it. */
function inFieldList({ blocks, headStart, section }: Position): boolean {
  const at = headStart - section.start;
  const lists = blocks.filter((block) => block.type === 'list' && block.span.start < at);
  const [list] = lists;
  if (lists.length !== 1 || list?.type !== 'list') return false;
  const above = list.children.filter((item) => item.span.end < at - 1);
  const { fields: written } = section.facts;
  return above.every((item) =>
    written.some((field) => field.span.start >= item.span.start && field.span.start <= item.span.end),
  );
}

function placeOf({ context, section }: Position, kind: DocumentKind): Place | undefined {
  const { facts } = context.document;
  const { heading } = section.facts;
  if (!heading || heading.role) return undefined;
  const title = titleSection(facts);
  if (kind === 'people' || kind === 'topics') return section === title ? undefined : 'register';
  if (section === title) return 'page';
  if (kind === 'event') return 'session';
  return kind === 'proposal' ? undefined : 'discussion';
}

/** What is filled in most often, after what is required. */
const usual: readonly FieldLabel[] = [
  'Event',
  'Date',
  'Place',
  'Time',
  'Chair',
  'Host',
  'Scribe',
  'Topics',
  'Notes',
  'Formerly',
];

/** Fields of a kind that a section may have and has not; required and usual ones first. */
function missing({ section, context }: Position, place: Place): (typeof fields)[number][] {
  const { kind } = context.document.facts;
  if (!kind) return [];
  const written = new Set(section.facts.fields.map((field) => field.label));
  const below = context.document.facts.sessions.find((session) => session.section === section.index)?.below ?? [];
  const headings = new Set(below.map((index) => context.document.facts.sections[index]?.facts.heading?.field));
  const first: readonly FieldLabel[] = [...(requirements[kind]?.fields ?? []), ...usual];
  const rank = (label: FieldLabel): number => (first.includes(label) ? first.indexOf(label) : first.length);
  const fitting = fields.filter(
    (field) => fits(field, kind, place) && !written.has(field.label) && !headings.has(field.label),
  );
  return fitting.sort((one, other) => rank(one.label) - rank(other.label));
}

/** On an event page the fields that proposals have too are a session's, the others the page's. */
function fits(field: (typeof fields)[number], kind: DocumentKind, place: Place): boolean {
  const kinds: readonly DocumentKind[] = field.kinds;
  if (!kinds.includes(kind)) return false;
  if (place === 'discussion')
    return field.label === 'Topics' || field.label === 'Participants' || field.label === 'Scribe';
  if (kind !== 'event') return true;
  const ofSession = kinds.includes('proposal') && field.label !== 'Event';
  return place === 'page' ? !ofSession : ofSession || field.label === 'Scribe' || field.label === 'Participants';
}
