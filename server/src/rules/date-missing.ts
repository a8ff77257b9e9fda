import { dateInTitle, namesDay, type StatedDate } from '../document/dates.js';
import { place, titleSection, type Document, type DocumentFacts, type PlacedFacts } from '../document/document.js';
import type { Field } from '../document/facts.js';
import { fieldNamed } from '../document/reading/section.js';
import { templateBlank } from '../document/schema.js';
import { isBlank } from './blank.js';
import { daysOfSession } from './daysOfSession.js';
import { insertField } from './insertField.js';
import { defineRule, type DocumentContext, type Finding } from './rule.js';
import { say } from '../text/say.js';

export const dateMissing = defineRule({
  id: 'date-missing',
  summary: 'Minutes or notes do not state their day',
  why: 'Actions fall due and decisions hold from a day on; month and year leave both open.',
  kinds: ['notes', 'minutes'],
  severity: { draft: 'warning', post: 'error' },
  fix: 'suggest',
  examples: [
    {
      bad: '# ⟦Developer Meeting, February 2013 Minutes⟧\n\n## Attendees\n\n- Jan Beulich\n',
      fixed:
        '# Developer Meeting, February 2013 Minutes\n\n- Date: 2013-02 (day unknown)\n\n## Attendees\n\n- Jan Beulich\n',
    },
    {
      bad: '# Minutes\n\n- Date: ⟦2013-02⟧\n\n## Attendees\n\n- Jan Beulich\n',
      fixed: '# Minutes\n\n- Date: 2013-02 (day unknown)\n\n## Attendees\n\n- Jan Beulich\n',
    },
    {
      bad: '# ⟦Community call minutes⟧\n\n## Attendees\n\n- Jan Beulich\n',
      fixed: '# Community call minutes\n\n- Date: 2013-02-21\n\n## Attendees\n\n- Jan Beulich\n',
      path: 'minutes/2013-02-21.md',
    },
    { bad: '# ⟦27 October call, minutes⟧\n\n## Attendees\n\n- Jan Beulich\n' },
    { good: '# 27 October call, minutes\n\n## Attendees\n\n- Jan Beulich\n', path: 'minutes/2015/october.md' },
    { good: '# 27 October call, minutes\n\n- Date: 2015\n\n## Attendees\n\n- Jan Beulich\n' },
    { good: '# Minutes\n\n- Date: 2013-02 (day unknown)\n\n## Attendees\n\n- Jan Beulich\n' },
    { good: '# Minutes\n\n- Date: unknown\n\n## Attendees\n\n- Jan Beulich\n' },
    { good: '# Minutes of the {month} {day} call\n\n## Attendees\n\n- Jan Beulich\n' },
    { good: '# Minutes of 21 February 2013\n\n## Attendees\n\n- Jan Beulich\n' },
    { good: '# Developer meeting minutes\n\nHeld on 21 February 2013 at 16:00.\n\n## Attendees\n\n- Jan Beulich\n' },
  ],
  check: (context) => {
    const { facts } = context.document;
    const stated = dateField(facts);
    const dayOpen = !facts.date || lacksDay(facts.date);
    if (stated)
      return dayOpen && stated.field.date && lacksDay(stated.field.date)
        ? [incomplete(stated.section, stated.field)]
        : [];
    // A template leaves the date to who fills it in.
    if (templateBlank.test(facts.title)) return [];
    // Notes without any date lack a field they have to have; that is another rule's finding.
    if (isBlank(facts) || !dayOpen) return [];
    if (dayInHead(context)) return context.kind === 'minutes' && !yearInHead(context) ? [withoutYear(facts)] : [];
    return context.kind === 'minutes' || facts.date ? [missing(context)] : [];
  },
});

function lacksDay({ precision, stated }: StatedDate): boolean {
  return precision !== 'day' && !stated;
}

interface Stated {
  readonly section: PlacedFacts;
  readonly field: Field;
}

/** The first Date field that says anything; whether it is well written is not asked here. */
function dateField(facts: DocumentFacts): Stated | undefined {
  for (const section of facts.sections) {
    const field = fieldNamed(section.facts, 'Date');
    if (field && field.value !== '') return { section, field };
  }
  return undefined;
}

function incomplete(section: PlacedFacts, field: Field): Finding {
  const span = place(section, field.valueSpan);
  const text = `${field.date?.iso ?? field.value} (day unknown)`;
  const message = say`"${field.value}" leaves the day open; add it, or say "(day unknown)"`;
  return { span, message, fixes: [{ title: say`Write "${text}"`, edits: [{ span, text }] }] };
}

/** Whether the text above the first heading below the title names a day. */
function dayInHead({ document }: DocumentContext): boolean {
  return headOf(document).some(({ text }) => namesDay(text));
}

function headOf({ cut, facts }: Document): Document['cut']['sections'] {
  return cut.sections.slice(0, (facts.titleIndex ?? 0) + 1);
}

const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/;

/** Whether the year stands there too, or where the minutes are kept: in the name of the file or of its folder. */
function yearInHead({ document }: DocumentContext): boolean {
  const place = document.path.split(/[\\/]/).slice(-2);
  return [...headOf(document).map(({ text }) => text), ...place].some((text) => year.test(text));
}

function withoutYear({ titleSpan }: DocumentFacts): Finding {
  return { span: titleSpan, message: say`a day is stated without its year; add a field "Date", as YYYY-MM-DD` };
}

function missing(context: DocumentContext): Finding {
  const { document } = context;
  const section = titleSection(document.facts) ?? document.facts.sections[0];
  const known = document.facts.date ?? dateInTitle(document.path.replace(/^.*[\\/]/, '').replace(/_/g, ' '));
  const day = !known ? 'unknown' : lacksDay(known) ? `${known.iso} (day unknown)` : known.iso;
  // What the notes say themselves goes before what the page of their event has.
  const days = !known || lacksDay(known) ? [...daysOfSession(context), day] : [day];
  const message = document.facts.date
    ? say`month and year leave the day open; add a field "Date", or say "(day unknown)" in it`
    : say`no date is stated; add a field "Date", or say unknown in it`;
  if (!section) return { span: document.facts.titleSpan, message };
  const fixes = days.map((each) => ({
    title: say`Add "Date: ${each}"`,
    edits: [insertField(document, section, `Date: ${each}`)],
  }));
  return { span: document.facts.titleSpan, message, fixes };
}
