import type { DocumentFacts } from '../../document/document.js';
import { customarySections, fields, requirements, sectionTitles, type FieldLabel } from '../../document/schema.js';
import { said, say } from '../../text/say.js';
import { sortKey, type Offer } from './item.js';
import type { Position } from './position.js';

/** Sections that are still missing, at the start of a heading below the title. */
export function headingCompletions({ context, line, after, offset, section }: Position): Offer[] | undefined {
  const form = /^ {0,3}(#{1,6})[ \t]+(?![ \t])(.*)$/.exec(line);
  if (!form) return undefined;
  const { facts } = context.document;
  const isTitle = section.index === facts.titleIndex;
  if (!facts.kind || isTitle || !/^[ \t]*$/.test(after)) return [];
  const span = { start: offset - (form[2] ?? '').length, end: offset };
  const item = (label: string, detail: string, index: number): Offer => ({
    label,
    kind: 'section',
    detail,
    sortText: sortKey(0, index),
    edit: { span, text: label },
  });
  return [...missingSections(facts), ...longFields(facts, (form[1] ?? '').length)].map(([label, detail], index) =>
    item(label, detail, index),
  );
}

function missingSections({ kind, sections }: DocumentFacts): (readonly [string, string])[] {
  const there = new Set(sections.map((section) => section.facts.heading?.role));
  const required = new Set((kind ? (requirements[kind]?.sections ?? []) : []).map(({ role }) => role));
  const roles = kind ? (customarySections[kind] ?? []) : [];
  return roles
    .filter((role) => !there.has(role))
    .map((role) => [sectionTitles[role], required.has(role) ? say`Required section` : say`Customary section`]);
}

/** Fields whose values are often longer than a line of a list. */
const long: readonly FieldLabel[] = [
  'Description',
  'Outcomes',
  'Problem to solve',
  'Attendee contributions',
  'Preparation',
];

/** Fields with long values, which may be headings of their own below a proposal's title. */
function longFields({ kind, sections }: DocumentFacts, depth: number): (readonly [string, string])[] {
  if (kind !== 'proposal' && !(kind === 'event' && depth > 2)) return [];
  const written = new Set(
    kind === 'proposal'
      ? sections.flatMap(({ facts }) => [facts.heading?.field, ...facts.fields.map((field) => field.label)])
      : [],
  );
  return fields
    .filter(
      (field) =>
        field.type === 'text' &&
        (field.kinds as readonly string[]).includes(kind) &&
        long.includes(field.label) &&
        !written.has(field.label),
    )
    .map((field) => [field.label, said(field.about)]);
}
