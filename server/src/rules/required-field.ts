import { foundOrNear, sessionByTitle, sessionTarget } from '../archive/sessionByTitle.js';
import { yearOf } from '../document/dates.js';
import { place, type DocumentFacts, type PlacedFacts } from '../document/document.js';
import type { Field } from '../document/facts.js';
import { nearestLabel } from '../document/reading/fields.js';
import { fieldNamed } from '../document/reading/section.js';
import { fieldOf, notesTitle, proposalLabels, requirements, standsFor, type FieldLabel } from '../document/schema.js';
import type { SessionFact } from '../document/sessions.js';
import type { Span } from '../text/span.js';
import { isBlank } from './blank.js';
import { daysOfSession } from './daysOfSession.js';
import { insertField } from './insertField.js';
import { defineRule, type DocumentContext, type Finding } from './rule.js';
import { say } from '../text/say.js';

export const requiredField = defineRule({
  id: 'required-field',
  summary: 'A field that a document of its kind needs is missing or empty',
  why: 'A proposal without a contact reaches nobody, and notes without session and date cannot be found again.',
  kinds: ['event', 'proposal', 'notes'],
  severity: { draft: 'warning', post: 'error' },
  fix: 'suggest',
  examples: [
    {
      bad: '# ⟦Loose ends⟧\n\n- Date of insert: 2017-07-13\n- Description: Becoming a CNA.\n',
      fixed:
        '# Loose ends\n\n- Date of insert: 2017-07-13\n- Description: Becoming a CNA.\n- Technical contact: unknown\n',
    },
    {
      bad: '# ⟦⟦Design session notes: Live Updating Xen⟧⟧\n\n- Host: George Dunlap\n',
      fixed:
        '# Design session notes: Live Updating Xen\n\n- Host: George Dunlap\n- Session: [[Design Sessions 2019#Live Updating Xen]]\n',
      files: {
        'events/2019.md': '# Design Sessions 2019\n\n## Sessions with published notes\n\n### Live Updating Xen\n',
      },
    },
    {
      bad: '# ⟦Design session notes: Live updates of guests⟧\n\n- Date: 2019-07-11\n',
      fixed:
        '# Design session notes: Live updates of guests\n\n- Date: 2019-07-11\n- Session: [[Design Sessions 2019#Live migration of guests]]\n',
      files: {
        'events/2019.md':
          '# Design Sessions 2019\n\n- Date: 2019-07-09\n\n## Thursday\n\n### Live migration of guests\n',
      },
    },
    {
      bad: '# Design Sessions 2017\n\n## Proposed on the wiki\n\n### ⟦Graphics Virtualization⟧\n\n- ⟦Technical contact:⟧\n- Date of insert: 2017-07-11\n',
    },
    { good: '# Loose ends\n\n- Technical contact: unknown\n- Description: Becoming a CNA.\n' },
    { good: '# Loose ends\n\n- Tecnical contact: Lars Kurth\n- Description: Becoming a CNA.\n' },
    { good: '# RISC-V\n\n- Owner: Wei Liu\n\n## Problem to solve\n\nThere is no port yet.\n' },
    { good: '# Design Sessions 2018\n\n## Performance\n\n### XenWatch multithreading\n\n- Notes: unknown\n' },
    { good: '# Design session notes: Live Updating Xen\n' },
  ],
  check: (context) => (isBlank(context.document.facts) ? [] : units(context).flatMap((unit) => missing(unit, context))),
});

/** What has to have the fields: a whole document, or one session of an event page. */
interface Unit {
  readonly title: Span;
  readonly sections: readonly [PlacedFacts, ...PlacedFacts[]];
  readonly labels: readonly FieldLabel[];
}

function units({ document: { facts }, kind }: DocumentContext): Unit[] {
  const labels = requirements[kind === 'event' ? 'proposal' : kind]?.fields ?? [];
  if (kind === 'event') return facts.sessions.flatMap((session) => sessionUnit(session, facts, labels));
  const head = facts.titleIndex ?? 0;
  const [first, ...rest] = facts.sections.slice(head);
  const title = facts.title === '' ? (firstLabel(first) ?? facts.titleSpan) : facts.titleSpan;
  // Fields above the title count as well; those that are missing are added below it.
  return first ? [{ title, sections: [first, ...rest, ...facts.sections.slice(0, head)], labels }] : [];
}

function firstLabel(section: PlacedFacts | undefined): Span | undefined {
  const field = section?.facts.fields[0];
  return section && field && place(section, field.labelSpan);
}

/** Only a session that is entered as a proposal is held to a proposal's fields. */
function sessionUnit(session: SessionFact, facts: DocumentFacts, labels: readonly FieldLabel[]): Unit[] {
  const [first, ...below] = [session.section, ...session.below].flatMap((index) => facts.sections[index] ?? []);
  if (!first) return [];
  return [first, ...below].some(isProposed) ? [{ title: session.titleSpan, sections: [first, ...below], labels }] : [];
}

function isProposed({ facts: { fields, heading } }: PlacedFacts): boolean {
  const isOwn = (label: FieldLabel | undefined): boolean => label !== undefined && proposalLabels.includes(label);
  return fields.some((field) => isOwn(field.label)) || isOwn(heading?.field);
}

function missing(unit: Unit, context: DocumentContext): Finding[] {
  return unit.labels.flatMap((label) => {
    if (isGiven(label, unit, context.document.facts)) return [];
    const values = valuesFor(label, context);
    const holder = unit.sections.find((section) => fieldNamed(section.facts, label));
    const field = holder && fieldNamed(holder.facts, label);
    if (holder && field) {
      const span = place(holder, field.valueSpan);
      const fixes = values.map((value) => ({ title: say`Write "${value}"`, edits: [{ span, text: ` ${value}` }] }));
      const message = say`the field "${label}" is empty; fill it in, or say unknown`;
      return [{ span: place(holder, field.span), message, fixes }];
    }
    const fixes = values.map((value) => ({
      title: say`Add "${label}: ${value}"`,
      edits: [insertField(context.document, unit.sections[0], `${label}: ${value}`)],
    }));
    const message = say`the field "${label}" is missing; add it, or say unknown`;
    return [{ span: unit.title, message, fixes }];
  });
}

/** What may stand there, the likeliest first. */
function valuesFor(label: FieldLabel, context: DocumentContext): string[] {
  if (label === 'Session') return sessionsOf(context);
  return label === 'Date' ? [...daysOfSession(context), 'unknown'] : ['unknown'];
}

function isGiven(label: FieldLabel, { sections }: Unit, document: DocumentFacts): boolean {
  const labels = [label, ...(standsFor[label] ?? [])];
  if (label === 'Date' && document.date) return true;
  return sections.some(({ facts }) => {
    if (facts.fields.some((field) => field.value !== '' && isOneOf(labels, field))) return true;
    if (facts.heading?.field) return labels.includes(facts.heading.field) && !facts.empty;
    // Hosts may stand behind the title, and a description as plain text below it.
    if (label === 'Technical contact') return (facts.heading?.people.length ?? 0) > 0;
    return label === 'Description' && facts.summary !== undefined;
  });
}

/** A slip of a label is named by a rule of its own. */
function isOneOf(labels: readonly FieldLabel[], { label, written }: Field): boolean {
  const meant = label ?? fieldOf(nearestLabel(written) ?? '')?.label;
  return labels.some((each) => each === meant);
}

/** A reference to the session that the notes' title names; where that is not certain the nearest ones, and an answer without any. */
function sessionsOf({ document: { facts }, archive }: DocumentContext): string[] {
  const title = notesTitle.exec(facts.title)?.[1] ?? facts.title;
  const year = yearOf(facts.date?.iso);
  const search = sessionByTitle(archive.knownSessions(), { title, years: year === undefined ? [] : [year] });
  const values = foundOrNear(search).map((entry) => `[[${sessionTarget(entry)}]]`);
  return search.kind === 'found' ? values : [...values, 'unknown'];
}
